import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { clockAt } from "../dates.clock.ts";
import { zoneNamed } from "../dates.zones.ts";
import { openCalendar } from "./open.ts";
import { readCalendar } from "./read.ts";

const file = (name: string) => readFile(new URL(`../../../test/files/${name}`, import.meta.url), "utf8");
const spring = { from: "2026-03-01T00:00:00.000Z", to: "2026-05-01T00:00:00.000Z" };

async function held(name: string, window = spring) {
  const read = readCalendar(await file(name), window);
  if (!read.ok) throw new Error(read.refusal);
  expect(read.unread).toBe(0);
  return read.occurrences.map((one) => {
    const { day, time } = clockAt(new Date(one.startsAt));
    const minutes = (Date.parse(one.endsAt) - Date.parse(one.startsAt)) / 60_000;
    return { ...one, said: `${day} ${time} ${minutes} min ${one.subject}` };
  });
}

describe("calendars as people export them", () => {
  test("Outlook: names of zones of Windows, a weekly point moved once and cancelled once, over the change of clocks", async () => {
    const found = await held("agenda-outlook.ics");
    expect(found.map(({ said }) => said)).toEqual([
      "2026-03-16 10:00 90 min Point d’équipe",
      "2026-03-20 14:00 60 min Rendez-vous avec la mairie de Soissons",
      "2026-03-24 15:30 90 min Point d’équipe (déplacé)",
      "2026-03-30 10:00 90 min Point d’équipe",
      "2026-04-06 10:00 90 min Point d’équipe",
    ]);
    expect(found.find(({ cancelled }) => cancelled)?.said).toBe("2026-04-06 10:00 90 min Point d’équipe");
    const meeting = found[1];
    expect(meeting?.guests).toEqual([
      {
        name: "DUPONT Jeanne",
        email: "jeanne.dupont@ville-soissons.fr",
        answer: "accepted",
        organises: true,
        thing: false,
      },
      {
        name: "Aminata Animatrice",
        email: "animatrice@exemple.fr",
        answer: "accepted",
        organises: false,
        thing: false,
      },
      {
        name: "Salle Aisne",
        email: "salle.aisne@ville-soissons.fr",
        answer: "accepted",
        organises: false,
        thing: true,
      },
    ]);
    expect(meeting?.location).toBe("Mairie, place de l’Hôtel de Ville, 02200 Soissons");
  });

  test("Google: times in UTC, private and all-day things said so, a video link", async () => {
    const found = await held("agenda-google.ics");
    expect(found.map(({ said }) => said)).toEqual([
      "2026-03-10 00:00 1440 min Congé",
      "2026-03-12 09:30 45 min Dentiste",
      "2026-03-27 11:00 60 min Comité de pilotage Mali",
      "2026-03-30 11:00 60 min Comité de pilotage Mali, suite",
    ]);
    expect(found.map((one) => [one.wholeDays, one.private, one.free])).toEqual([
      [true, false, true],
      [false, true, false],
      [false, false, false],
      [false, false, false],
    ]);
    expect(found[2]?.conference).toContain("meet.google.com");
    expect(found[2]?.guests.map(({ email, answer }) => [email, answer])).toContainEqual([
      "animatrice@exemple.fr",
      "declined",
    ]);
  });

  test("Nextcloud: every second Thursday, without its exception, DURATION rather than DTEND, a description of its zone", async () => {
    const found = await held("agenda-nextcloud.ics");
    expect(found.map(({ said }) => said)).toEqual([
      "2026-03-05 18:00 120 min Groupe pays Bénin",
      "2026-04-02 18:00 120 min Groupe pays Bénin",
      "2026-04-16 18:00 120 min Groupe pays Bénin",
      "2026-04-20 08:15 30 min Appel depuis Cotonou",
    ]);
    const other = await held("agenda-nextcloud.ics", {
      from: "2026-03-30T00:00:00Z",
      to: "2026-04-10T00:00:00Z",
    });
    expect(other[0]?.occurrence, "the same whatever the window").toBe(found[1]?.occurrence);
  });
});

test.for([
  ["", "notCalendar"],
  ["<html>Connectez-vous</html>", "notCalendar"],
  ["BEGIN:VCALENDAR\nBEGIN:VEVENT\nnimporte", "notCalendar"],
] as const)("what is not a calendar is refused: %j", async ([text, refusal]) => {
  expect(await openCalendar(text, spring)).toEqual({ ok: false, refusal });
});

const one = (lines: string) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n${lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

test("a rule made to take for ever is stopped, or left out", async () => {
  const often = one("DTSTART:20260301T090000Z\r\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30");
  expect(await openCalendar(often, spring)).toMatchObject({ ok: true, occurrences: [], unread: 1 });
  const many = `BEGIN:VCALENDAR\r\n${Array.from(
    { length: 40 },
    (_, n) => `BEGIN:VEVENT\r\nUID:${n}\r\nDTSTART:15000101T090000\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n`,
  ).join("")}END:VCALENDAR`;
  expect(await openCalendar(many, spring)).toEqual({ ok: false, refusal: "tooHeavy" });
  expect(await openCalendar(one("DTSTART:20260301T090000Z"), spring, { seconds: 0 })).toMatchObject({
    ok: false,
  });
});

test("a daily thing of ten years is laid out in its window, and each time has its own mark", () => {
  const read = readCalendar(
    one("DTSTART;TZID=Europe/Paris:20160104T083000\r\nDURATION:PT15M\r\nRRULE:FREQ=DAILY"),
    spring,
  );
  if (!read.ok) throw new Error(read.refusal);
  expect(read.occurrences.length).toBe(61);
  expect(new Set(read.occurrences.map(({ occurrence }) => occurrence)).size).toBe(61);
  for (const { startsAt } of read.occurrences) expect(clockAt(new Date(startsAt)).time).toBe("08:30");
});

test.for([
  ["Europe/Paris", "Europe/Paris"],
  ["Romance Standard Time", "Europe/Paris"],
  ["/freeassociation.sourceforge.net/Europe/Paris", "Europe/Paris"],
  ["(UTC+01:00) Brussels, Copenhagen, Madrid, Paris", "Europe/Paris"],
  ["America/Argentina/Ushuaia", "America/Argentina/Ushuaia"],
  ["UTC", "UTC"],
  ["Customized Time Zone", undefined],
] as const)("the zone %j is %s", ([named, zone]) => {
  expect(zoneNamed(named)).toBe(zone);
});

test("dates added by hand come besides the first, and what is only shared as taken is given apart", () => {
  const text = [
    ...[
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "BEGIN:VEVENT",
      "UID:1",
      "DTSTART:20260310T090000Z",
      "DURATION:PT1H",
    ],
    ...["RDATE:20260311T090000Z,20260310T090000Z", "END:VEVENT", "BEGIN:VFREEBUSY", "UID:2"],
    ...[
      "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260312T090000Z/PT30M",
      "FREEBUSY;FBTYPE=FREE:20260313T090000Z/PT30M",
    ],
    ...["FREEBUSY:20250312T090000Z/PT30M", "END:VFREEBUSY", "END:VCALENDAR"],
  ].join("\r\n");
  const read = readCalendar(text, spring);
  expect(read.ok && read.occurrences.map(({ startsAt }) => startsAt)).toEqual([
    "2026-03-10T09:00:00.000Z",
    "2026-03-11T09:00:00.000Z",
  ]);
  expect(read.ok && read.taken).toEqual([
    { startsAt: "2026-03-12T09:00:00.000Z", endsAt: "2026-03-12T09:30:00.000Z" },
  ]);
});
