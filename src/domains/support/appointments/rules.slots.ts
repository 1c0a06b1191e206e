import { type Clock, clockAt, instantAt } from "#platform/dates.clock.ts";
import { addDays, type Day, daysBetween, yearOf } from "#platform/dates.ts";
import { holidaysOf } from "#platform/working-days.ts";

/** What an officer offers: each `everyWeeks` weeks on a day from `fromOn`, or once. */
export interface Opening {
  id: number;
  /** ISO 8601: 1 is Monday; none when offered once. */
  weekday: number | null;
  everyWeeks: number;
  heldOn: Day | null;
  startsAt: Clock;
  endsAt: Clock;
  slotMinutes: number;
  fromOn: Day;
  toOn: Day | null;
}

export interface Period {
  startsAt: Date;
  endsAt: Date;
}

export interface Slot extends Period {
  openingId: number;
  day: Day;
}

export interface Closing {
  from_on: Day;
  to_on: Day;
}

const weekdayOf = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));

/** Whether an appointment was held, as far as clocks tell: from its beginning on, it can be noted. */
export const isHeld = ({ starts_at }: { starts_at: Date }, now: Date) => starts_at <= now;

/** Whether an opening holds on this day, holidays and absences apart. */
export function holdsOn(opening: Opening, day: Day): boolean {
  if (opening.heldOn !== null) return opening.heldOn === day;
  if (opening.weekday !== weekdayOf(day) || day < opening.fromOn) return false;
  if (opening.toOn !== null && day > opening.toOn) return false;
  return (daysBetween(mondayOf(opening.fromOn), mondayOf(day)) / 7) % opening.everyWeeks === 0;
}

/** The whole slots of an opening on a day, by the clocks of Paris: what is left at the end is too short to be one. */
export function slotsOn(opening: Opening, day: Day): Slot[] {
  const end = minutesOf(opening.endsAt);
  const slots: Slot[] = [];
  for (
    let start = minutesOf(opening.startsAt);
    start + opening.slotMinutes <= end;
    start += opening.slotMinutes
  )
    slots.push({
      openingId: opening.id,
      day,
      startsAt: instantAt(day, clockOf(start)),
      endsAt: instantAt(day, clockOf(start + opening.slotMinutes)),
    });
  return slots.filter(({ startsAt, endsAt }) => startsAt < endsAt); // a change of the clocks may swallow one
}

export interface SlotQuestion {
  from: Day;
  /** Included. */
  to: Day;
  now: Date;
  noticeHours: number;
  horizonDays: number;
  pauseMinutes: number;
  closings: readonly Closing[];
  /** Appointments, and what the officer's own calendar says is taken. */
  taken: readonly Period[];
}

/**
 * The slots that may be booked between two days, in order: neither too soon nor too far, none on a public holiday nor during
 * an absence (but one offered once, on that very day, is meant), none that touches what is taken, pauses included.
 */
export function freeSlots(openings: readonly Opening[], asked: SlotQuestion): Slot[] {
  const soonest = asked.now.getTime() + asked.noticeHours * 3_600_000;
  const today = clockAt(asked.now).day;
  const last = [asked.to, addDays(today, asked.horizonDays)].sort()[0] ?? asked.to;
  const pause = asked.pauseMinutes * 60_000;
  const holidays = new Set([yearOf(asked.from), yearOf(asked.to)].flatMap(holidaysOf));
  const slots: Slot[] = [];
  const [, first = today] = [asked.from, today].sort();
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (asked.closings.some(({ from_on, to_on }) => from_on <= day && day <= to_on)) continue;
    for (const opening of openings)
      if (holdsOn(opening, day) && (opening.heldOn !== null || !holidays.has(day)))
        slots.push(...slotsOn(opening, day));
  }
  return slots
    .filter(({ startsAt }) => startsAt.getTime() >= soonest)
    .filter((slot) => !asked.taken.some((period) => touches(slot, period, pause)))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.openingId - b.openingId);
}

const touches = (slot: Period, period: Period, pause: number) =>
  slot.startsAt.getTime() < period.endsAt.getTime() + pause &&
  period.startsAt.getTime() - pause < slot.endsAt.getTime();

const minutesOf = (time: Clock) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const clockOf = (minutes: number): Clock =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** A time as people type it (`9h`, `9h30`, `09:30`, `9`), as `09:30`; nothing when it is none. */
export function readClock(typed: string): Clock | undefined {
  const [, hour, minute = "0"] = /^(\d{1,2})\s*(?:[h:.]\s*(\d{2})?)?$/i.exec(typed.trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
}
