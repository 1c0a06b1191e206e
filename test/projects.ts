import { addOrganisations } from "#domains/directory/index.ts";
import { type ShownProject, showAsProject } from "#domains/projects/index.ts";
import { type Db, system } from "#platform/db/index.ts";

/** A project as an officer types it: Kabé carries it, from Lille to Gao and Ouidah. */
export const saidOfProject = {
  titre: "Écoles jumelles",
  resume: "Deux écoles s’écrivent et jardinent.",
  etape: "under_way",
  debut: "mars 2021",
  fin: "2023",
  pays: "Mali",
  "acteur-0-role": "carrier",
  "acteur-0-nom": "Kabé",
  "acteur-0-pays": "",
  "acteur-1-role": "partner_there",
  "acteur-1-nom": "École de Gao",
  "acteur-1-pays": "Mali",
  "ici-0-lieu": "Lille",
  "la-0-pays": "Bénin",
  "la-0-lieu": "Ouidah",
  "la-0-position": "6,36 ; 2,09",
  "budget-0-financeur": "AFD",
  "budget-0-prevu": "12 000,50 €",
  "budget-0-recu": "5 000",
  notes: "Fragile",
};

/** An organisation of the directory; its number. */
export async function organisationNamed(db: Db, name: string, visibility: "listed" | "internal" = "listed") {
  const [id = 0] = await addOrganisations(db, system, [{ name, visibility }]);
  return id;
}

let refs = 0;

/** A project straight into the tables, public unless told; its number. */
export const projectOf = (db: Db, said: Partial<ShownProject> & { title: string }) =>
  showAsProject(db, system, { origin: "programme", ref: `test-${++refs}`, visibility: "listed", ...said });

export const carriedBy = (organisationId: number, name = "Porteur") => [
  { role: "carrier" as const, name, organisationId, countryCode: null },
];
