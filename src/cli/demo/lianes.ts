import type { Settings } from "#domains/network/index.ts";
import type { OfficeEntry } from "#domains/territory/index.ts";

/** The network of the demonstration, in its own public words and addresses. */
export const lianes: Partial<Settings> = {
  name: "Lianes coopération",
  short_name: "Lianes",
  tagline: "Le réseau régional multi-acteurs des Hauts-de-France",
  presentation:
    "Lianes coopération rassemble, informe et accompagne les acteurs des Hauts-de-France engagés dans la coopération et la solidarité internationales : associations, collectivités, entreprises, établissements d’enseignement.\n\nCe site est une démonstration : il montre l’année 2021 du réseau, d’après ses documents publics.",
  region_code: "32",
  publisher: "Démonstration de Maillage",
};

const office = (name: string, communeCode: string): OfficeEntry => ({
  name,
  communeCode,
  address: "",
  openedOn: null,
  closedOn: null,
});

export const offices = [office("Lille", "59350"), office("Amiens", "80021")];
