/** What helps to answer, by field. */
export const questions: Record<string, string> = {
  family_id: "À choisir seulement si le type n’est pas connu.",
  department_code: "À choisir seulement si la commune n’est pas connue.",
  rna: "Pour une association : W595001234.",
  uai: "Pour un établissement scolaire : 0590001F.",
  country_codes: "Un ou plusieurs, séparés par des virgules : Mali, Bénin.",
  email: "Le premier courriel de ses coordonnées.",
  phone: "Le premier téléphone de ses coordonnées.",
};

export const placeholders: Record<string, string> = {
  website: "www.exemple.fr",
  network_since: "6/1/2021",
};
