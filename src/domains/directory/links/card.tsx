import { directory } from "#paths/directory.ts";
import { asList, type CardPart, ofTheCard } from "../card/parts.ts";
import { slugOf } from "../rules.ts";

import { type ShownLink, shownLinks } from "./queries.ts";
import { linkWords } from "./rules.ts";

/** To which organisations of the public directory this one is linked, on its card. */
export const linksCard: CardPart<ShownLink[]> = {
  reads: () => asList(shownLinks(ofTheCard)),
  draws(links) {
    if (links.length === 0) return null;
    const content = (
      <ul>
        {links.map(({ kind, side, other_id, other }) => (
          <li>
            {linkWords(kind, side)} <a href={directory.publicCard(other_id, slugOf(other))}>{other}</a>
          </li>
        ))}
      </ul>
    );
    return { heading: "Ses liens", content };
  },
};
