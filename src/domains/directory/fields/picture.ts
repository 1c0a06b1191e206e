import { isPicture, putPicture } from "#platform/files/pictures.ts";
import { authorOf, type Request } from "#platform/web/env.ts";
import { type Errors, formOf, type Typed } from "#platform/web/form.ts";

/**
 * What a form says of the picture `name`: another is kept at once, so that it is not lost when the rest of the form is
 * to be corrected. Writes its number in `typed`; gives back what is wrong.
 */
export async function takePicture(c: Request, name: string, typed: Typed): Promise<Errors> {
  const db = c.get("db");
  const kept = String(typed[name] ?? "");
  typed[name] = typed[`${name}_retrait`] || !(await isPicture(db, kept)) ? "" : kept;
  const file = (await formOf(c)).get(`${name}_fichier`);
  if (!(file instanceof File) || file.size === 0) return {};
  const bytes = new Uint8Array(await file.arrayBuffer());
  const outcome = await putPicture(c.get("files"), db, authorOf(c), { name: file.name.slice(-200), bytes });
  if (!outcome.ok) return { [`${name}_fichier`]: outcome.refusal };
  typed[name] = outcome.id;
  return {};
}
