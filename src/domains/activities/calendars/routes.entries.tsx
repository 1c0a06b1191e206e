import { Hono } from "hono";
import { activities } from "#paths/activities.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { type Errors, formOf, readForm, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice, type Notice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { idOf } from "#platform/web/page.ts";
import { plural } from "#ui/format.ts";
import { writeMeetings } from "../access.ts";
import { findMeeting, listChoices } from "../queries.ts";
import { joinMeeting, noteEntries, refuseEntries, takeBackEntries } from "./commands.entries.ts";
import { decision, readRow } from "./input.ts";
import { entriesOf } from "./queries.noting.ts";
import { findWaitingEntry, listChosen } from "./queries.ts";
import { takenBackSaid } from "./texts.ts";

type Show = (
  c: Request,
  sent?: { form: "entries"; typed: Typed; errors: Errors; done?: Notice },
) => Response | Promise<Response>;

/** Deciding of what calendars propose: `show` draws the page again with what is wrong. */
export const entryRoutes = (show: Show) =>
  new Hono<AppEnv>()
    .post("/", may(writeMeetings), async (c) => {
      const read = await readForm(c, decision);
      if (!read.ok) return show(c);
      const { noter, refuser, choix } = read.value;
      const meant = noter ?? refuser;
      const ids = meant === "cochees" ? choix : meant === undefined ? [] : [meant];
      if (refuser !== undefined) return refuse(c, ids);
      if (ids.length === 0) {
        const errors = { "": "Cochez des réunions, ou appuyez sur le « Noter » de l’une d’elles." };
        return show(c, { form: "entries", typed: read.typed, errors });
      }
      return note(c, ids, read.typed, show);
    })
    .post("/retablissement", may(writeMeetings), async (c) => {
      const ids = (c.req.queries("choix") ?? []).map(Number).filter(Number.isSafeInteger);
      const done = await takeBackEntries(c.get("db"), authorOf(c), accountOf(c), ids);
      await leaveNotice(c, { text: takenBackSaid(done) });
      return c.redirect(activities.calendars(), 303);
    })
    .post("/:id{[0-9]+}/presence", may(writeMeetings), async (c) => {
      const db = c.get("db");
      const entry = found(await findWaitingEntry(db, accountOf(c), idOf(c)));
      const meeting = found(await findMeeting(db, Number((await formOf(c)).get("reunion")) || 0));
      await joinMeeting(db, authorOf(c), accountOf(c), { id: entry.id, meetingId: meeting.id });
      await leaveNotice(c, {
        text: `Vous êtes de l’équipe présente à « ${meeting.subject} ».`,
        undo: undoOf([entry.id]),
      });
      return c.redirect(activities.calendars(), 303);
    });

const undoOf = (ids: readonly number[]) => ({
  action: activities.entryRestoration(ids),
  label: "Annuler",
});

const accountOf = (c: Request) => c.get("visitor").accountId ?? "";

/** Notes those that are whole; the others stay, with what is missing. */
async function note(c: Request, ids: readonly number[], typed: Typed, show: Show) {
  const db = c.get("db");
  const chosen = await listChosen(db, accountOf(c), ids);
  const choices = await listChoices(db);
  const rows = chosen.map((entry) => ({ entry, read: readRow(typed, entry.id, choices) }));
  const whole = rows.flatMap(({ entry, read }) => (read.ok ? [{ entry, row: read.row }] : []));
  const { ready, errors } = await entriesOf(db, whole);
  let noted: number[] = [];
  const to = await once(c, db, authorOf(c), async (db) => {
    noted = await noteEntries(db, authorOf(c), accountOf(c), ready);
    return activities.calendars();
  });
  for (const { read } of rows) if (!read.ok) Object.assign(errors, read.errors);
  const said = `${plural(noted.length, "réunion notée", "réunions notées")}.`;
  if (Object.keys(errors).length > 0) {
    const done =
      noted.length > 0
        ? { done: { text: `${said} Les autres attendent une réponse.`, undo: undoOf(noted) } }
        : {};
    return show(c, { form: "entries", typed, errors, ...done });
  }
  if (noted.length > 0) await leaveNotice(c, { text: said, undo: undoOf(noted) });
  return c.redirect(to, 303);
}

async function refuse(c: Request, ids: readonly number[]) {
  const refused = await refuseEntries(c.get("db"), authorOf(c), accountOf(c), ids);
  const count = refused.length;
  await leaveNotice(c, {
    text:
      count === 0
        ? "Aucune réunion n’était cochée : rien n’a changé."
        : `${plural(count, "réunion ne sera plus proposée", "réunions ne seront plus proposées")}.`,
    ...(count > 0 ? { undo: undoOf(refused) } : {}),
  });
  return c.redirect(activities.calendars(), 303);
}
