import sharp from "sharp";
import { addCustomField } from "#domains/directory/customs/commands.ts";
import { customFieldForm } from "#domains/directory/customs/input.ts";
import { type Db, system } from "#platform/db/index.ts";

/** The numbers of the terms of a list, by code. */
export async function termsOf(db: Db, listId: string): Promise<(code: string) => number> {
  const rows = await db
    .selectFrom("vocabularies.terms")
    .select(["id", "code"])
    .where("list_id", "=", listId)
    .execute();
  return (code) => rows.find((row) => row.code === code)?.id ?? 0;
}

/** A field added in the settings, as its form is typed; gives its number. */
export async function addField(db: Db, typed: { libelle: string; genre: string } & Record<string, string>) {
  const outcome = await addCustomField(db, system, customFieldForm.parse(typed));
  if (!outcome.ok) throw new Error(`No field: ${outcome.refusal.kind}`);
  return outcome.id;
}

/** A logo, as a person uploads it. */
export async function logoFile(): Promise<File> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#1d5a3f" } })
    .png()
    .toBuffer();
  return new File([new Uint8Array(bytes)], "logo.png", { type: "image/png" });
}
