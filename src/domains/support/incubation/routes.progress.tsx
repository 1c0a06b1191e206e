import { Hono } from "hono";
import { findPersonByAddress } from "#domains/directory/index.ts";
import { incubation } from "#paths/incubation.ts";
import { tools } from "#paths/tools.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { formatShortDay } from "#ui/format.ts";
import { writeSupport } from "../access.ts";
import { addPerson, setPersonRemoved } from "../commands.people.ts";
import { personForm } from "../content/input.ts";
import { findTool } from "../tools/queries.ts";
import { markMilestone } from "./commands.milestones.ts";
import { openPoint } from "./commands.support.ts";
import { markForm } from "./input.lines.ts";
import { pointForm } from "./input.ts";
import { openStayOf, showStay } from "./page.tsx";
import { overtaken } from "./texts.ts";
import { MarkPage, markTitle } from "./views.mark.tsx";

/** What becomes of an organisation in a cohort: its points, its milestones, with whom. */
export const stayProgressRoutes = new Hono<AppEnv>()
  .post("/:id{[0-9]+}/points", may(writeSupport), async (c) => {
    const stay = await openStayOf(c);
    const read = await readForm(c, pointForm(dayInParis(new Date())));
    if (!read.ok) return showStay(c, stay, { form: "point", ...read });
    const last = stay.points.at(-1);
    if (last && read.value.point < last.held_on) {
      const errors = {
        point: `Le point d’avant est du ${formatShortDay(last.held_on)} : celui-ci vient après.`,
      };
      return showStay(c, stay, { form: "point", typed: read.typed, errors });
    }
    const tool = found(await findTool(c.get("db"), "diagnosis"));
    const to = await once(c, c.get("db"), authorOf(c), async (db) =>
      tools.sheet(await openPoint(db, authorOf(c), stay, tool, read.value.point)),
    );
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/jalons/:milestone{[0-9]+}", may(writeSupport), async (c) => {
    const { stay, milestone, mark } = await target(c);
    const typed = {
      atteint: mark.reached_on ? formatShortDay(mark.reached_on) : "",
      note: mark.note,
      version: String(mark.version),
    };
    return c.render(<MarkPage stay={stay} milestone={milestone} dueOn={mark.due_on} typed={typed} />, {
      title: markTitle(milestone, stay),
    });
  })
  .post("/:id{[0-9]+}/jalons/:milestone{[0-9]+}", may(writeSupport), async (c) => {
    const { stay, milestone, mark } = await target(c);
    const facts = { title: markTitle(milestone, stay) };
    const page = { stay, milestone, dueOn: mark.due_on };
    const read = await readForm(c, markForm(dayInParis(new Date())));
    if (!read.ok) return answer(c, 422, <MarkPage {...page} {...read} />, facts);
    const { atteint, note, version } = read.value;
    const named = { milestoneId: milestone.id, stayId: stay.id, version };
    if (!(await markMilestone(c.get("db"), authorOf(c), named, { reachedOn: atteint, note }))) {
      const saved = (await target(c)).mark;
      const typed = { ...read.typed, version: String(saved.version) };
      return answer(c, 409, <MarkPage {...page} typed={typed} errors={{ note: overtaken }} />, facts);
    }
    await leaveNotice(c, { text: "Le jalon est noté." });
    return c.redirect(`${incubation.stay(stay.id)}#jalons`, 303);
  })
  .post("/:id{[0-9]+}/personnes", may(writeSupport), async (c) => {
    const stay = await openStayOf(c);
    const read = await readForm(c, personForm);
    if (!read.ok) return showStay(c, stay, { form: "person", ...read });
    const { nom: name, fonction: title, courriel: email, telephone: phone } = read.value;
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      const personId = email ? await findPersonByAddress(db, email) : null;
      await addPerson(db, authorOf(c), { in: "stay", id: stay.id }, { personId, name, title, email, phone });
      return incubation.stay(stay.id);
    });
    await leaveNotice(c, { text: `${name} est de ce suivi.` });
    return c.redirect(to, 303);
  })
  .post("/:id{[0-9]+}/personnes/:person{[0-9]+}/retrait", may(writeSupport), async (c) => {
    const stay = await openStayOf(c);
    const of = { in: "stay", id: stay.id } as const;
    const person = idOf(c, "person");
    const name = found(await setPersonRemoved(c.get("db"), authorOf(c), of, person, new Date()));
    await leaveNotice(c, {
      text: `${name} n’est plus de ce suivi.`,
      undo: { action: incubation.personRestoration(stay.id, person), label: "Annuler le retrait" },
    });
    return c.redirect(incubation.stay(stay.id), 303);
  })
  .post("/:id{[0-9]+}/personnes/:person{[0-9]+}/retablissement", may(writeSupport), async (c) => {
    const stay = await openStayOf(c);
    const of = { in: "stay", id: stay.id } as const;
    const name = found(await setPersonRemoved(c.get("db"), authorOf(c), of, idOf(c, "person"), null));
    await leaveNotice(c, { text: `${name} est de nouveau de ce suivi.` });
    return c.redirect(incubation.stay(stay.id), 303);
  });

/** A milestone of the cohort, and what this organisation made of it. */
async function target(c: Request) {
  const stay = await openStayOf(c);
  const milestone = found(stay.milestones.find(({ id }) => id === idOf(c, "milestone")));
  return {
    stay,
    milestone,
    mark: found(stay.marks.find(({ milestone_id }) => milestone_id === milestone.id)),
  };
}
