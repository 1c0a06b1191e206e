import { Hono } from "hono";
import { incubation } from "#paths/incubation.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { writeSupport } from "../access.ts";
import { setEventLinked } from "./commands.ts";
import { programmeQuestion } from "./input.ts";
import { openCohortOf } from "./page.tsx";
import { findEvent, searchLinkable } from "./queries.choices.ts";
import { ProgrammePage, programmeTitle } from "./views.programme.tsx";

/** The programme of a cohort: events of the agenda. */
export const programmeRoutes = new Hono<AppEnv>()
  .get("/:id{[0-9]+}/programme", may(writeSupport), async (c) => {
    const cohort = await openCohortOf(c);
    const { q = "" } = readQuery(c, programmeQuestion);
    const events = await searchLinkable(c.get("db"), cohort.id, q);
    return c.render(<ProgrammePage cohort={cohort} words={q} events={events} />, {
      title: programmeTitle(cohort),
    });
  })
  .post("/:id{[0-9]+}/programme/:event{[0-9]+}/rattachement", may(writeSupport), async (c) => {
    const cohort = await openCohortOf(c);
    const event = found(await findEvent(c.get("db"), idOf(c, "event")));
    await setEventLinked(c.get("db"), authorOf(c), cohort.id, event.id, true);
    await leaveNotice(c, {
      text: `« ${event.title} » est au programme de la cohorte.`,
      undo: { action: incubation.unlinking(cohort.id, event.id), label: "Le retirer" },
    });
    return c.redirect(`${incubation.one(cohort.id)}#programme`, 303);
  })
  .post("/:id{[0-9]+}/programme/:event{[0-9]+}/retrait", may(writeSupport), async (c) => {
    const cohort = await openCohortOf(c);
    const event = found(await findEvent(c.get("db"), idOf(c, "event")));
    await setEventLinked(c.get("db"), authorOf(c), cohort.id, event.id, false);
    await leaveNotice(c, {
      text: `« ${event.title} » n’est plus au programme de la cohorte ; il reste à l’agenda.`,
      undo: { action: incubation.relinking(cohort.id, event.id), label: "Le remettre" },
    });
    return c.redirect(`${incubation.one(cohort.id)}#programme`, 303);
  });
