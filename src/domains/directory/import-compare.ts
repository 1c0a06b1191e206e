import { fold } from "#platform/spreadsheets/fold.ts";
import type { Remark } from "#platform/spreadsheets/import-kind.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import type { NewOrganisation } from "./matching/commands.ts";
import { type ComparedCard, type Completable, type Completes, completable } from "./queries.import.ts";

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
export function blanksOf(write: NewOrganisation, card: ComparedCard): Completes {
  const lacking = completable.filter((name) => write[name] && !card[name]);
  const located = Boolean(card.commune_code || write.commune_code);
  const kept = lacking.filter((name) => name !== "department_code" || !located);
  return Object.fromEntries(kept.map((name) => [name, write[name]]));
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
export const changesOf = (completes: Completes) =>
  completable
    .filter((name) => completes[name] !== undefined)
    .map((name) => ({
      column: labels[name],
      before: "",
      after: inWords.has(name) ? String(completes[name]) : "complété",
    }));
