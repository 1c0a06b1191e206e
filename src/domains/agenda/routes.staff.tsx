import { Hono } from "hono";
import { agenda } from "#paths/agenda.ts";
import { inPages } from "#platform/db/pages.ts";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { readTrainings, writeTrainings } from "./access.ts";
import { remove, restore } from "./commands.ts";
import { sessionQuestion } from "./input.list.ts";
import { filteredSessions, listRemovedTrainings, searchSessions } from "./queries.list.ts";
import { findTraining } from "./queries.ts";
import { foundSession, trainingEntryRoutes } from "./routes.entry.tsx";
import { exportColumns } from "./texts.export.ts";
import { wordDays } from "./texts.ts";
import { listTitle, RemovedTrainingsPage, removedTitle, SessionListPage } from "./views.list.tsx";
import { TrainingPage } from "./views.record.tsx";

/** Trainings and their sessions, for staff and the board. */
export const trainingStaffRoutes = new Hono<AppEnv>()
  .get("/formations", may(readTrainings), async (c) => {
    const asked = readQuery(c, sessionQuestion);
    if (asked.etat) {
      const trainings = await listRemovedTrainings(c.get("db"));
      return c.render(<RemovedTrainingsPage trainings={trainings} />, { title: removedTitle });
    }
    const list = await searchSessions(c.get("db"), asked);
    const mayWrite = writeTrainings.allows(c.get("visitor"));
    return c.render(<SessionListPage list={list} asked={asked} mayWrite={mayWrite} />, {
      title: listTitle(list),
    });
  })
  .on("GET", exportPaths("/formations"), may(readTrainings), async (c) => {
    const db = c.get("db");
    const asked = readQuery(c, sessionQuestion);
    const list = await searchSessions(db, asked);
    return exportList(c, {
      name: listTitle(list),
      format: formatOf(c),
      columns: exportColumns,
      rows: inPages(db, filteredSessions(asked, list.year), { by: ["starts_on", "id"], descending: true }),
    });
  })
  .route("/formations", trainingEntryRoutes)
  .get("/formations/:id{[0-9]+}", may(readTrainings), async (c) => {
    const training = found(await findTraining(c.get("db"), idOf(c)));
    const mayWrite = writeTrainings.allows(c.get("visitor"));
    return c.render(<TrainingPage training={training} mayWrite={mayWrite} />, { title: training.title });
  })
  .post("/formations/:id{[0-9]+}/suppression", may(writeTrainings), async (c) => {
    const { id, title } = found(await findTraining(c.get("db"), idOf(c)));
    await remove(c.get("db"), authorOf(c), "agenda.events", id, new Date());
    await leaveNotice(c, {
      text: `« ${title} » et ses sessions sont supprimées.`,
      undo: { action: agenda.restoration(id), label: "Annuler la suppression" },
    });
    return c.redirect(agenda.all(), 303);
  })
  .post("/formations/:id{[0-9]+}/retablissement", may(writeTrainings), async (c) => {
    const { id } = found(await findTraining(c.get("db"), idOf(c)));
    await restore(c.get("db"), authorOf(c), "agenda.events", id);
    await leaveNotice(c, { text: "La formation est rétablie." });
    return c.redirect(agenda.one(id), 303);
  })
  .post("/formations/:id{[0-9]+}/sessions/:session{[0-9]+}/suppression", may(writeTrainings), async (c) => {
    const { training, session } = await foundSession(c);
    await remove(c.get("db"), authorOf(c), "agenda.sessions", session.id, new Date());
    await leaveNotice(c, {
      text: `La session (${wordDays(session)}) est supprimée.`,
      undo: { action: agenda.sessionRestoration(training.id, session.id), label: "Annuler la suppression" },
    });
    return c.redirect(agenda.one(training.id), 303);
  })
  .post(
    "/formations/:id{[0-9]+}/sessions/:session{[0-9]+}/retablissement",
    may(writeTrainings),
    async (c) => {
      const { training, session } = await foundSession(c);
      await restore(c.get("db"), authorOf(c), "agenda.sessions", session.id);
      await leaveNotice(c, { text: "La session est rétablie." });
      return c.redirect(agenda.one(training.id), 303);
    },
  );
