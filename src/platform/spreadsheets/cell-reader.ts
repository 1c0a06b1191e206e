import { type Day, readDay, readDuration } from "../dates.ts";
import type { Cells, ImportColumn, Remark } from "./import-kind.ts";
import { quoted, written } from "./words.ts";

/**
 * Reads the cells of one row, and gathers every reason why they are not what their columns want. A value that is wrong
 * comes out as undefined; `problems` then says which cell, what was typed and how to mend it.
 */
export function cellReader(columns: readonly ImportColumn[], cells: Cells) {
  const problems: Remark[] = [];
  const typed = (key: string) => cells[key] ?? "";
  const refuse = (key: string, reason: string) => {
    problems.push({ column: columns.find((column) => column.key === key)?.label ?? key, reason });
    return undefined;
  };
  /** An empty cell is nothing, and a problem when its column is required. */
  const filled = (key: string) => {
    if (typed(key) !== "") return true;
    const column = columns.find((one) => one.key === key);
    if (column?.required)
      refuse(key, `Cette cellule est vide : remplissez-la, par exemple « ${column.example} ».`);
    return false;
  };
  const wrong = (key: string, what: string) =>
    refuse(key, typed(key).startsWith("=") ? formulaReason(typed(key)) : `${quoted(typed(key))} ${what}`);

  return {
    problems,
    refuse,
    /** Text of at most `most` characters; empty when the cell is. */
    text(key: string, most: number): string | undefined {
      if (!filled(key)) return "";
      const { length } = typed(key);
      if (length <= most) return typed(key);
      return refuse(
        key,
        `Ce texte compte ${written(length)} caractères, la limite est de ${written(most)} : raccourcissez-le.`,
      );
    },
    day(key: string): Day | undefined {
      if (!filled(key)) return undefined;
      const day = readDay(typed(key));
      return (
        day ?? wrong(key, "n’est pas un jour du calendrier. Écrivez le jour, le mois et l’année : 26/2/2021.")
      );
    },
    /** Whole minutes, `most` at most. */
    duration(key: string, most: number): number | undefined {
      if (!filled(key)) return undefined;
      if (/^[-–−]/.test(typed(key)))
        return wrong(key, "est une durée négative. Écrivez 1,5 ou 1h30 ou 90 min.");
      const minutes = readDuration(typed(key));
      if (minutes === undefined) return wrong(key, "n’est pas une durée. Écrivez 1,5 ou 1h30 ou 90 min.");
      return minutes <= most ? minutes : wrong(key, `dépasse la limite de ${Math.floor(most / 60)} heures.`);
    },
    /** A whole number from 0 to `most`, thousands apart or not. */
    whole(key: string, most: number): number | undefined {
      if (!filled(key)) return undefined;
      const text = typed(key)
        .replace(/[\s\u00a0\u202f]/g, "")
        .replace(/[.,]0+$/, "");
      if (/^[-–−]\d/.test(text))
        return wrong(key, "est un nombre négatif. Écrivez un nombre entier, 0 ou plus.");
      if (!/^\d+$/.test(text))
        return wrong(key, "n’est pas un nombre entier. Écrivez-le en chiffres, 0 ou plus.");
      return Number(text) <= most ? Number(text) : wrong(key, `dépasse la limite de ${written(most)}.`);
    },
  };
}

const formulaReason = (typed: string) =>
  `${quoted(typed)} est une formule, qui n’est pas calculée ici : remplacez-la par sa valeur.`;
