import { brotliCompressSync, gzipSync } from "node:zlib";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Plugin } from "vite";

/** Each text file beside itself, compressed as much as can be once and for all: the server sends it as it is. */
const compressed: Plugin = {
  name: "compressed",
  apply: "build",
  generateBundle(_, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (!/\.(css|js|svg)$/.test(name)) continue;
      const source = file.type === "chunk" ? file.code : file.source;
      this.emitFile({ type: "asset", fileName: `${name}.br`, source: brotliCompressSync(source) });
      this.emitFile({ type: "asset", fileName: `${name}.gz`, source: gzipSync(source, { level: 9 }) });
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
        questionnaire: "src/ui/behaviours/questionnaire.ts",
      },
    },
  },
});
