import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { type CustomFieldForm, renamedOf } from "./input.ts";
import { type CustomField, countAnswers, listCustomFields } from "./queries.ts";
import { type Choice, codeFor, editedChoices, isChosen } from "./rules.ts";

/**
 * `stale`: a colleague changed the field first. `answered`: its kind cannot change, cards answer it. `used`: cards give an
 * answer that would go. `empty`: a list without answers. `taken`: another field in use bears this name.
 */
export type Refusal =
  | { kind: "stale" | "answered" | "empty" | "taken" }
  | { kind: "used"; label: string; count: number };
export type Outcome = { ok: true; id: number } | { ok: false; refusal: Refusal };

const refuse = (refusal: Refusal): Outcome => ({ ok: false, refusal });

/** Adds a field at the end; at once it is in forms, exports, imports and the API. */
export async function addCustomField(db: Db, author: Author, form: CustomFieldForm): Promise<Outcome> {
  return inTransaction(db, author, async (db) => {
    const known = await listAlone(db);
    if (isTaken(known, form.libelle)) return refuse({ kind: "taken" });
    const choices = isChosen(form.genre) ? editedChoices([], {}, form.reponses) : [];
    if (isChosen(form.genre) && choices.length === 0) return refuse({ kind: "empty" });
    const code = codeFor(
      form.libelle,
      known.map((field) => field.code),
    );
    const { id } = await db
      .insertInto("directory.custom_fields")
      .values({
        ...columnsOf(form, choices),
        code,
        position: sql`(select coalesce(max(position) + 1, 0) from directory.custom_fields)`,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { ok: true, id };
  });
}

/** Changes a field; an answer that cards give can be renamed, not taken away. */
export async function changeCustomField(
  db: Db,
  author: Author,
  id: number,
  form: CustomFieldForm,
): Promise<Outcome> {
  return inTransaction(db, author, async (db) => {
    const known = await listAlone(db);
    const field = known.find((one) => one.id === id);
    if (!field || field.version !== form.version) return refuse({ kind: "stale" });
    if (isTaken(known, form.libelle, id)) return refuse({ kind: "taken" });
    if (field.kind !== form.genre && field.answered > 0) return refuse({ kind: "answered" });
    const choices = isChosen(form.genre) ? editedChoices(field.choices, renamedOf(form), form.reponses) : [];
    if (isChosen(form.genre) && choices.length === 0) return refuse({ kind: "empty" });
    const gone = field.choices.filter(({ code }) => !choices.some((choice) => choice.code === code));
    const [used] = gone.length > 0 ? await countAnswers(db, field, codesOf(gone)) : [];
    if (used) {
      const { label = "" } = gone.find(({ code }) => code === used.code) ?? {};
      return refuse({ kind: "used", label, count: used.count });
    }
    await db
      .updateTable("directory.custom_fields")
      .set({ ...columnsOf(form, choices), version: sql`version + 1` })
      .where("id", "=", id)
      .execute();
    return { ok: true, id };
  });
}

/** Moves a field up (-1) or down (1) by one place among those in use. */
export async function moveCustomField(db: Db, author: Author, id: number, by: -1 | 1): Promise<void> {
  await inTransaction(db, author, async (db) => {
    const order = (await listAlone(db)).map((field) => field.id);
    const from = order.indexOf(id);
    const other = order[from + by];
    if (from < 0 || other === undefined) return;
    order[from + by] = id;
    order[from] = other;
    await sql`update directory.custom_fields field set position = place.rank - 1
      from unnest(${order}::bigint[]) with ordinality as place (id, rank)
      where field.id = place.id and field.position <> place.rank - 1`.execute(db);
  });
}

/** Retires a field (no longer asked nor shown; what the cards answered is kept), or brings it back when `now` is null. */
export async function retireCustomField(db: Db, author: Author, id: number, now: Date | null): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("directory.custom_fields")
      .set({ retired_at: now, version: sql`version + 1` })
      .where("id", "=", id)
      .execute(),
  );
}

/** The fields, while nobody else changes one. */
async function listAlone(db: Db) {
  await sql`lock table directory.custom_fields in share row exclusive mode`.execute(db);
  return listCustomFields(db);
}

const codesOf = (choices: readonly Choice[]) => choices.map(({ code }) => code);

const isTaken = (known: readonly CustomField[], label: string, except?: number) =>
  known.some(
    (field) =>
      field.id !== except && field.retired_at === null && field.label.toLowerCase() === label.toLowerCase(),
  );

const columnsOf = (form: CustomFieldForm, choices: readonly Choice[]) => ({
  label: form.libelle,
  help: form.aide,
  kind: form.genre,
  choices: JSON.stringify(choices),
  visibility: form.vue,
  safe: form.sur,
  filter: form.filtre,
});
