import { incubation } from "#paths/incubation.ts";
import { support } from "#paths/support.ts";

const places = [
  { id: "board", label: "Tableau", href: support.board() },
  { id: "week", label: "Ma semaine", href: support.week() },
  { id: "list", label: "Liste", href: support.list() },
  { id: "cohorts", label: "Cohortes", href: incubation.all() },
] as const;

/** The three ways to see the courses, and the cohorts of those that are followed together. */
export function Ways({ here }: { here: (typeof places)[number]["id"] }) {
  return (
    <nav class="ways" aria-label="Façons de voir les accompagnements">
      {places.map(({ id, label, href }) => (
        <a href={href} aria-current={id === here ? "page" : undefined}>
          {label}
        </a>
      ))}
    </nav>
  );
}
