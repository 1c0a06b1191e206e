import { Hono } from "hono";
import { incubation } from "#paths/incubation.ts";
import { type Day, dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { formatShortDay } from "#ui/format.ts";
import { writeSupport } from "../access.ts";
import { addMilestone, changeMilestone, markMilestone, setMilestoneRemoved } from "./commands.milestones.ts";
import { type MilestoneForm, milestoneForm, reachedQuestion } from "./input.lines.ts";
import { openCohortOf, showCohort } from "./page.tsx";
import type { Cohort } from "./queries.ts";
import { overtaken } from "./texts.ts";
import { MilestonePage, milestoneTitle } from "./views.milestone.tsx";

/** The milestones of a cohort, and what each organisation reached. */
export const milestoneRoutes = new Hono<AppEnv>()
  .post("/:id{[0-9]+}/jalons", may(writeSupport), async (c) => {
    const cohort = await openCohortOf(c);
    const read = await readForm(c, milestoneForm(dayInParis(new Date())));
    if (!read.ok) return showCohort(c, cohort, { form: "milestone", ...read });
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await addMilestone(db, authorOf(c), cohort.id, entryOf(read.value));
      return incubation.one(cohort.id);
    });
    await leaveNotice(c, { text: "Le jalon est ajouté." });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/jalons/:milestone{[0-9]+}", may(writeSupport), async (c) => {
    const { cohort, milestone } = await target(c);
    const typed = {
      titre: milestone.title,
      echeance: milestone.due_on ? formatShortDay(milestone.due_on) : "",
      mois: String(milestone.due_months ?? ""),
    };
    return c.render(<MilestonePage cohort={cohort} milestone={milestone} typed={typed} />, {
      title: milestoneTitle(milestone),
    });
  })
  .post("/:id{[0-9]+}/jalons/:milestone{[0-9]+}", may(writeSupport), async (c) => {
    const { cohort, milestone } = await target(c);
    const facts = { title: milestoneTitle(milestone) };
    const read = await readForm(c, milestoneForm(dayInParis(new Date())));
    if (!read.ok)
      return answer(c, 422, <MilestonePage cohort={cohort} milestone={milestone} {...read} />, facts);
    const { version } = read.value;
    if (!(await changeMilestone(c.get("db"), authorOf(c), milestone.id, version, entryOf(read.value)))) {
      const again = await target(c);
      const typed = { ...read.typed, version: String(again.milestone.version) };
      return answer(c, 409, <MilestonePage {...again} typed={typed} errors={{ titre: overtaken }} />, facts);
    }
    await leaveNotice(c, { text: "Le jalon est enregistré." });
    return c.redirect(incubation.one(cohort.id), 303);
  })
  .post("/:id{[0-9]+}/jalons/:milestone{[0-9]+}/suppression", may(writeSupport), async (c) => {
    const { cohort, milestone } = await target(c);
    const named = { cohortId: cohort.id, id: milestone.id };
    await setMilestoneRemoved(c.get("db"), authorOf(c), named, new Date());
    await leaveNotice(c, {
      text: `Le jalon « ${milestone.title} » est supprimé.`,
      undo: {
        action: incubation.milestoneRestoration(cohort.id, milestone.id),
        label: "Annuler la suppression",
      },
    });
    return c.redirect(incubation.one(cohort.id), 303);
  })
  .post("/:id{[0-9]+}/jalons/:milestone{[0-9]+}/retablissement", may(writeSupport), async (c) => {
    const cohort = await openCohortOf(c);
    const named = { cohortId: cohort.id, id: idOf(c, "milestone") };
    await setMilestoneRemoved(c.get("db"), authorOf(c), named, null);
    await leaveNotice(c, { text: "Le jalon est rétabli." });
    return c.redirect(incubation.one(cohort.id), 303);
  })
  .post("/:id{[0-9]+}/jalons/:milestone{[0-9]+}/atteint/:stay{[0-9]+}", may(writeSupport), async (c) => {
    const today = dayInParis(new Date());
    const { le = today } = readQuery(c, reachedQuestion(today));
    return mark(c, le);
  })
  .post("/:id{[0-9]+}/jalons/:milestone{[0-9]+}/non-atteint/:stay{[0-9]+}", may(writeSupport), (c) =>
    mark(c, null),
  );

/** Marks a milestone of an organisation; what it was before is what the undo puts back. */
async function mark(c: Request, reachedOn: Day | null) {
  const { cohort, milestone } = await target(c);
  const stay = found(cohort.stays.find(({ id }) => id === idOf(c, "stay")));
  const before = stay.marks.find(({ milestone_id }) => milestone_id === milestone.id)?.reached_on ?? null;
  const named = { milestoneId: milestone.id, stayId: stay.id };
  await markMilestone(c.get("db"), authorOf(c), named, { reachedOn });
  const undo = before
    ? incubation.reached(cohort.id, milestone.id, stay.id, before)
    : incubation.unreached(cohort.id, milestone.id, stay.id);
  await leaveNotice(c, {
    text: `« ${milestone.title} », ${stay.name} : ${reachedOn ? `atteint le ${formatShortDay(reachedOn)}` : "pas encore atteint"}.`,
    ...(before === reachedOn ? {} : { undo: { action: undo, label: "Annuler" } }),
  });
  return c.redirect(`${incubation.one(cohort.id)}#jalons`, 303);
}

/** A milestone of a cohort, neither of which is deleted. */
async function target(c: Request) {
  const cohort: Cohort = await openCohortOf(c);
  return { cohort, milestone: found(cohort.milestones.find(({ id }) => id === idOf(c, "milestone"))) };
}

const entryOf = ({ titre, echeance, mois }: MilestoneForm) => ({
  title: titre,
  dueOn: echeance,
  dueMonths: mois,
});
