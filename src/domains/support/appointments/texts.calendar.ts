import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { Appointment } from "./queries.ts";
import { wordPlace } from "./texts.ts";

interface Facts {
  /** The network, in the product line and as the name of a feed. */
  network: string;
  name?: string;
  /** Where each opens, when the reader may. */
  href: (appointment: Appointment) => string;
  /** Whose calendar it goes to: the title names the other one. */
  of: "guest" | "host";
}

/**
 * Appointments as an iCalendar file (RFC 5545). Each keeps its UID; its SEQUENCE rises at each change of date, place or state, and a
 * cancelled one says so, so that calendars replace what they had. Times are universal: calendars show them in their own zone.
 */
export function writeCalendar(list: readonly Appointment[], { network, name, href, of }: Facts): string {
  const one = list.length === 1 ? list[0] : undefined;
  const calendar = ical({
    prodId: { company: network, product: "Maillage", language: "FR" },
    ...(name ? { name, ttl: 900 } : {}),
    ...(one && !name
      ? { method: one.state === "cancelled" ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH }
      : {}),
  });
  for (const appointment of list) {
    const organisation = appointment.organisation ?? appointment.organisation_typed;
    const guest = [appointment.name, organisation].filter(Boolean).join(", ") || "Rendez-vous";
    const online = appointment.mode === "online" && appointment.online_url ? appointment.online_url : "";
    calendar.createEvent({
      id: uidOf(appointment),
      sequence: appointment.sequence,
      stamp: appointment.updated_at,
      created: appointment.created_at,
      lastModified: appointment.updated_at,
      start: appointment.starts_at,
      end: appointment.ends_at,
      summary:
        of === "guest" ? `${appointment.host} : ${appointment.subject}` : `${guest} : ${appointment.subject}`,
      location: online || wordPlace(appointment),
      description: [online, of === "host" ? appointment.phone : "", of === "host" ? appointment.message : ""]
        .filter(Boolean)
        .join("\n"),
      status: appointment.state === "cancelled" ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      url: href(appointment),
    });
  }
  return calendar.toString();
}

/** The mark of an appointment in every calendar that holds it (RFC 5545, 3.8.4.7). */
export const uidOf = ({ uid }: { uid: string }) => `${uid}@maillage`;
