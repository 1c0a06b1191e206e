/**
 * Territory: communes, groupings, départements, regions, countries, the places that people type, the network's offices.
 * It does not know what happens in a place.
 */
export { loadReference } from "./reference.ts";
export { placeKey } from "./rules.ts";
