import { formatInstant } from "#ui/format.ts";
import type { PublicSession } from "../public/queries.event.ts";
import type { Opening } from "./rules.opening.ts";
import type { Places } from "./rules.places.ts";
import { wordClosed, wordPlaces, wordWhen } from "./texts.ts";

/** Something one may register for. */
export interface Choice {
  /** Null: all the dates together. */
  session: PublicSession | null;
  places: Places;
  href: string;
}

/** How one registers for an event, or why one cannot; what is left, date by date when one chooses. */
export function Invitation({
  opening,
  choices,
  closesAt,
  elsewhere,
}: {
  opening: Opening;
  choices: readonly Choice[];
  closesAt: string | null;
  /** The page of another site. */
  elsewhere?: string;
}) {
  const until = closesAt ? `, jusqu’au ${formatInstant(new Date(closesAt))}` : "";
  if (elsewhere)
    return (
      <p>
        L’inscription se fait sur un autre site, <a href={elsewhere}>{new URL(elsewhere).hostname}</a>
        {until}.
      </p>
    );
  if (opening.is !== "open") return <p>{wordClosed(opening, formatInstant)}</p>;
  const dates = choices.flatMap(({ session, ...choice }) => (session ? [{ session, ...choice }] : []));
  const [whole] = choices;
  const left = whole && dates.length === 0 ? wordPlaces(whole.places) : "";
  return (
    <>
      {left ? (
        <p>
          <strong>{left}.</strong>
        </p>
      ) : null}
      {dates.length > 0 ? (
        <ul class="event-choices">
          {dates.map(({ session, places, href }) => (
            <li>
              <a href={href}>{wordWhen(session)}</a>
              {wordPlaces(places) ? <span class="help"> {wordPlaces(places)}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        {dates.length > 1 ? "Choisissez votre date. " : ""}L’inscription se fait ici, sans compte{until}. Vous
        recevez un lien pour la changer ou l’annuler.
      </p>
    </>
  );
}
