import { ensureTerm, listTerms } from "#domains/vocabularies/index.ts";
import type { Author, Db } from "#platform/db/index.ts";
import type { Errors } from "#platform/web/form.ts";
import { addList } from "../segments/commands.ts";
import { findSegment } from "../segments/queries.saved.ts";
import type { BulkAct } from "./commands.ts";
import type { BulkForm } from "./input.ts";
import type { BulkKind } from "./texts.ts";

type Meant = { ok: true; act: BulkAct } | { ok: false; errors: Errors };

const refuse = (field: string, message: string): Meant => ({ ok: false, errors: { [field]: message } });

/** What the form means: the tag or the list chosen, or the new one, which is made at once. */
export async function meantAct(db: Db, author: Author, kind: BulkKind, form: BulkForm): Promise<Meant> {
  if (kind === "tag" || kind === "untag") return meantTag(db, author, kind, form);
  if (kind === "collect" || kind === "discard") return meantList(db, author, kind, form);
  return { ok: true, act: { kind, detail: "" } };
}

async function meantTag(db: Db, author: Author, kind: "tag" | "untag", form: BulkForm): Promise<Meant> {
  const made = kind === "tag" ? form.nouvelle_etiquette : "";
  const tagId = made ? await ensureTerm(db, author, "tags", made) : form.etiquette;
  const tag = (await listTerms(db, "tags")).find(({ id }) => id === tagId);
  if (!tag) return refuse("etiquette", "Choisissez une étiquette, ou donnez un nom à une nouvelle.");
  return { ok: true, act: { kind, tagId: tag.id, detail: tag.label } };
}

async function meantList(
  db: Db,
  author: Author,
  kind: "collect" | "discard",
  form: BulkForm,
): Promise<Meant> {
  const made = kind === "collect" ? form.nouvelle_liste : "";
  const id = made ? await addList(db, author, made) : form.liste;
  const list = id === undefined ? undefined : await findSegment(db, id, author.accountId);
  if (!list?.by_hand || list.removed_at)
    return refuse("liste", "Choisissez une liste, ou donnez un nom à une nouvelle.");
  return { ok: true, act: { kind, segmentId: list.id, detail: list.name } };
}
