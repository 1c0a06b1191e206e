import { fold } from "#platform/spreadsheets/fold.ts";
import type { Remark } from "#platform/spreadsheets/import-kind.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import type { NewOrganisation } from "./matching/commands.ts";
import { type ComparedCard, type Completable, completable } from "./queries.import.ts";

const labels: Record<Completable, string> = {
  acronym: "Sigle",
  actor_type_id: "Type",
  department_code: "Département",
  commune_code: "Commune",
  postal_code: "Code postal",
  address: "Adresse",
  rna: "RNA",
  siret: "SIRET",
  website: "Site web",
  description: "Description",
};

/** Written in words that people read; the others are codes. */
const inWords = new Set<Completable>([
  "acronym",
  "postal_code",
  "address",
  "rna",
  "siret",
  "website",
  "description",
]);

/** What the card lacks and the file says. A card that has a commune needs no département. */
export function blanksOf(write: NewOrganisation, card: ComparedCard) {
  const blanks: Partial<Record<Completable, string | number>> = {};
  for (const name of completable) {
    const said = write[name];
    if (said === undefined || said === null || said === "") continue;
    if (card[name] !== null && card[name] !== "") continue;
    if (name === "department_code" && (card.commune_code || write.commune_code)) continue;
    blanks[name] = said;
  }
  return blanks;
}

/** What the card says otherwise: the card is kept, and the person is told. */
export function differences(write: NewOrganisation, card: ComparedCard): Remark[] {
  return completable
    .filter((name) => inWords.has(name) && write[name] && card[name])
    .filter((name) => fold(String(write[name])) !== fold(String(card[name])))
    .map((name) => ({
      column: labels[name],
      reason: `La fiche dit ${quoted(String(card[name]))}, le fichier dit ${quoted(String(write[name]))} : la fiche est gardée.`,
    }));
}

/** What changes, for the preview. */
export const changesOf = (completes: Partial<Record<Completable, string | number>>) =>
  completable
    .filter((name) => completes[name] !== undefined)
    .map((name) => ({
      column: labels[name],
      before: "",
      after: inWords.has(name) ? String(completes[name]) : "complété",
    }));
