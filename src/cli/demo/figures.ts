import { type Reconciled, reconcile } from "#domains/reports/index.ts";
import type { Services } from "#platform/web/env.ts";
import { formatNumber } from "#ui/format.ts";

/** The key figures of the printed report: the number of the claim, and how the table names it. */
const key: readonly (readonly [string, string])[] = [
  ["001-reu-01", "Réunions"],
  ["001-reu-03", "Heures de réunion"],
  ["001-reu-02", "Participations"],
  ["001-dep-01", "Réunions en ligne"],
  ["001-dep-02", "Réunions à Lille ou Amiens"],
  ["001-dep-03", "Déplacements"],
  ["001-dep-04", "Déplacements par mois"],
  ["001-for-01", "Formations"],
  ["001-for-02", "Personnes formées"],
  ["001-for-03", "Heures de formation"],
  ["001-for-04", "Formations en ligne (%)"],
  ["001-adh-01", "Adhérents"],
  ["001-adh-02", "  Associations"],
  ["001-adh-03", "  Comités de jumelage"],
  ["001-adh-04", "  Entreprises"],
  ["001-adh-05", "  Collectivités"],
];

const standing: Record<Reconciled["standing"], string> = {
  agree: "concorde",
  differ: "diffère",
  unknown: "pas encore calculé",
};

/** The key figures of 2021, ours against those printed, as an aligned table. */
export async function figuresTable({ db }: Services): Promise<string> {
  const claims = await reconcile(db, 2021);
  const rows = key.flatMap(([id, label]) => {
    const claim = claims.find((claim) => claim.id === id);
    if (!claim) return [];
    const printed = typeof claim.value === "number" ? formatNumber(claim.value) : "";
    const ours = claim.ours === undefined ? "" : formatNumber(claim.ours);
    return [[label, ours, printed, standing[claim.standing]] as const];
  });
  const head = ["Chiffre de 2021", "compté", "imprimé", ""] as const;
  return [head, ...rows]
    .map(
      ([label, ours, printed, word]) =>
        `  ${label.padEnd(28)}${ours.padStart(10)}${printed.padStart(10)}  ${word}`,
    )
    .map((line) => line.trimEnd())
    .join("\n");
}
