import { matchOrganisations } from "#domains/directory/index.ts";
import { findSettings } from "#domains/network/index.ts";
import { listCountries, matchPlaces, type PlaceMatch } from "#domains/territory/index.ts";
import { listLists, listTermsOf } from "#domains/vocabularies/index.ts";
import type { PlaceFound, Sources } from "#platform/questionnaire/sources.ts";
import type { PlaceValue } from "#platform/questionnaire/values.ts";

/** Where answers are looked up in this network: its territory, its vocabularies, its directory. */
export const networkSources: Sources = {
  async terms(db, lists) {
    const terms = await listTermsOf(db, lists);
    const choices = Map.groupBy(terms, ({ list_id }) => list_id);
    return new Map(
      [...choices].map(([list, some]) => [
        list,
        some.map(({ id, label, parent_label }) => ({
          value: String(id),
          label,
          group: parent_label ?? undefined,
        })),
      ]),
    );
  },
  async countries(db) {
    const countries = await listCountries(db);
    return countries.map(({ code, name, continent }) => ({
      value: code,
      label: name,
      group: continent ?? undefined,
    }));
  },
  async places(db, typed) {
    const { region_code } = await findSettings(db);
    const matches = await matchPlaces(db, typed, { regionCode: region_code });
    return new Map(typed.map((text) => [text, foundPlace(text, matches.get(text))]));
  },
  async organisations(db, typed) {
    const matches = await matchOrganisations(db, typed);
    return new Map(
      [...matches].flatMap(([text, match]) => ("sure" in match ? [[text, match.sure] as const] : [])),
    );
  },
  lists: async (db) => (await listLists(db)).map(({ id, label }) => ({ value: id, label })),
};

function foundPlace(typed: string, match: PlaceMatch | undefined): PlaceFound {
  if (match?.kind === "commune")
    return { sure: { typed, communeCode: match.code, countryCode: null, label: match.name } };
  if (match?.kind === "country")
    return { sure: { typed, communeCode: null, countryCode: match.code, label: match.name } };
  return { guesses: match?.kind === "proposals" ? match.candidates.map((one) => commune(typed, one)) : [] };
}

const commune = (
  typed: string,
  { code, name, department }: { code: string; name: string; department: string },
): PlaceValue => ({ typed, communeCode: code, countryCode: null, label: `${name} (${department})` });
