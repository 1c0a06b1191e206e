import { expect, test } from "vitest";
import { system } from "#platform/db/index.ts";
import { aMeeting, countMeetings, saidOfMeeting } from "#test/meetings.ts";
import { ownDatabase } from "#test/own-database.ts";
import { openSite } from "#test/site.ts";
import { changeMeeting } from "./commands.ts";
import { findMeeting } from "./queries.ts";
import { entryOf } from "./texts.form.ts";

test("a form sent five times at the same instant notes one meeting, and all get its address", async () => {
  await using own = await ownDatabase();
  const site = await openSite(own.db, "animatrice");
  const page = await site.visit("/gestion/activite/nouvelle");
  const once = page.querySelector("[name=once]")?.getAttribute("value") ?? "";
  const form = { ...(await saidOfMeeting(own.db)), once };
  await site.post("/gestion/activite/nouvelle", { ...form, once: "", sujet: "" }); // the form's token is known from here on
  const sent = await Promise.all(
    Array.from({ length: 5 }, () => site.post("/gestion/activite/nouvelle", form)),
  );
  expect(new Set(sent.map(({ status, to }) => `${status} ${to}`)).size).toBe(1);
  expect(await countMeetings(own.db)).toBe(1);
});

test("of two colleagues who save at the same instant, one wins and the other is told", async () => {
  await using own = await ownDatabase();
  const id = await aMeeting(own.db);
  const meeting = await findMeeting(own.db, id);
  if (!meeting) throw new Error("no meeting");
  const save = (subject: string) =>
    changeMeeting(own.db, system, id, meeting.version, { ...entryOf(meeting), subject });
  const outcomes = await Promise.all([save("L’une"), save("L’autre"), save("La troisième")]);
  expect(outcomes.filter((outcome) => outcome.ok).length).toBe(1);
  const won = ["L’une", "L’autre", "La troisième"][outcomes.findIndex((outcome) => outcome.ok)];
  expect((await findMeeting(own.db, id))?.subject).toBe(won);
});
