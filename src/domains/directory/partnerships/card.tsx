import { asList, type CardPart, ofTheCard } from "../card/parts.ts";
import { type ShownPartnership, shownPartnerships } from "./queries.ts";
import { states } from "./texts.ts";
import { factsOf } from "./views.tsx";

/** With whom an organisation works abroad, on its card: what its reader may see. */
export const partnershipsCard: CardPart<ShownPartnership[]> = {
  reads: (eyes) => asList(shownPartnerships(ofTheCard, eyes)),
  draws(rows) {
    if (rows.length === 0) return null;
    const content = (
      <ul>
        {rows.map((row) => (
          <li>
            {row.partner} ({factsOf(row)}
            {row.state === "active" ? "" : `, ${(states[row.state] ?? "").toLowerCase()}`})
          </li>
        ))}
      </ul>
    );
    return { heading: "Ses partenaires à l’étranger", content };
  },
};
