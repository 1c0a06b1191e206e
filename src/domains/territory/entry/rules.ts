import type { Candidate, PlaceMatch } from "../matching/index.ts";
import { fold } from "../rules.ts";

/** A place that was entered: as typed, with the commune or the country that it is, when it is one. */
export interface SettledPlace {
  typed: string;
  communeCode: string | null;
  countryCode: string | null;
}

/** The answer by which a person keeps a place that no commune bears. */
export const asTyped = "tel-quel";

/** A place that only the person can settle: its field, what was typed, the best communes. */
export interface PlaceQuestion {
  field: string;
  typed: string;
  candidates: readonly Candidate[];
}

export interface SettledPlaces {
  places: SettledPlace[];
  /** Whether one of them says that nobody moved. */
  online: boolean;
  questions: PlaceQuestion[];
}

/** The field of the form where the choice for this place is sent. */
export const choiceField = (typed: string) => `lieu-${fold(typed).replaceAll(" ", "-")}`;

/**
 * The places of a record from what was typed, what each matches, and the choices made for those that were not sure (the
 * form sent, by `choiceField`). What is neither sure nor chosen is a question, and is taken for nothing. One commune said
 * twice is one place.
 */
export function settlePlaces(
  typed: readonly string[],
  matches: ReadonlyMap<string, PlaceMatch>,
  choices: Readonly<Record<string, unknown>>,
): SettledPlaces {
  const settled: SettledPlaces = { places: [], online: false, questions: [] };
  const take = (text: string, match: PlaceMatch): void => {
    if (match.kind === "online") settled.online = true;
    else if (match.kind === "commune") settled.places.push(place(text, match.code));
    else if (match.kind === "country") settled.places.push(place(text, null, match.code));
    else if (match.kind === "several")
      for (const part of match.parts) take("name" in part ? part.name : text, part);
    else choose(text, match.kind === "proposals" ? match.candidates : []);
  };
  const choose = (text: string, candidates: readonly Candidate[]) => {
    const choice = choices[choiceField(text)];
    const commune = candidates.find((candidate) => candidate.code === choice);
    if (commune) settled.places.push(place(text, commune.code));
    else if (choice === asTyped) settled.places.push(place(text));
    else settled.questions.push({ field: choiceField(text), typed: text, candidates });
  };
  for (const text of typed) take(text, matches.get(text) ?? { kind: "unknown" });
  return { ...settled, places: withoutRepeats(settled.places) };
}

const place = (typed: string, communeCode: string | null = null, countryCode: string | null = null) => ({
  typed,
  communeCode,
  countryCode,
});

function withoutRepeats(places: readonly SettledPlace[]): SettledPlace[] {
  const key = (place: SettledPlace) => place.communeCode ?? fold(place.typed);
  return places.filter((place, index) => places.findIndex((other) => key(other) === key(place)) === index);
}
