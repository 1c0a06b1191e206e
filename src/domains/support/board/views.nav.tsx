import { support } from "#paths/support.ts";

const places = [
  { id: "board", label: "Tableau", href: support.board() },
  { id: "week", label: "Ma semaine", href: support.week() },
  { id: "list", label: "Liste", href: support.list() },
] as const;

/** The three ways to see the courses. */
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
