import { expect } from "vitest";
import { activities } from "#paths/activities.ts";
import { agenda } from "#paths/agenda.ts";
import { registrations } from "#paths/registrations.ts";
import { test } from "#test/database.ts";
import { anEvent, person, registered } from "#test/registrations.ts";
import { openSite } from "#test/site.ts";

test("a training that was held is noted in the log from its page: day, hours, place and people are there already", async ({
  db,
}) => {
  const { id, sessions } = await anEvent(db, { days: [0, 1], training: true });
  const [today = 0, tomorrow = 0] = sessions;
  const noon = { starts_at: "23:00", ends_at: "23:59", duration_minutes: 180, place: "Lille" };
  await db.updateTable("agenda.sessions").set(noon).where("event_id", "=", id).execute();
  const [awa] = await registered(db, id, [person("Awa"), person("Bineta")]);
  const site = await openSite(db, "animatrice");
  await site.post(registrations.attendance(id), {
    "present[]": [`${awa?.id}-${today}`],
    avant: "",
    venus: "",
  });

  const links = (page: Document) =>
    [...page.querySelectorAll("main a")].flatMap((link) => link.getAttribute("href") ?? []);
  const before = links(await site.visit(agenda.one(id)));
  expect(before).toContain(agenda.sessionNoting(id, today));
  expect(before, "not before it is held").not.toContain(agenda.sessionNoting(id, tomorrow));
  const { headers } = await site.request(agenda.sessionNoting(id, today));
  const address = headers.get("location") ?? "";
  expect(address, "no name in an address").not.toMatch(/Awa|Diop/);
  const form = await site.visit(address);
  const said = (name: string) => form.querySelector(`[name=${name}]`)?.getAttribute("value");
  expect([said("sujet"), said("participants"), said("pour")]).toEqual([
    "Monter un projet au Mali",
    "1",
    `events:${id}:${today}`,
  ]);
  expect(form.querySelector("[name=type] option[selected]")?.textContent).toBe("Formation");

  const fields = new URL(address, "http://localhost").searchParams;
  const sent = await site.post(activities.add(), Object.fromEntries(fields));
  expect(sent.status).toBe(303);
  const meeting = await db.selectFrom("activities.shared_meetings").selectAll().executeTakeFirstOrThrow();
  expect(meeting).toMatchObject({ duration_minutes: 180, participants: 1, places: "Lille" });
  const after = links(await site.visit(agenda.one(id)));
  expect(after).toContain(activities.one(meeting.id ?? 0));
  expect(after).not.toContain(agenda.sessionNoting(id, today));
  const record = await site.visit(activities.one(meeting.id ?? 0));
  expect(record.querySelector("main")?.textContent).toContain("séance du");
  for (const persona of ["membre", undefined] as const)
    expect((await (await openSite(db, persona)).request(agenda.sessionNoting(id, today))).status).toBe(
      persona ? 403 : 303,
    );
});

test("a meeting that says it is that of another event's session is logged, and belongs to nothing", async ({
  db,
}) => {
  const one = await anEvent(db, { days: [0] });
  const other = await anEvent(db, { days: [0], title: "Autre" });
  const site = await openSite(db, "animatrice");
  const { headers } = await site.request(agenda.sessionNoting(one.id, one.sessions[0] ?? 0));
  const fields = new URL(headers.get("location") ?? "", "http://localhost").searchParams;
  const sent = { ...Object.fromEntries(fields), lieux: "", enligne: "oui", duree: "1h" };
  for (const pour of [`events:${other.id}:${one.sessions[0]}`, "events:x:y", "events:1"])
    expect((await site.post(activities.add(), { ...sent, pour })).status).toBe(303);
  expect(await db.selectFrom("agenda.session_meetings").selectAll().execute()).toEqual([]);
});
