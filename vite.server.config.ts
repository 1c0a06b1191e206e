import { defineConfig } from "vite";

/** The server, bundled because Node does not read .tsx; packages stay outside the bundle. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: "node24",
    outDir: "dist/server",
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: {
        maillage: "src/cli/maillage.ts",
        "workbook-worker": "src/platform/spreadsheets/workbook-worker.ts", // a thread of its own
      },
    },
  },
});
