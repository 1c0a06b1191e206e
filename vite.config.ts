import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

/** The browser's files: one style sheet, one script an audience, the two typefaces; names carry a hash. */
export default defineConfig({
  plugins: [tailwindcss()],
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
