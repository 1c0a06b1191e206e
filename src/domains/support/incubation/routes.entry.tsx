import { Hono } from "hono";
import { incubation } from "#paths/incubation.ts";
import { dayInParis, yearOf } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer } from "#platform/web/page.ts";
import { writeSupport } from "../access.ts";
import { addCohort, type CohortEntry, changeCohort } from "./commands.ts";
import { type CohortForm, cohortForm } from "./input.ts";
import { openCohortOf } from "./page.tsx";
import { listCohortChoices } from "./queries.choices.ts";
import { findCohort } from "./queries.ts";
import { EditCohortPage, editTitle, formOf, NewCohortPage, newTitle } from "./views.form.tsx";

/** Opening a cohort, and changing it. */
export const cohortEntryRoutes = new Hono<AppEnv>()
  .get("/nouvelle", may(writeSupport), async (c) => {
    const year = yearOf(dayInParis(new Date()));
    const typed = { de: String(year), a: String(year + 2), referent: c.get("visitor").accountId ?? "" };
    const choices = await listCohortChoices(c.get("db"));
    return c.render(<NewCohortPage choices={choices} typed={typed} />, { title: newTitle });
  })
  .post("/nouvelle", may(writeSupport), async (c) => {
    const read = await readCohort(c);
    if (!read.ok) return answer(c, 422, <NewCohortPage {...read} />, { title: newTitle });
    const to = await once(c, c.get("db"), authorOf(c), async (db) =>
      incubation.one(await addCohort(db, authorOf(c), entryOf(read.value))),
    );
    await leaveNotice(c, { text: "La cohorte est ouverte : faites-y entrer des organisations." });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/modifier", may(writeSupport), async (c) => {
    const cohort = await openCohortOf(c);
    const choices = await listCohortChoices(c.get("db"));
    return c.render(<EditCohortPage cohort={cohort} choices={choices} typed={formOf(cohort)} />, {
      title: editTitle(cohort),
    });
  })
  .post("/:id{[0-9]+}/modifier", may(writeSupport), async (c) => {
    const cohort = await openCohortOf(c);
    const title = editTitle(cohort);
    const read = await readCohort(c);
    if (!read.ok) {
      // The version under the reader's eyes goes on, so that a colleague's change is still seen at the next try.
      const seen = { ...cohort, version: Number(read.typed["version"]) || cohort.version };
      return answer(c, 422, <EditCohortPage {...read} cohort={seen} />, { title });
    }
    const { value, choices, typed } = read;
    if (!(await changeCohort(c.get("db"), authorOf(c), cohort.id, value.version, entryOf(value)))) {
      const saved = found(await findCohort(c.get("db"), cohort.id));
      const page = <EditCohortPage cohort={saved} mine={value} choices={choices} typed={typed} />;
      return answer(c, 409, page, { title });
    }
    await leaveNotice(c, { text: "Les modifications sont enregistrées." });
    return c.redirect(incubation.one(cohort.id), 303);
  });

async function readCohort(c: Request) {
  const choices = await listCohortChoices(c.get("db"));
  const form = cohortForm({
    schemes: choices.schemes.map(({ id }) => id),
    staff: choices.staff.map(({ value }) => value),
  });
  return { ...(await readForm(c, form)), choices };
}

const entryOf = (form: CohortForm): CohortEntry => ({
  name: form.nom,
  schemeId: form.dispositif,
  fromYear: form.de,
  toYear: form.a,
  referentId: form.referent,
  purpose: form.objet,
});
