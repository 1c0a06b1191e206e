import { activities } from "#paths/activities.ts";
import { territory } from "#paths/territory.ts";
import { withQuery } from "#ui/list.tsx";
import type { Meeting } from "./queries.ts";
import { folded } from "./rules.ts";

/** What makes a plain text field propose communes as one types. */
export const placesBehaviour = {
  "data-controller": "places",
  "data-places-url-value": territory.suggestions(),
} as const;

type Place = Meeting["places"][number];

/** `Soissons (Aisne)`, when the place is a commune. */
const communeOf = (place: Place) => (place.commune ? `${place.commune} (${place.department})` : undefined);

/** A place as typed, with its commune when the spelling is another; it opens on the meetings held there. */
export function PlaceName({ place }: { place: Place }) {
  const key = place.commune_code ?? place.country_code ?? folded(place.typed);
  const another = place.commune && folded(place.commune) !== folded(place.typed);
  return (
    <>
      <a href={withQuery(activities.all(), { annee: "toutes", lieu: key })}>
        {another ? place.typed : (communeOf(place) ?? place.typed)}
      </a>
      {another ? ` → ${communeOf(place)}` : null}
      {place.commune_code || place.country_code ? null : " (commune non reconnue)"}
    </>
  );
}

/** `« Soisson » → Soissons (Aisne)` for each place that was understood otherwise than typed; nothing when none was. */
export function wordRecognised(meeting: Meeting): string {
  return meeting.places
    .filter((place) => place.commune && folded(place.commune) !== folded(place.typed))
    .map((place) => `« ${place.typed} » → ${communeOf(place)}`)
    .join(", ");
}
