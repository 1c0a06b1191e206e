import { plural } from "#ui/format.ts";
import type { MeetingChoices } from "../queries.ts";
import { fieldLabels } from "../texts.form.ts";
import type { BulkKind, ChangeForm } from "./input.ts";

/** How each is asked for. */
export const bulkLabels: Record<BulkKind, string> = {
  changer: "Changer le type, le pôle, l’axe…",
  ranger: "Supprimer",
};

export const bulkTitles: Record<BulkKind, string> = {
  changer: "Changer plusieurs réunions",
  ranger: "Supprimer plusieurs réunions",
};

/** `type Formation, aucun pôle` */
export function wordChange(change: ChangeForm, choices: MeetingChoices): string {
  const names = ["type", "pole", "axe", "mission", "dispositif"] as const;
  return names
    .flatMap((name) => {
      const value = change[name];
      if (value === undefined) return [];
      const label = fieldLabels[name].toLocaleLowerCase("fr");
      const said = choices[name].find(({ id }) => id === value)?.label;
      return value === null
        ? [`${name === "mission" ? "aucune" : "aucun"} ${label}`]
        : [`${label} « ${said} »`];
    })
    .join(", ");
}

/** `12 réunions changées : pôle « Jeunesse ».` */
export const bulkDone = (kind: "change" | "remove", count: number, detail: string) =>
  count === 0
    ? "Rien n’a changé : ces réunions étaient déjà ainsi."
    : kind === "change"
      ? `${plural(count, "réunion changée", "réunions changées")} : ${detail}.`
      : `${plural(count, "réunion supprimée", "réunions supprimées")}.`;

/** `11 réunions comme avant. Une a changé depuis et reste comme elle est : …` */
export function bulkUndone({ restored, left }: { restored: number; left: readonly string[] }): string {
  const done = `${plural(restored, "réunion")} comme avant.`;
  if (left.length === 0) return done;
  const shown = left.slice(0, 5).join(", ");
  return left.length === 1
    ? `${done} Une a changé depuis et reste comme elle est : ${shown}.`
    : `${done} ${left.length} ont changé depuis et restent comme elles sont : ${shown}${left.length > 5 ? "…" : "."}`;
}
