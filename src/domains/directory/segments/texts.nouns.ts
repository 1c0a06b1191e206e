/** How families and types of actors are said in a sentence, by code; a network may have changed or added some. */
const families: Readonly<Record<string, string>> = {
  associations: "les associations",
  entreprises: "les entreprises",
  etablissements: "les établissements d’éducation, de santé ou de recherche",
  collectivites: "les collectivités et organismes publics",
  autres: "les autres acteurs",
};

const types: Readonly<Record<string, string>> = {
  "association-locale": "les associations locales",
  "association-membre": "les associations locales membres d’un réseau national",
  "association-etudiante": "les associations étudiantes",
  collectif: "les collectifs d’associations",
  ong: "les ONG",
  osim: "les OSIM",
  "structure-jeunesse": "les structures jeunesse",
  jumelage: "les comités de jumelage",
  syndicat: "les syndicats",
  entreprise: "les entreprises, groupements et coopératives",
  consultant: "les consultants et bureaux d’études",
  "etablissement-scolaire": "les établissements scolaires",
  "enseignement-superieur": "les établissements d’enseignement supérieur",
  "centre-formation": "les centres de formation ou d’apprentissage",
  "institut-recherche": "les instituts et laboratoires de recherche",
  sante: "les hôpitaux et centres de soin",
  collectivite: "les collectivités territoriales",
  agence: "les agences et organismes publics",
  fondation: "les fondations",
};

const wordsFor = (known: Readonly<Record<string, string>>, kind: string) => (code: string, label: string) =>
  known[code] ?? `les acteurs ${kind} « ${label} »`;

export const familyNoun = wordsFor(families, "de la famille");
export const typeNoun = wordsFor(types, "du type");
