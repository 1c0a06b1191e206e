/** How far a project is. `name` is its word in addresses. */
export const stages = [
  { code: "idea", name: "idee", label: "Idée" },
  { code: "preparing", name: "preparation", label: "En préparation" },
  { code: "under_way", name: "en-cours", label: "En cours" },
  { code: "finished", name: "termine", label: "Terminé" },
  { code: "suspended", name: "suspendu", label: "Suspendu" },
  { code: "abandoned", name: "abandonne", label: "Abandonné" },
] as const;
export type Stage = (typeof stages)[number]["code"];

/** As what one takes part in a project. */
export const roles = [
  { code: "carrier", label: "Porteur", many: "Porté par" },
  { code: "partner_here", label: "Partenaire ici", many: "Partenaires ici" },
  { code: "partner_there", label: "Partenaire là-bas", many: "Partenaires là-bas" },
  { code: "funder", label: "Financeur", many: "Financeurs" },
  { code: "technical", label: "Appui technique", many: "Appuis techniques" },
] as const;
export type Role = (typeof roles)[number]["code"];

/** Where a project was first written down: here, or in another room or scheme that shows it as a project. */
export const origins = [
  { code: "own", name: "panorama", label: "Panorama" },
  { code: "tandem", name: "tandem", label: "Tandem solidaire" },
  { code: "grant", name: "fonds", label: "Initiative financée par un fonds" },
  { code: "programme", name: "programme", label: "Programme mutualisé" },
] as const;
export type Origin = (typeof origins)[number]["code"];

/** What the team sees of a project: its status and its visibility in one word. */
export const states = [
  { code: "proposed", name: "propose", label: "Proposé, à lire" },
  { code: "internal", name: "interne", label: "Interne" },
  { code: "listed", name: "public", label: "Public" },
  { code: "archived", name: "archive", label: "Archivé" },
] as const;
export type State = (typeof states)[number]["code"];

/** The state of a row. Only `listed` is ever public. */
export function stateOf({ status, visibility }: { status: string; visibility: string }): State {
  if (status === "archived" || status === "proposed") return status;
  return visibility === "listed" ? "listed" : "internal";
}

/** The upper ends of the ranges in which a budget is told to everyone, in cents, each excluded. */
const ends = [5_000, 20_000, 50_000, 100_000, 300_000].map((euros) => euros * 100);
const named = [
  "Moins de 5 000 €",
  "De 5 000 à 20 000 €",
  "De 20 000 à 50 000 €",
  "De 50 000 à 100 000 €",
  "De 100 000 à 300 000 €",
  "300 000 € et plus",
];

/** The range of a budget in cents, lower end included; nothing for nothing known. */
export function budgetRange(cents: number | null): string | undefined {
  if (cents === null || cents <= 0) return undefined;
  const place = ends.findIndex((end) => cents < end);
  return named[place === -1 ? ends.length : place]
    ?.replaceAll(/(?<=\d) (?=\d)/g, "\u202f")
    .replaceAll(" €", "\u00a0€");
}

/** What a budget comes to: all that is planned, or what was received where nothing more is planned. */
export function budgetTotal(
  lines: readonly { planned_cents: number | null; received_cents: number | null }[],
): number | null {
  const known = lines.flatMap((line) => line.planned_cents ?? line.received_cents ?? []);
  return known.length === 0 ? null : known.reduce((total, cents) => total + cents, 0);
}
