import { Hono } from "hono";
import { activities } from "#paths/activities.ts";
import { dayInParis } from "#platform/dates.ts";
import type { Author, Db } from "#platform/db/index.ts";
import type { MeetingPart } from "#platform/meeting-part.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, readQuery, formOf as sentForm, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeMeetings } from "./access.ts";
import { settleEntry } from "./calendars/commands.entries.ts";
import { findWaitingEntry } from "./calendars/queries.ts";
import { formOfEntry } from "./calendars/texts.ts";
import { changeMeeting, logMeeting } from "./commands.ts";
import { filledForm, type Prefill, prefill } from "./input.prefill.ts";
import { meetingForm } from "./input.ts";
import { settleMeeting } from "./queries.entry.ts";
import { findLastMeetingOf, findMeeting, keptOf, listChoices, type Meeting } from "./queries.ts";
import { copyOf, entryOf, formOf, freshForm } from "./texts.form.ts";
import { EditMeetingPage, editTitle, NewMeetingPage, newTitle } from "./views.edit.tsx";
import { wordRecognised } from "./views.places.tsx";

/** Noting a meeting, and changing it. `parts`: what a meeting may belong to, in the rooms above. */
export const meetingEntryRoutes = (parts: readonly MeetingPart[]) =>
  new Hono<AppEnv>()
    .get("/nouvelle", may(writeMeetings), async (c) => {
      const db = c.get("db");
      const { accountId } = authorOf(c);
      const given = readQuery(c, prefill);
      const last = await findLastMeetingOf(db, accountId);
      const fresh = await startOf(c, given, last);
      const choices = await listChoices(db, { terms: [given.type ?? null] });
      return c.render(<NewMeetingPage choices={choices} typed={filledForm(given, fresh)} last={last} />, {
        title: newTitle,
      });
    })
    .post("/nouvelle", may(writeMeetings), async (c) => {
      const read = await readMeeting(c);
      if (!read.ok) return answer(c, 422, <NewMeetingPage {...read} />, { title: newTitle });
      const next = (await sentForm(c)).get("ensuite");
      const author = authorOf(c);
      const { pour, agenda } = prefill.parse(read.typed);
      const to = await once(c, c.get("db"), author, async (db) => {
        const id = await logMeeting(db, author, read.entry);
        if (pour) await attach(parts, db, author, id, pour);
        if (agenda && author.accountId) await settleEntry(db, author.accountId, agenda, id);
        return activities.one(id);
      });
      const id = Number(to.split("/").at(-1));
      await sayDone(c, id, "Réunion notée.");
      if (agenda) return c.redirect(activities.calendars(), 303);
      return c.redirect(
        next === "autre" ? activities.add() : next === "serie" ? activities.series(id) : to,
        303,
      );
    })
    .get("/:id{[0-9]+}/modifier", may(writeMeetings), async (c) => {
      const meeting = found(await findMeeting(c.get("db"), idOf(c)));
      const choices = await listChoices(c.get("db"), keptOf(meeting));
      const typed = formOf(entryOf(meeting));
      return c.render(<EditMeetingPage meeting={meeting} choices={choices} typed={typed} />, {
        title: editTitle(meeting),
      });
    })
    .post("/:id{[0-9]+}/modifier", may(writeMeetings), async (c) => {
      const db = c.get("db");
      const meeting = found(await findMeeting(db, idOf(c)));
      const read = await readMeeting(c, meeting);
      const title = editTitle(meeting);
      if (!read.ok) {
        // The version under the reader's eyes goes on, so that a colleague's change is still seen at the next try.
        const seen = { ...meeting, version: Number(read.typed["version"]) || meeting.version };
        return answer(c, 422, <EditMeetingPage meeting={seen} {...read} />, { title });
      }
      const outcome = await changeMeeting(db, authorOf(c), meeting.id, read.version, read.entry);
      if (!outcome.ok) {
        const saved = found(await findMeeting(db, meeting.id));
        return answer(c, 409, <EditMeetingPage meeting={saved} mine={read.entry} {...read} errors={{}} />, {
          title,
        });
      }
      await sayDone(c, meeting.id, "Modifications enregistrées.");
      return c.redirect(activities.one(meeting.id), 303);
    });

/** The form sent, understood as far as it can be: an entry to write, or what the page needs to show it again. */
async function readMeeting(c: Request, meeting?: Meeting) {
  const db = c.get("db");
  const choices = await listChoices(db, meeting && keptOf(meeting));
  const read = await readForm(c, meetingForm(dayInParis(new Date()), choices));
  if (!read.ok) return { ...read, choices };
  const before = meeting ? entryOf(meeting).people : await peopleOfEntry(c, read.typed);
  const settled = await settleMeeting(db, read.value, read.typed, before);
  return { ...settled, choices, typed: read.typed, version: read.value.version ?? 0 };
}

/** What the form holds before the address fills it: a meeting to copy, what a calendar said, or as last time. */
async function startOf(c: Request, { modele, agenda }: Prefill, last: Meeting | undefined): Promise<Typed> {
  const db = c.get("db");
  const { accountId } = authorOf(c);
  const today = dayInParis(new Date());
  if (modele) return copyOf(found(await findMeeting(db, modele)), today, accountId);
  const fresh = freshForm(today, last, accountId);
  if (!agenda) return fresh;
  return formOfEntry(found(await findWaitingEntry(db, accountId, agenda)), fresh);
}

/** The people that a calendar named, with their addresses, when the form corrects what it proposed. */
async function peopleOfEntry(c: Request, typed: Typed) {
  const { agenda } = prefill.parse(typed);
  const entry = agenda ? await findWaitingEntry(c.get("db"), authorOf(c).accountId, agenda) : undefined;
  return entry?.facts.people.map(({ name, email, personId }) => ({ typed: name, email, personId })) ?? [];
}

/** Ties a new meeting to what the address of its form named, when a room above knows it. */
async function attach(
  parts: readonly MeetingPart[],
  db: Db,
  author: Author,
  meetingId: number,
  pour: string,
) {
  const [id, ...key] = pour.split(":");
  await parts.find((part) => part.id === id)?.attach?.(db, author, meetingId, key.join(":"));
}

/** Says what was done and how each place was understood. */
async function sayDone(c: Request, id: number, done: string) {
  const meeting = await findMeeting(c.get("db"), id);
  const recognised = meeting ? wordRecognised(meeting) : "";
  await leaveNotice(c, { text: recognised ? `${done} Lieu reconnu : ${recognised}.` : done });
}
