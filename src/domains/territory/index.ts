/**
 * Territory: communes, groupings, départements, regions, countries, the places that people type, the network's offices.
 * It does not know what happens in a place.
 */
export { type Candidate, matchPlaces, type PlaceMatch } from "./matching/index.ts";
export { loadReference } from "./reference/commands.ts";
export { placeKey } from "./rules.ts";
