import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test as plain } from "vitest";
import { inTransaction, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { anEvent } from "#test/public-agenda.ts";
import { openSite } from "#test/site.ts";
import { listCalendarSessions } from "./queries.ts";
import { type CalendarSession, calendarOf } from "./write.ts";

const session: CalendarSession = {
  uid: "5f3a2c1e-0000-4000-8000-000000000001",
  sequence: 0,
  title: "Groupe pays Mali",
  session_title: "",
  starts_on: "2026-03-28",
  ends_on: null,
  starts_at: "09:00:00",
  ends_at: "12:00:00",
  duration_minutes: 0,
  cancelled: false,
  where: "Lille",
  description: "Venez.",
  url: "https://reseau.fr/agenda/1-groupe-pays-mali",
  changed_at: new Date("2026-01-02T03:04:05Z"),
};

const read = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
const one = (facts: Partial<CalendarSession>) => {
  const text = calendarOf([{ ...session, ...facts }], { name: "Agenda" });
  const [event] = read(text);
  if (!event) throw new Error(text);
  return { text, event };
};
const utc = (time: { toJSDate(): Date }) => time.toJSDate().toISOString();

describe("a calendar", () => {
  plain.for([
    ["in winter", "2026-03-28", "2026-03-28T08:00:00.000Z"],
    ["on the day when summer time begins", "2026-03-29", "2026-03-29T07:00:00.000Z"],
    ["in summer", "2026-07-01", "2026-07-01T07:00:00.000Z"],
    ["on the day when it ends", "2026-10-25", "2026-10-25T08:00:00.000Z"],
  ])("nine o’clock in Paris is nine o’clock in Paris %s", ([, day, instant]) => {
    expect(utc(one({ starts_on: day }).event.startDate)).toBe(instant);
  });

  plain("a session of whole days ends on the morning after its last", () => {
    const { event, text } = one({
      starts_at: null,
      ends_at: null,
      starts_on: "2026-10-24",
      ends_on: "2026-10-25",
    });
    expect([event.startDate.isDate, String(event.startDate), String(event.endDate)]).toEqual([
      true,
      "2026-10-24",
      "2026-10-26",
    ]);
    expect(text).toContain("DTSTART;VALUE=DATE:20261024\r\n");
  });

  plain("an end that is not said is found from the duration, or left out", () => {
    expect(utc(one({ ends_at: null, duration_minutes: 90 }).event.endDate)).toBe("2026-03-28T09:30:00.000Z");
    expect(one({ ends_at: null }).text).not.toContain("DTEND");
  });

  plain("a cancelled one stays, and says so; a change raises its number", () => {
    const { event, text } = one({ cancelled: true, sequence: 3 });
    expect(event.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect([event.sequence, event.uid, event.summary]).toEqual([3, session.uid, "Annulé : Groupe pays Mali"]);
    expect(text).toContain("LAST-MODIFIED:20260102T030405Z\r\n");
  });

  plain("the same sessions give the same text, whenever they are asked", () => {
    expect(one({}).text).toBe(one({}).text);
    expect(one({}).text).not.toMatch(/TZID|(?<!\r)\n/);
  });

  plain("any words go through: French letters, commas, semicolons, line ends, a long line", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (typed) => {
        const words = `Élèves, ça va ; « né » \\ ${typed.replace(/[\p{C}\s]+/gu, " ")}`.trim();
        const { event, text } = one({ title: words, where: words, description: `${words}\n${words}` });
        expect([event.summary, event.location, event.description]).toEqual([
          words,
          words,
          `${words}\n${words}`,
        ]);
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
    );
    const named = calendarOf([session], { name: "Agenda ; Lianes, coopération\nBEGIN:VEVENT" });
    expect(named).toContain("\r\nNAME:Agenda \\; Lianes\\, coopération BEGIN:VEVENT\r\n");
    expect(read(named).length).toBe(1);
  });
});

describe("the calendars of the agenda", () => {
  test("the whole, a filter and an event give the same identities; moved and cancelled reach them", async ({
    db,
  }) => {
    const { id, sessions } = await anEvent(db, { title: "Forum" }, [
      {
        starts_on: "2099-05-04",
        starts_at: "10:00",
        ends_at: "17:00",
        place: "Amiens",
        online_url: "https://secret",
      },
      { starts_on: "2099-05-05" },
    ]);
    await anEvent(db, { title: "À dater", programme_year: 2099, planned_period: "Mai" });
    await anEvent(db, { title: "Autre" }, [{ starts_on: "2099-06-01", online: true }]);
    const site = await openSite(db);
    const asked = async (path: string) => {
      const answer = await site.request(path);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([
        200,
        "text/calendar; charset=utf-8",
      ]);
      const text = await answer.text();
      expect(text).not.toContain("secret");
      return read(text);
    };
    const uids = async (path: string) => (await asked(path)).map(({ uid }) => uid);
    const own = await uids(`/agenda/${id}-forum.ics`);
    expect(own.length).toBe(2);
    expect(await uids("/agenda.ics?q=forum")).toEqual(own);
    expect((await uids("/agenda.ics")).length).toBe(3);
    expect((await uids("/agenda.ics?cadre=en-ligne")).length).toBe(1);
    expect((await uids("/agenda.ics?annee=2098")).length).toBe(0);
    await inTransaction(db, system, async (db) => {
      await db
        .updateTable("agenda.sessions")
        .set({ starts_on: "2099-05-11", moved_from: "2099-05-04", sequence: 1 })
        .where("id", "=", sessions[0] ?? 0)
        .execute();
      await db
        .updateTable("agenda.sessions")
        .set({ cancelled_at: new Date(), sequence: 1 })
        .where("id", "=", sessions[1] ?? 0)
        .execute();
    });
    const [second, first] = await asked(`/agenda/${id}-forum.ics`);
    expect([first?.uid, second?.uid]).toEqual(own);
    expect(utc(first?.startDate ?? ICAL.Time.now())).toBe("2099-05-11T08:00:00.000Z");
    expect(second?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(second?.sequence).toBe(1);
  });

  test("a program that comes back is told that nothing changed", async ({ db }) => {
    await anEvent(db, {}, [{ starts_on: "2099-05-04" }]);
    const site = await openSite(db);
    const etag = (await site.request("/agenda.ics")).headers.get("etag") ?? "";
    expect((await site.request("/agenda.ics", { headers: { "If-None-Match": etag } })).status).toBe(304);
  });

  test("those registered are given where to follow it, and they alone", async ({ db }) => {
    const { sessions } = await anEvent(db, { visibility: "internal" }, [
      { starts_on: "2099-05-04", online: true, online_url: "https://visio.fr/salle" },
    ]);
    const baseUrl = "https://reseau.fr";
    const [mine] = await listCalendarSessions(db, sessions, { baseUrl, forThem: true });
    expect(mine?.description).toContain("https://visio.fr/salle");
    expect(mine?.where).toBe("En ligne");
    const [theirs] = await listCalendarSessions(db, sessions, { baseUrl, forThem: false });
    expect(theirs?.description).not.toContain("visio.fr");
    expect(await listCalendarSessions(db, [], { baseUrl, forThem: true })).toEqual([]);
  });
});
