import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clockAt, instantAt } from "#platform/dates.clock.ts";
import { addDays } from "#platform/dates.ts";
import { isTokenOf, numberOf, tokenOf } from "../rules.link.ts";
import { freeSlots, holdsOn, type Opening, readClock, type SlotQuestion, slotsOn } from "./rules.slots.ts";

const tuesdays: Opening = {
  id: 1,
  weekday: 2,
  everyWeeks: 1,
  heldOn: null,
  startsAt: "09:00",
  endsAt: "12:00",
  slotMinutes: 45,
  fromOn: "2026-01-01",
  toOn: null,
};
const asked: SlotQuestion = {
  from: "2026-03-02",
  to: "2026-03-15",
  now: new Date("2026-03-01T12:00:00Z"),
  noticeHours: 24,
  horizonDays: 60,
  pauseMinutes: 0,
  closings: [],
  taken: [],
};
const shown = (opening: Opening, changes: Partial<SlotQuestion> = {}) =>
  freeSlots([opening], { ...asked, ...changes }).map(({ startsAt }) => {
    const { day, time } = clockAt(startsAt);
    return `${day.slice(5)} ${time}`;
  });

describe("slots", () => {
  test("every Tuesday from 9 to 12 by 45 minutes: four of them", () => {
    expect(shown(tuesdays).slice(0, 4)).toEqual(["03-03 09:00", "03-03 09:45", "03-03 10:30", "03-03 11:15"]);
    expect(shown(tuesdays)).toHaveLength(8);
  });

  test("the clock on the wall stays the same through the changes of March and October", () => {
    for (const around of ["2026-03-24", "2026-03-31", "2026-10-20", "2026-10-27"])
      expect(slotsOn(tuesdays, around).map(({ startsAt }) => clockAt(startsAt).time)).toEqual([
        "09:00",
        "09:45",
        "10:30",
        "11:15",
      ]);
  });

  test.each<[string, Opening, Partial<SlotQuestion>, number]>([
    ["a week in two", { ...tuesdays, everyWeeks: 2, fromOn: "2026-03-10" }, {}, 4],
    ["not after its last day", { ...tuesdays, toOn: "2026-03-03" }, {}, 4],
    ["nor during an absence", tuesdays, { closings: [{ from_on: "2026-03-09", to_on: "2026-03-10" }] }, 4],
    ["nor on a public holiday", tuesdays, { from: "2026-07-13", to: "2026-07-15", horizonDays: 300 }, 0],
    ["nor sooner than the notice", tuesdays, { now: new Date("2026-03-02T09:30:00Z") }, 6],
    ["nor beyond the horizon", tuesdays, { horizonDays: 5 }, 4],
    ["a slot that is too short is none", { ...tuesdays, slotMinutes: 100 }, {}, 2],
  ])("%s", (_, opening, changes, count) => {
    expect(shown(opening, changes)).toHaveLength(count);
  });

  test("one offered once on a public holiday is meant", () => {
    const once = { ...tuesdays, weekday: null, heldOn: "2026-07-14" };
    expect(shown(once, { from: "2026-07-13", to: "2026-07-15", horizonDays: 300 })).toHaveLength(4);
  });

  test("what is taken takes the slots that it touches, pauses included", () => {
    const taken = [{ startsAt: instantAt("2026-03-03", "10:00"), endsAt: instantAt("2026-03-03", "10:30") }];
    expect(shown(tuesdays, { to: "2026-03-03", taken })).toEqual([
      "03-03 09:00",
      "03-03 10:30",
      "03-03 11:15",
    ]);
    expect(shown(tuesdays, { to: "2026-03-03", taken, pauseMinutes: 15 })).toEqual([
      "03-03 09:00",
      "03-03 11:15",
    ]);
  });

  test("no slot offered ever touches what is taken, nor falls outside its opening", () => {
    const minutes = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minutes, fc.integer({ min: 1, max: 600 })), { maxLength: 8 }),
        (given) => {
          const origin = instantAt("2026-03-02", "00:00").getTime();
          const taken = given.map(([from, length]) => ({
            startsAt: new Date(origin + from * 60_000),
            endsAt: new Date(origin + (from + length) * 60_000),
          }));
          for (const slot of freeSlots([tuesdays], { ...asked, taken })) {
            expect(holdsOn(tuesdays, slot.day)).toBe(true);
            expect(clockAt(slot.startsAt).time >= "09:00" && clockAt(slot.endsAt).time <= "12:00").toBe(true);
            expect(taken.some((one) => one.startsAt < slot.endsAt && slot.startsAt < one.endsAt)).toBe(false);
          }
        },
      ),
    );
  });

  test("a weekly opening gives its slots for a whole year", () => {
    const all = freeSlots([tuesdays], { ...asked, to: addDays(asked.from, 365), horizonDays: 366 });
    expect(all.length).toBeGreaterThan(190);
  });

  test.each([
    ["9h", "09:00"],
    ["9h30", "09:30"],
    ["9 h 30", "09:30"],
    ["09:30", "09:30"],
    ["14", "14:00"],
    ["24h", undefined],
    ["9h75", undefined],
    ["midi", undefined],
  ])("« %s » is read as %s", (typed, time) => {
    expect(readClock(typed)).toBe(time);
  });
});

test("a link opens what it is for, and nothing once it was renewed", () => {
  const token = tokenOf("secret", "appointment", { id: 71, link: 1 });
  expect(numberOf(token)).toBe(71);
  expect(isTokenOf("secret", "appointment", token, { id: 71, link: 1 })).toBe(true);
  expect(isTokenOf("secret", "feed", token, { id: 71, link: 1 })).toBe(false);
  expect(isTokenOf("secret", "appointment", token, { id: 71, link: 2 })).toBe(false);
  expect(isTokenOf("autre", "appointment", token, { id: 71, link: 1 })).toBe(false);
  expect(numberOf("71")).toBeUndefined();
});
