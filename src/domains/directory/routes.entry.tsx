import { Hono } from "hono";
import { directory } from "#paths/directory.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeDirectory } from "./access.ts";
import { addOrganisation, changeOrganisation } from "./commands.ts";
import { type FieldChoices, listFieldChoices } from "./fields/choices.ts";
import { noteFacts } from "./fields/commands.ts";
import { readFieldEntry } from "./fields/entry.ts";
import { takePicture } from "./fields/picture.ts";
import { findFieldWords, listFields } from "./fields/queries.ts";
import type { Field, FieldValues } from "./fields/registry.ts";
import { differenceOf } from "./fields/rules.ts";
import { formName } from "./fields/texts.ts";
import { standingForm } from "./input.ts";
import { readReference } from "./lookups/input.ts";
import { registerFacts, takenValues, typedFrom } from "./lookups/taking.ts";
import { findDuplicates } from "./matching/duplicates.ts";
import { findOrganisation } from "./queries.ts";
import { valuesOf, wordsOfEntry } from "./texts.form.ts";
import { refusals } from "./texts.ts";
import { AddPage, addTitle, EditPage, editTitle } from "./views.entry.tsx";

/** Adding an organisation, and changing one. */
export const entryStaffRoutes = new Hono<AppEnv>()
  .get("/nouveau", may(writeDirectory), async (c) => {
    const fields = await listFields(c.get("db"));
    const choices = await listFieldChoices(c.get("db"), fields);
    const typed = {
      nom: c.req.query("nom") ?? "",
      visibilite: "internal",
      ...(await fromRegister(c, fields)),
    };
    return c.render(<AddPage fields={fields} choices={choices} typed={typed} />, { title: addTitle });
  })
  .post("/nouveau", may(writeDirectory), async (c) => {
    const db = c.get("db");
    const fields = await listFields(db);
    const choices = await listFieldChoices(db, fields);
    const refuse = (facts: Omit<Parameters<typeof AddPage>[0], "choices" | "fields">) =>
      answer(c, 422, <AddPage fields={fields} choices={choices} {...facts} />, { title: addTitle });
    const { values, standing, typed, errors } = await readOrganisation(c, fields, choices);
    const name = String(values["name"] ?? "");
    if (Object.keys(errors).length > 0) return refuse({ typed, errors });
    const duplicates = await findDuplicates(db, { ...identifiersOf(values), name });
    if (duplicates.length > 0 && !standing.autre) return refuse({ typed, duplicates });
    const told = await registerFacts(db, standing.registre, values);
    let taken = false;
    const to = await once(c, db, authorOf(c), async (db) => {
      const outcome = await addOrganisation(db, authorOf(c), { ...values, name }, standing);
      taken = !outcome.ok;
      if (outcome.ok && told) await noteFacts(db, authorOf(c), outcome.id, told.keys, told.source);
      return outcome.ok ? directory.one(outcome.id) : directory.add();
    });
    if (taken) return refuse({ typed, duplicates, errors: { "": refusals.taken } });
    await leaveNotice(c, { text: `${name} est dans l’annuaire.` });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/modifier", may(writeDirectory), async (c) => {
    const { record, fields, choices } = await openRecord(c);
    return c.render(<EditPage record={record} fields={fields} choices={choices} />, {
      title: editTitle(record),
    });
  })
  .post("/:id{[0-9]+}/modifier", may(writeDirectory), async (c) => {
    const db = c.get("db");
    const { record, ...form } = await openRecord(c);
    const page = { title: editTitle(record) };
    const { values, standing, typed, errors } = await readOrganisation(c, form.fields, form.choices);
    // The version under the reader's eyes goes on, so that a colleague's change is still seen at the next try.
    const version = standing.version || record.version;
    const refuse = (errors: Record<string, string>) =>
      answer(c, 422, <EditPage {...form} {...{ record, typed, errors, version }} />, page);
    if (Object.keys(errors).length > 0) return refuse(errors);
    const changes = differenceOf(valuesOf(record), values);
    const outcome = await changeOrganisation(db, authorOf(c), record.id, changes, standing);
    if (!outcome.ok && outcome.refusal === "taken") return refuse({ "": refusals.taken });
    if (!outcome.ok) {
      const saved = found(await findOrganisation(db, record.id));
      const known = await findFieldWords(db, [values, { sector_ids: standing.etiquettes }]);
      const overtaken = wordsOfEntry(form.fields, values, standing, { ...saved.words, ...known });
      return answer(c, 409, <EditPage {...form} record={saved} typed={typed} overtaken={overtaken} />, page);
    }
    await leaveNotice(c, { text: `La fiche de ${values["name"]} est enregistrée.` });
    return c.redirect(directory.one(record.id), 303);
  });

/** What was checked of an entry of a register, as the form would have been typed. */
async function fromRegister(c: Request, fields: readonly Field[]) {
  const registre = c.req.query("registre");
  const keys = c.req.queries(`champs-${readReference(registre)?.reference}`) ?? [];
  const values = registre && (await takenValues(c.get("db"), registre, keys));
  return values ? { registre, ...(await typedFrom(c.get("db"), fields, values)) } : {};
}

async function openRecord(c: Request) {
  const db = c.get("db");
  const record = found(await findOrganisation(db, idOf(c)));
  const fields = await listFields(db);
  const borne = { values: { ...valuesOf(record), tags: record.tag_ids }, words: record.words };
  return { record, fields, choices: await listFieldChoices(db, fields, borne) };
}

/** The form sent: its fields, what stands beside them, the picture given, and everything that is wrong. */
async function readOrganisation(c: Request, fields: readonly Field[], choices: FieldChoices) {
  const read = await readForm(c, standingForm);
  const { typed } = read;
  const standing = read.ok ? read.value : standingForm.parse({});
  const wrongPicture = await takePicture(c, formName("logo_file_id"), typed);
  const { values, errors } = await readFieldEntry(c.get("db"), fields, typed, choices);
  if (!values["name"] && !errors["nom"]) errors["nom"] = "Donnez le nom de l’organisation.";
  return { values, standing, typed, errors: { ...errors, ...wrongPicture } };
}

const identifiersOf = (values: FieldValues) => {
  const text = (key: string) => (typeof values[key] === "string" ? values[key] : null);
  return { rna: text("rna"), siret: text("siret"), siren: text("siren"), uai: text("uai") };
};
