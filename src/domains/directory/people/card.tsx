import { asList, type CardPart, ofTheCard } from "../card/parts.ts";
import { type ShownRole, shownRoles } from "./queries.roles.ts";
import { roleWords } from "./texts.ts";

/** Who acts for an organisation, on its card: the roles shown to all, and to members those shown to them. */
export const peopleCard: CardPart<ShownRole[]> = {
  reads: (eyes) => asList(shownRoles(ofTheCard, eyes)),
  draws(roles) {
    if (roles.length === 0) return null;
    const content = (
      <ul>
        {roles.map((role) => (
          <li>
            {role.name}, {lower(roleWords(role))}
          </li>
        ))}
      </ul>
    );
    return { heading: "Qui agit pour elle", content };
  },
};

/** A title inside a sentence: `Présidente` is `présidente`, `PDG` stays. */
const lower = (title: string) =>
  /^\p{Lu}\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
