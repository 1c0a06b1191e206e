import type { Request } from "#platform/web/env.ts";
import { formOf } from "#platform/web/form.ts";
import { documentKinds, largestDocument } from "../texts.ts";
import type { SentFile } from "./commands.documents.ts";

/** The document sent in this field, or why it is not taken. */
export async function readSentFile(
  c: Request,
  field: string,
): Promise<{ file: SentFile } | { refusal: string }> {
  const file = (await formOf(c)).get(field);
  if (!(file instanceof File) || file.size === 0) return { refusal: "Choisissez un document." };
  if (file.size > largestDocument)
    return { refusal: "Ce document dépasse 15 Mo : réduisez-le, ou envoyez-le en deux parties." };
  const ending = /\.[a-z0-9]+$/i.exec(file.name)?.[0]?.toLowerCase() ?? "";
  if (!documentKinds.split(",").includes(ending))
    return {
      refusal: "Ce genre de fichier n’est pas pris : envoyez un PDF, un texte, un tableau ou une image.",
    };
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { file: { name: file.name, mediaType: file.type, bytes } };
}
