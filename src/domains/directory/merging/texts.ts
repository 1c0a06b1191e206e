import { plural } from "#ui/format.ts";
import { builtInFields } from "../fields/registry.ts";
import type { MergeOutcome } from "./commands.ts";
import type { UndoOutcome } from "./commands.undo.ts";

type Refusal<Outcome> = Outcome extends { ok: false; refusal: infer Code } ? Code : never;

export const mergeRefusals: Record<Refusal<MergeOutcome>, string> = {
  gone: "Une des deux fiches n’existe plus.",
  stale:
    "Une des deux fiches a changé pendant que vous regardiez cette page. Voici ce qu’elles disent maintenant : vérifiez vos choix, puis fusionnez.",
  merged: "Une des deux fiches vient d’être fusionnée par quelqu’un d’autre : rien n’a été fait ici.",
  archived: "La fiche à garder est archivée : rétablissez-la d’abord, ou gardez l’autre.",
  taken:
    "Une troisième fiche a déjà le numéro RNA ou le SIRET que vous gardez : ces deux-là sont peut-être aussi des doublons. Rien n’a été fusionné.",
};

/** Why a merge cannot be undone. */
export function undoRefusal(outcome: UndoOutcome & { ok: false }): string {
  switch (outcome.refusal) {
    case "undone":
      return "Cette fusion est déjà annulée.";
    case "chained":
      return "La fiche gardée a depuis été fusionnée avec une autre : annulez d’abord cette fusion-là.";
    case "taken":
      return "Une autre fiche a pris depuis le numéro RNA ou le SIRET de la fiche archivée : la fusion ne peut plus être annulée telle quelle.";
    case "blocked":
      return "Une ligne déplacée par la fusion ne peut plus revenir, parce que la fiche archivée en a reçu une pareille depuis. Rien n’a été annulé.";
    case "changed":
      return `La fiche gardée a été modifiée depuis la fusion (${outcome.columns.map(labelOf).join(", ")}) : annuler effacerait cette modification. Corrigez la fiche à la main, ou remettez d’abord ce que la fusion avait écrit.`;
  }
}

const besides: Record<string, string> = {
  status: "état",
  visibility: "qui voit la fiche",
  tag_ids: "étiquettes",
  confirmed_on: "date de confirmation",
  longitude: "position",
  latitude: "position",
};

const labelOf = (column: string) =>
  builtInFields.find(({ key }) => key === column)?.label.toLowerCase() ??
  besides[column] ??
  column.replace("custom.", "");

/** `3 adhésions, 2 réunions`, of lines with their words. */
export const countedRows = (lines: readonly { words: readonly [string, string]; count: number }[]) =>
  [...Map.groupBy(lines, ({ words }) => words[0])]
    .map(([one, same]) =>
      plural(
        same.reduce((sum, { count }) => sum + count, 0),
        one,
        same[0]?.words[1],
      ),
    )
    .join(", ");
