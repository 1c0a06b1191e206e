import { Hono } from "hono";
import { incubation } from "#paths/incubation.ts";
import type { Db } from "#platform/db/index.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { formatAmount } from "#ui/format.ts";
import { writeSupport } from "../access.ts";
import { addLine, changeLine, type LineEntry, setLineRemoved } from "./commands.budget.ts";
import { type LineForm, lineForm } from "./input.lines.ts";
import { openCohortOf, showCohort } from "./page.tsx";
import { settleFunder } from "./settle.ts";
import { overtaken } from "./texts.ts";
import { LinePage, lineTitle } from "./views.line.tsx";

/** The budget of a cohort, line by line. */
export const budgetRoutes = new Hono<AppEnv>()
  .post("/:id{[0-9]+}/budget", may(writeSupport), async (c) => {
    const cohort = await openCohortOf(c);
    const read = await readForm(c, lineForm);
    if (!read.ok) return showCohort(c, cohort, { form: "line", ...read });
    const entry = await entryOf(c.get("db"), read.value);
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await addLine(db, authorOf(c), cohort.id, entry);
      return incubation.one(cohort.id);
    });
    await leaveNotice(c, { text: "La ligne est ajoutée." });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/budget/:line{[0-9]+}", may(writeSupport), async (c) => {
    const { cohort, line } = await target(c);
    const typed = {
      genre: line.kind,
      intitule: line.label,
      prevu: formatAmount(line.planned_cents),
      realise: formatAmount(line.realised_cents),
      financeur: line.funder,
    };
    return c.render(<LinePage cohort={cohort} line={line} typed={typed} />, { title: lineTitle(line) });
  })
  .post("/:id{[0-9]+}/budget/:line{[0-9]+}", may(writeSupport), async (c) => {
    const { cohort, line } = await target(c);
    const facts = { title: lineTitle(line) };
    const read = await readForm(c, lineForm);
    if (!read.ok) return answer(c, 422, <LinePage cohort={cohort} line={line} {...read} />, facts);
    const entry = await entryOf(c.get("db"), read.value);
    if (!(await changeLine(c.get("db"), authorOf(c), line.id, read.value.version, entry))) {
      const again = await target(c);
      const typed = { ...read.typed, version: String(again.line.version) };
      return answer(c, 409, <LinePage {...again} typed={typed} errors={{ intitule: overtaken }} />, facts);
    }
    await leaveNotice(c, { text: "La ligne est enregistrée." });
    return c.redirect(incubation.one(cohort.id), 303);
  })
  .post("/:id{[0-9]+}/budget/:line{[0-9]+}/suppression", may(writeSupport), async (c) => {
    const { cohort, line } = await target(c);
    await setLineRemoved(c.get("db"), authorOf(c), { cohortId: cohort.id, id: line.id }, new Date());
    await leaveNotice(c, {
      text: `« ${line.label} » est supprimée.`,
      undo: { action: incubation.lineRestoration(cohort.id, line.id), label: "Annuler la suppression" },
    });
    return c.redirect(incubation.one(cohort.id), 303);
  })
  .post("/:id{[0-9]+}/budget/:line{[0-9]+}/retablissement", may(writeSupport), async (c) => {
    const cohort = await openCohortOf(c);
    const named = { cohortId: cohort.id, id: idOf(c, "line") };
    await setLineRemoved(c.get("db"), authorOf(c), named, null);
    await leaveNotice(c, { text: "La ligne est rétablie." });
    return c.redirect(incubation.one(cohort.id), 303);
  });

async function target(c: Request) {
  const cohort = await openCohortOf(c);
  return { cohort, line: found(cohort.lines.find(({ id }) => id === idOf(c, "line"))) };
}

const entryOf = async (db: Db, form: LineForm): Promise<LineEntry> => ({
  kind: form.genre,
  label: form.intitule,
  plannedCents: form.prevu,
  realisedCents: form.realise,
  funder: form.financeur,
  organisationId: await settleFunder(db, form.financeur),
});
