import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

const { resolve } = createRequire(import.meta.url);
const fonts = [
  ...["400Regular/BricolageGrotesque_400Regular", "500Medium/BricolageGrotesque_500Medium"],
  ...["600SemiBold/BricolageGrotesque_600SemiBold", "700Bold/BricolageGrotesque_700Bold"],
]
  .map((name) => `@expo-google-fonts/bricolage-grotesque/${name}.ttf`)
  .concat(
    ["400Regular", "400Regular_Italic", "600SemiBold", "700Bold"].map(
      (name) => `@expo-google-fonts/atkinson-hyperlegible-next/${name}/AtkinsonHyperlegibleNext_${name}.ttf`,
    ),
  );

/** Where the template finds its data: nothing is there but what each printing puts. */
const workspace = "/document";
let kept: NodeCompiler | undefined;

/** What a printing brings, by name: `data.json`, drawings. */
export type PrintFiles = Record<string, string>;

/**
 * Compiles a template (Typst) with these files to a tagged PDF/UA-1. One compiler serves the whole process.
 * Throws with Typst's own messages when the document is refused, for want of an alternative text for example.
 */
export function compile(template: string, files: PrintFiles): Uint8Array {
  kept ??= NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: fonts.map((font) => readFileSync(resolve(font))) }],
  });
  for (const [name, text] of Object.entries(files)) kept.mapShadow(`${workspace}/${name}`, Buffer.from(text));
  try {
    const { result } = checked(kept, kept.compile({ mainFileContent: template }));
    if (!result) throw new Error("Typst made no document.");
    return kept.pdf(result, { pdfStandard: "ua-1" });
  } finally {
    kept.resetShadow();
    kept.evictCache(10);
  }
}

function checked(compiler: NodeCompiler, outcome: ReturnType<NodeCompiler["compile"]>) {
  const error = outcome.takeError();
  if (!error) return outcome;
  const lines = compiler.fetchDiagnostics(error).map((one: { message?: string }) => one.message ?? "");
  throw new Error(
    `Typst refused the document: ${lines.join("; ") || JSON.stringify(error.shortDiagnostics)}`,
  );
}
