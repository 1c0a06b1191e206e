import { plural } from "#ui/format.ts";

/** What can be done to many organisations at once. */
export const bulkKinds = ["tag", "untag", "collect", "discard", "list", "unlist", "archive"] as const;
export type BulkKind = (typeof bulkKinds)[number];

/** How each is asked for, in the order of the list. */
export const bulkLabels: Record<BulkKind, string> = {
  tag: "Poser une étiquette",
  untag: "Retirer une étiquette",
  collect: "Mettre dans une liste",
  discard: "Retirer d’une liste",
  list: "Rendre publiques",
  unlist: "Retirer du public",
  archive: "Archiver",
};

/** What is about to be done, before the button is pressed. */
export const bulkExplanations: Record<BulkKind, string> = {
  tag: "Une étiquette est une marque de l’équipe : elle n’est jamais publique.",
  untag: "L’étiquette reste dans la liste des étiquettes ; seules ces fiches la perdent.",
  collect:
    "Une liste faite à la main est un segment : elle sert aux exports et au recensement, et ne change que par vous.",
  discard: "Les organisations restent dans l’annuaire ; elles quittent seulement la liste.",
  list: "Une fiche publique montre le nom, le type, la commune, la présentation, les identifiants et le site. Les coordonnées réservées à l’équipe ou aux adhérents restent cachées.",
  unlist:
    "Une fiche interne n’est plus sur le site public, ni dans les exports et le fil que tout le monde peut prendre.",
  archive: "Une fiche archivée quitte les listes et le site public ; rien n’en est perdu.",
};

/** `12 fiches portent l’étiquette « À relancer ».` */
export function bulkDone(kind: BulkKind, count: number, detail: string): string {
  const cards = plural(count, "fiche");
  const verb = (one: string, many: string) => (count < 2 ? one : many);
  switch (kind) {
    case "tag":
      return `${cards} ${verb("porte", "portent")} maintenant l’étiquette « ${detail} ».`;
    case "untag":
      return `${cards} ${verb("a perdu", "ont perdu")} l’étiquette « ${detail} ».`;
    case "collect":
      return `${plural(count, "organisation")} de plus dans la liste « ${detail} ».`;
    case "discard":
      return `${plural(count, "organisation")} de moins dans la liste « ${detail} ».`;
    case "list":
      return `${cards} de plus dans l’annuaire public.`;
    case "unlist":
      return `${cards} hors de l’annuaire public.`;
    case "archive":
      return `${cards} ${verb("archivée", "archivées")}.`;
  }
}

/** `11 fiches comme avant. Une a changé depuis et reste comme elle est : Adice.` */
export function bulkUndone({ restored, left }: { restored: number; left: readonly string[] }): string {
  const done = `${plural(restored, "fiche")} comme avant.`;
  if (left.length === 0) return done;
  const shown = left.slice(0, 5).join(", ");
  const more = left.length > 5 ? ` et ${plural(left.length - 5, "autre")}` : "";
  return left.length === 1
    ? `${done} Une a changé depuis et reste comme elle est : ${shown}.`
    : `${done} ${plural(left.length, "fiche")} ont changé depuis et restent comme elles sont : ${shown}${more}.`;
}
