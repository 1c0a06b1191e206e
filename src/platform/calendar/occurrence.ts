/** Someone invited to what a calendar holds, or who invites. */
export interface Guest {
  /** As the calendar writes it; empty when it gives only an address. */
  name: string;
  /** In lower case; empty when none is given. */
  email: string;
  answer: "accepted" | "declined" | "tentative" | "none";
  organises: boolean;
  /** A room or a device, not someone. */
  thing: boolean;
}

/** One time that something of a calendar takes place, recurrences laid out one by one. */
export interface Occurrence {
  /** RFC 5545, 3.8.4.7: the same in every calendar that holds it. */
  uid: string;
  /** Which one of those that come back: the start that its rule gives, as written (`20260302T090000`), even when it was moved; empty when it happens once. */
  occurrence: string;
  subject: string;
  description: string;
  location: string;
  /** Where it is held online, when the calendar says so apart from the place. */
  conference: string;
  /** Instants, ISO 8601. */
  startsAt: string;
  endsAt: string;
  /** Of whole days: neither has an hour. */
  wholeDays: boolean;
  /** Its owner keeps it to themselves (`CLASS`). */
  private: boolean;
  cancelled: boolean;
  /** It does not take its owner's time (`TRANSP`). */
  free: boolean;
  guests: Guest[];
}

/** When the owner of a calendar is taken, by nothing that it says; instants, ISO 8601. */
export interface Taken {
  startsAt: string;
  endsAt: string;
}

/** Between these instants, ISO 8601: what begins before the end and ends after the beginning. */
export interface Window {
  from: string;
  to: string;
}

/** `notCalendar`: not iCalendar, or damaged. `tooHeavy`: too big, or too long to lay out. */
export type CalendarRefusal = "notCalendar" | "tooHeavy";

export const limits = {
  bytes: 15_000_000,
  seconds: 20,
  megabytes: 400,
  /** The most occurrences that are given, and the most that are laid out on the way to them. */
  occurrences: 5000,
  steps: 200_000,
} as const;
