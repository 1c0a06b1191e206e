import type { SpellingRefusal } from "./spellings/commands.ts";

export const refusals: Record<SpellingRefusal, string> = {
  nothing: "Écrivez la graphie avec au moins une lettre.",
  "no-commune": "Cette commune n’existe plus : choisissez-en une autre.",
  taken:
    "Cette graphie mène déjà à une autre commune, ou à celle-ci : retirez-la d’abord de la liste des graphies.",
};

export const origins: Record<string, string> = {
  commune: "nom de la commune",
  former: "ancienne commune",
  quarter: "quartier ou arrondissement",
  staff: "ajoutée par l’équipe",
};

export const coordinateSources: Record<string, string> = {
  geonames: "GeoNames",
  approximate: "approximatives : moyenne de l’intercommunalité ou du département",
};
