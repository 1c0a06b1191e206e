import { registrations } from "#paths/registrations.ts";
import type { Booking } from "./queries.event.ts";

/** The record of an event, for the team. */
const recordOf = (eventId: number) => `/gestion/agenda/${eventId}`;

export const trailTo = ({ id, title }: Pick<Booking, "id" | "title">) => [
  { label: title, href: recordOf(id) },
];

/** The pages of those who come, one beside the other. */
export function RegistrationsNav({
  booking,
  here,
}: {
  booking: Pick<Booking, "id">;
  here: "list" | "attendance" | "certificates" | "letters" | "questions";
}) {
  const { id } = booking;
  const pages = [
    ["list", "Inscriptions", registrations.all(id)],
    ["attendance", "Présences", registrations.attendance(id)],
    ["certificates", "Attestations", registrations.certificates(id)],
    ["letters", "Lettres", registrations.letters(id)],
    ["questions", "Questions et avis", registrations.questionsAdd(id)],
  ] as const;
  return (
    <nav class="looks" aria-label="Ceux qui viennent">
      <ul>
        {pages.map(([page, label, href]) => (
          <li>
            <a href={href} aria-current={page === here ? "page" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
