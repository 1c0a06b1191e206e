import { findSettings } from "#domains/network/index.ts";
import type { Db } from "#platform/db/index.ts";
import type { ImportContext, Proposal, Remark } from "#platform/spreadsheets/import-kind.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import { matchPlaces, type PlaceMatch } from "../matching/index.ts";
import { asTyped, choiceField, type SettledPlace, settlePlaces } from "./rules.ts";

/** A place of a file, as it goes in: with its question while nobody has chosen. */
export interface ImportedPlace {
  places: readonly SettledPlace[];
  online: boolean;
  proposals: readonly Proposal[];
  notes: readonly Remark[];
}

/**
 * Matches the places of a file, slice after slice: each spelling once. What is not sure is asked about in `column`, and goes
 * in as typed, without a commune, while nobody has chosen.
 */
export async function openPlaces(db: Db, context: ImportContext, column: { key: string; label: string }) {
  const { region_code: regionCode } = await findSettings(db);
  const matches = new Map<string, PlaceMatch>();
  const settled = new Map<string, ImportedPlace>();
  return {
    async prepare(typed: readonly string[]) {
      const fresh = [...new Set(typed)].filter((text) => text !== "" && !matches.has(text));
      if (fresh.length === 0) return;
      for (const [text, match] of await matchPlaces(db, fresh, { regionCode })) matches.set(text, match);
    },
    settle(typed: string): ImportedPlace {
      const known = settled.get(typed) ?? settle(typed, matches, context, column);
      settled.set(typed, known);
      return known;
    },
  };
}

function settle(
  typed: string,
  matches: ReadonlyMap<string, PlaceMatch>,
  context: ImportContext,
  { key, label }: { key: string; label: string },
): ImportedPlace {
  if (typed === "") return { places: [], online: false, proposals: [], notes: [] };
  const { questions } = settlePlaces([typed], matches, {});
  const choice = context.choiceFor(key, typed);
  const answer = choice === undefined || choice === "keep" ? asTyped : choice;
  const answers = Object.fromEntries(questions.map((question) => [choiceField(question.typed), answer]));
  const { places, online } = settlePlaces([typed], matches, answers);
  const proposals = questions.map(
    (question): Proposal => ({
      column: key,
      label,
      typed,
      candidates: question.candidates.map(({ code, name, department }) => ({
        id: code,
        label: `${name} (${department})`,
      })),
      others: ["keep"],
      fallback: "keep",
    }),
  );
  const reason = `${quoted(typed)} n’est pas un lieu sûr : il est gardé comme il est écrit, sans commune.`;
  return { places, online, proposals, notes: choice ? [] : questions.map(() => ({ column: label, reason })) };
}
