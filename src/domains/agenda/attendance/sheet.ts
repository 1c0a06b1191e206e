import { compile } from "#platform/pdf/compile.ts";
import type { Booking } from "../registrations/queries.event.ts";
import { nameOf, wordShortWhen, wordWhen, wordWhere } from "../registrations/texts.ts";
import type { AttendanceRow } from "./queries.ts";
import template from "./sheet.typ?raw";

/** Lines left for those who come without a place. */
const blankLines = 6;

/** The sheet to sign, a column a date, as a tagged PDF/UA-1: those who have a place, then empty lines. */
export function printSheet(booking: Booking, rows: readonly AttendanceRow[], network: string): Uint8Array {
  const sessions = booking.sessions.filter(({ cancelled }) => !cancelled);
  const blank = { name: "", organisation: "", cells: sessions.map(() => "") };
  const data = {
    title: booking.title,
    network,
    description: `Feuille d’émargement : ${booking.title}`,
    facts: sessions.map(
      (session) => `${session.title ? `${session.title} : ` : ""}${wordWhen(session)}, ${wordWhere(session)}`,
    ),
    columns: sessions.map(wordShortWhen),
    rows: [
      ...rows
        .filter(({ source }) => source !== "door")
        .map((row) => ({
          name: nameOf(row),
          organisation: row.organisation,
          cells: sessions.map(({ id }) =>
            row.session_id === null || row.session_id === id ? "" : "autre date",
          ),
        })),
      ...Array.from({ length: blankLines }, () => blank),
    ],
  };
  return compile(template, { "data.json": JSON.stringify(data) });
}
