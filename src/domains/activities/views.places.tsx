import { activities } from "#paths/activities.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import { withQuery } from "#ui/list.tsx";
import type { Meeting } from "./queries.ts";

type Place = Meeting["places"][number];

/** `Soissons (Aisne)`, when the place is a commune. */
const communeOf = (place: Place) => (place.commune ? `${place.commune} (${place.department})` : undefined);

/** A place as typed, with its commune when the spelling is another; it opens on the meetings held there. */
export function PlaceName({ place }: { place: Place }) {
  const key = place.commune_code ?? place.country_code ?? fold(place.typed);
  const another = place.commune && fold(place.commune) !== fold(place.typed);
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

/** `« Soisson » → Soissons (Aisne)` for each place that was understood otherwise than typed; nothing when none was. */
export function wordRecognised(meeting: Meeting): string {
  return meeting.places
    .filter((place) => place.commune && fold(place.commune) !== fold(place.typed))
    .map((place) => `« ${place.typed} » → ${communeOf(place)}`)
    .join(", ");
}
