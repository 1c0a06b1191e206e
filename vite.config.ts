import { globSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

/** Scripts and styles are compressed once, here, and served as they are (`serveStatic`, `precompressed`). */
const compressed = {
  name: "compressed",
  closeBundle() {
    for (const file of globSync("dist/public/assets/*.{css,js}")) {
      const bytes = readFileSync(file);
      writeFileSync(`${file}.br`, brotliCompressSync(bytes));
      writeFileSync(`${file}.gz`, gzipSync(bytes));
    }
  },
};

/** The browser's files: one style sheet, one script an audience, the two typefaces; names carry a hash. */
export default defineConfig({
  plugins: [tailwindcss(), compressed],
  publicDir: false,
  build: {
    outDir: "dist/public",
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsDir: "assets",
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        site: "src/ui/styles/site.css",
        public: "src/ui/behaviours/public.ts",
        office: "src/ui/behaviours/office.ts",
      },
    },
  },
});
