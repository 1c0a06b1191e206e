import { Hono } from "hono";
import { accountNames } from "#domains/accounts/index.ts";
import { incubation } from "#paths/incubation.ts";
import { dayInParis, yearOf } from "#platform/dates.ts";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { idOf } from "#platform/web/page.ts";
import { plural } from "#ui/format.ts";
import { readSupport, writeSupport } from "../access.ts";
import { stayColumns } from "./columns.ts";
import { enterCohort } from "./commands.stays.ts";
import { closeCohort, reopenCohort, setCohortRemoved } from "./commands.ts";
import { closingForm, enterForm, listQuestion } from "./input.ts";
import { openCohortOf, showCohort } from "./page.tsx";
import { listCohorts } from "./queries.list.ts";
import { findCohort } from "./queries.ts";
import { settleNames } from "./settle.ts";
import { overtaken } from "./texts.ts";
import { CohortsPage, listTitle } from "./views.list.tsx";

/** The cohorts, and one of them: read, entered, closed, deleted. */
export const cohortRoutes = new Hono<AppEnv>()
  .get("/", may(readSupport), async (c) => {
    const { etat, q, page } = readQuery(c, listQuestion);
    const removed = etat === "supprimees";
    const { lines, total } = await listCohorts(c.get("db"), { removed, words: q, page });
    const names = await accountNames(
      c.get("db"),
      lines.map(({ referent_id }) => referent_id),
    );
    const mayWrite = writeSupport.allows(c.get("visitor"));
    const facts = {
      lines,
      total,
      page,
      words: q,
      removed,
      names,
      mayWrite,
      year: yearOf(dayInParis(new Date())),
    };
    return c.render(<CohortsPage {...facts} />, { title: listTitle(removed) });
  })
  .get("/:id{[0-9]+}", may(readSupport), async (c) =>
    showCohort(c, found(await findCohort(c.get("db"), idOf(c)))),
  )
  .on("GET", exportPaths("/:id{[0-9]+}/organisations"), may(readSupport), async (c) => {
    const cohort = await openCohortOf(c);
    return exportList(c, {
      name: `Cohorte ${cohort.name}`,
      format: formatOf(c),
      columns: stayColumns(cohort.milestones, dayInParis(new Date())),
      rows: inOrder(cohort.stays),
    });
  })
  .post("/:id{[0-9]+}/organisations", may(writeSupport), async (c) => {
    const cohort = await openCohortOf(c);
    const read = await readForm(c, enterForm(dayInParis(new Date())));
    if (!read.ok) return showCohort(c, cohort, { form: "enter", ...read });
    if (cohort.closed_on)
      return showCohort(c, cohort, {
        form: "enter",
        typed: read.typed,
        errors: { "": "La cohorte est close, plus personne n’y entre : reprenez-la d’abord." },
      });
    const { organisations, entree } = read.value;
    const settled = await settleNames(c.get("db"), organisations);
    if (!settled.ok)
      return showCohort(c, cohort, {
        form: "enter",
        typed: read.typed,
        errors: { organisations: settled.refusal },
      });
    let entered = settled.ids.length; // sent twice, it says what the first did
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      entered = await enterCohort(db, authorOf(c), cohort.id, settled.ids, entree);
      return incubation.one(cohort.id);
    });
    const already = settled.ids.length - entered;
    await leaveNotice(c, {
      text: `${plural(entered, "organisation entrée", "organisations entrées")} dans la cohorte${already > 0 ? ` ; ${already} y ${already > 1 ? "étaient" : "était"} déjà` : ""}.`,
    });
    return c.redirect(to, 303);
  })
  .post("/:id{[0-9]+}/cloture", may(writeSupport), async (c) => {
    const cohort = await openCohortOf(c);
    const read = await readForm(c, closingForm(dayInParis(new Date())));
    if (!read.ok) return showCohort(c, cohort, { form: "closing", ...read });
    const { cloture, mots, version } = read.value;
    const end = { on: cloture, words: mots };
    if (!(await closeCohort(c.get("db"), authorOf(c), cohort.id, version, end))) {
      const saved = await openCohortOf(c);
      const typed = { ...read.typed, version: String(saved.version) };
      return showCohort(c, saved, { form: "closing", typed, errors: { mots: overtaken } }, 409);
    }
    await leaveNotice(c, {
      text: "La cohorte est close.",
      undo: { action: incubation.reopening(cohort.id), label: "La reprendre" },
    });
    return c.redirect(incubation.one(cohort.id), 303);
  })
  .post("/:id{[0-9]+}/reouverture", may(writeSupport), async (c) => {
    const cohort = await openCohortOf(c);
    await reopenCohort(c.get("db"), authorOf(c), cohort.id);
    await leaveNotice(c, { text: "La cohorte a repris." });
    return c.redirect(incubation.one(cohort.id), 303);
  })
  .post("/:id{[0-9]+}/suppression", may(writeSupport), async (c) => {
    const cohort = found(await findCohort(c.get("db"), idOf(c)));
    await setCohortRemoved(c.get("db"), authorOf(c), cohort.id, new Date());
    await leaveNotice(c, {
      text: `« ${cohort.name} » est supprimée.`,
      undo: { action: incubation.restoration(cohort.id), label: "Annuler la suppression" },
    });
    return c.redirect(incubation.all(), 303);
  })
  .post("/:id{[0-9]+}/retablissement", may(writeSupport), async (c) => {
    const cohort = found(await findCohort(c.get("db"), idOf(c)));
    await setCohortRemoved(c.get("db"), authorOf(c), cohort.id, null);
    await leaveNotice(c, { text: "La cohorte est rétablie." });
    return c.redirect(incubation.one(cohort.id), 303);
  });

/** A list that is whole already, as a file is written from it. */
async function* inOrder<Row>(rows: readonly Row[]) {
  yield* rows;
}
