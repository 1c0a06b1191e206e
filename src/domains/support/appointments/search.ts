import { appointments } from "#paths/appointments.ts";
import { clockAt } from "#platform/dates.clock.ts";
import type { SearchPart } from "#platform/search-part.ts";
import { formatShortDay } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { readAppointments } from "./access.ts";
import { searchAppointments } from "./queries.ts";
import { wordTime } from "./texts.ts";

/** Appointments, by their subject, who comes and their organisation; the latest first. */
export const appointmentsSearch: SearchPart = {
  title: "Rendez-vous",
  one: "rendez-vous",
  many: "rendez-vous",
  may: readAppointments,
  all: (q) => withQuery(appointments.all(), { q }),
  find: async (db, { words, most }) => {
    const { total, lines } = await searchAppointments(db, { words, limit: most, offset: 0 });
    return {
      total,
      lines: lines.map((line) => ({
        href: appointments.one(line.id),
        label: line.subject || "Rendez-vous",
        detail: [
          `${formatShortDay(clockAt(line.starts_at).day)}, ${wordTime(line.starts_at)}`,
          line.organisation ?? line.organisation_typed,
          `avec ${line.host}`,
          line.state === "cancelled" ? "annulé" : "",
        ]
          .filter(Boolean)
          .join(", "),
      })),
    };
  },
};
