import { defineConfig } from "vite";

/** Packages of hundreds of small files, that take most of a start when they are read one by one. */
const scattered =
  /^(@?hono|kysely|zod|@?better-auth|better-call|@better-fetch|@simplewebauthn|@peculiar|asn1js|pvtsutils|pvutils|echarts|zrender|jose|@noble|tslib|csv-parse|csv-stringify|cron-parser|luxon)(\/|$)/;

/** The server, bundled because Node does not read .tsx; the other packages stay outside the bundle. */
export default defineConfig({
  ssr: { noExternal: [scattered] },
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
        "calendar-worker": "src/platform/calendar/worker.ts", // another
      },
    },
  },
});
