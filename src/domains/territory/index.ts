/**
 * Territory: communes, groupings, départements, regions, countries, the places that people type, the network's offices.
 * It does not know what happens in a place.
 */
export {
  findCommune,
  listCommunesOf,
  listDepartments,
  listEpcis,
  type Suggestion,
  searchPlaces,
} from "./communes/queries.ts";
export { countryOptions, findCountriesByWord, listCountries } from "./countries/queries.ts";
export { openPlaces } from "./entry/imported.ts";
export { settleTypedPlaces } from "./entry/queries.ts";
export { type PlaceQuestion, type SettledPlace, settlePlaces } from "./entry/rules.ts";
export { PlaceChoices, placesBehaviour, wordQuestions } from "./entry/views.tsx";
export { type Candidate, matchPlaces, type PlaceMatch } from "./matching/index.ts";
export { addOffice, type OfficeEntry } from "./offices/commands.ts";
export { listOffices, type Office } from "./offices/queries.ts";
export { loadReference } from "./reference/commands.ts";
export { listRegions, type Region } from "./regions.ts";
export { placeKey } from "./rules.ts";
export { inCountry, ofDepartment } from "./rules.wording.ts";
export { rememberPlace } from "./spellings/commands.ts";
