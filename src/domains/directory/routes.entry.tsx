import { Hono } from "hono";
import { findSettings } from "#domains/network/index.ts";
import { listDepartments, matchPlaces } from "#domains/territory/index.ts";
import { termOptions } from "#domains/vocabularies/index.ts";
import { directory } from "#paths/directory.ts";
import type { Db } from "#platform/db/index.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeDirectory } from "./access.ts";
import { addOrganisation, changeOrganisation } from "./commands.ts";
import { organisationForm } from "./input.ts";
import { findDuplicates } from "./matching/duplicates.ts";
import { findOrganisation } from "./queries.ts";
import { refusals, unclearCommune } from "./texts.ts";
import { AddPage, addTitle, EditPage, editTitle } from "./views.entry.tsx";

/** Adding an organisation, and changing one. */
export const entryStaffRoutes = new Hono<AppEnv>()
  .get("/nouveau", may(writeDirectory), async (c) => {
    const typed = { nom: c.req.query("nom") ?? "", visibilite: "internal" };
    return c.render(<AddPage choices={await listChoices(c.get("db"))} typed={typed} />, { title: addTitle });
  })
  .post("/nouveau", may(writeDirectory), async (c) => {
    const db = c.get("db");
    const choices = await listChoices(db);
    const refuse = (facts: Omit<Parameters<typeof AddPage>[0], "choices">) =>
      answer(c, 422, <AddPage choices={choices} {...facts} />, { title: addTitle });
    const read = await readOrganisation(c);
    if (!read.ok) return refuse(read);
    const { form, seat, typed } = read;
    const duplicates = await findDuplicates(db, { ...form, name: form.nom });
    if (duplicates.length > 0 && !form.autre) return refuse({ typed, duplicates });
    let taken = false;
    const to = await once(c, db, authorOf(c), async (db) => {
      const outcome = await addOrganisation(db, authorOf(c), form, seat);
      taken = !outcome.ok;
      return outcome.ok ? directory.one(outcome.id) : directory.add();
    });
    if (taken) return refuse({ typed, duplicates, errors: { "": refusals.taken } });
    await leaveNotice(c, { text: `${form.nom} est dans l’annuaire.` });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/modifier", may(writeDirectory), async (c) => {
    const record = found(await findOrganisation(c.get("db"), idOf(c)));
    return c.render(<EditPage record={record} choices={await listChoices(c.get("db"))} />, {
      title: editTitle(record),
    });
  })
  .post("/:id{[0-9]+}/modifier", may(writeDirectory), async (c) => {
    const db = c.get("db");
    const record = found(await findOrganisation(db, idOf(c)));
    const facts = { record, choices: await listChoices(db) };
    const page = { title: editTitle(record) };
    const read = await readOrganisation(c);
    // The version under the reader's eyes goes on, so that a colleague's change is still seen at the next try.
    const version = Number(read.typed["version"]) || record.version;
    if (!read.ok) return answer(c, 422, <EditPage {...facts} {...read} version={version} />, page);
    const { form, seat, typed } = read;
    const outcome = await changeOrganisation(db, authorOf(c), record.id, form, seat);
    if (!outcome.ok && outcome.refusal === "stale") {
      const saved = found(await findOrganisation(db, record.id));
      return answer(c, 409, <EditPage {...facts} record={saved} typed={typed} conflict />, page);
    }
    if (!outcome.ok) {
      const errors = { "": refusals.taken };
      return answer(c, 422, <EditPage {...facts} typed={typed} version={version} errors={errors} />, page);
    }
    await leaveNotice(c, { text: `La fiche de ${form.nom} est enregistrée.` });
    return c.redirect(directory.one(record.id), 303);
  });

/** The form sent, its commune found in the geography; a commune that is not sure is asked again. */
async function readOrganisation(c: Request) {
  const read = await readForm(c, organisationForm);
  if (!read.ok) return read;
  const { value: form, typed } = read;
  const seat = { commune_code: null as string | null, department_code: form.departement };
  if (form.commune) {
    const db = c.get("db");
    const { region_code: regionCode } = await findSettings(db);
    const match = (await matchPlaces(db, [form.commune], { regionCode })).get(form.commune);
    if (match?.kind !== "commune") {
      const candidates = match?.kind === "proposals" ? match.candidates : [];
      return { ok: false as const, typed, errors: { commune: unclearCommune(form.commune, candidates) } };
    }
    seat.commune_code = match.code;
  }
  return { ok: true as const, form, seat, typed };
}

async function listChoices(db: Db) {
  const [types, families, departments] = [
    await termOptions(db, "actor_types"),
    await termOptions(db, "actor_families"),
    await listDepartments(db),
  ];
  return {
    types,
    families,
    departments: departments.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
  };
}
