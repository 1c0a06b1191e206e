import type { ShownRole } from "./queries.roles.ts";
import { roleWords } from "./texts.ts";

/** Who acts for an organisation, on its card: only the roles given, already chosen for this reader. Nothing when there is none. */
export function CardPeople({ roles }: { roles: readonly ShownRole[] }) {
  if (roles.length === 0) return null;
  return (
    <section>
      <h2>Qui agit pour elle</h2>
      <ul>
        {roles.map((role) => (
          <li>
            {role.name}, {lower(roleWords(role))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A title inside a sentence: `Présidente` is `présidente`, `PDG` stays. */
const lower = (title: string) =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
