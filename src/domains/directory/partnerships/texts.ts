/** How partnerships with territories abroad are said (articles L1115-1 and following of the CGCT). */
export const kinds: Record<string, string> = {
  twinning: "Jumelage",
  decentralised_cooperation: "Coopération décentralisée",
  other: "Autre partenariat",
};

export const states: Record<string, string> = {
  active: "Actif",
  dormant: "En sommeil",
  ended: "Terminé",
};

export const visibilities: Record<string, string> = {
  public: "Visible de tous",
  members: "Visible des adhérents",
  staff: "Équipe seulement",
};

export const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What each field of the form is called. */
export const labels = {
  genre: "De quoi s’agit-il",
  partenaire: "Territoire partenaire",
  pays: "Pays",
  annee: "Depuis l’année",
  etat: "Où en est-il",
  vue: "Qui le voit",
  note: "Note",
} as const;
