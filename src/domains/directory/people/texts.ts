/** How roles, their kinds and the languages are said. */
export const roleKinds: Record<string, string> = {
  elected: "Élue ou élu",
  employed: "Salariée ou salarié",
  volunteer: "Bénévole",
  other: "Autre",
};

export const roleVisibilities: Record<string, string> = {
  staff: "Équipe seulement",
  members: "Visible des adhérents",
  public: "Visible de tous",
};

/** The languages most written in by a network; any other is kept as its code (ISO 639-1). */
export const languages: Record<string, string> = {
  fr: "Français",
  en: "Anglais",
  es: "Espagnol",
  pt: "Portugais",
  ar: "Arabe",
  de: "Allemand",
  it: "Italien",
  nl: "Néerlandais",
  pl: "Polonais",
  ro: "Roumain",
  uk: "Ukrainien",
};

export const languageName = (code: string) => languages[code] ?? code;

export const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What a person is called; once erased, what they were. */
export const nameOf = (person: { given_name: string; family_name: string; erased_at?: unknown }) =>
  person.erased_at ? "Personne effacée" : `${person.given_name} ${person.family_name}`.trim();

/** `présidente, Adice`: a role in a few words. */
export const roleWords = (role: { title: string; kind: string }) =>
  role.title || (roleKinds[role.kind] ?? "");

/** Why a person may be known already. */
export const likenessReasons = {
  email: "même courriel",
  name: "même nom",
  likeness: "nom ressemblant",
} as const;

export const refusals = {
  erased: "Cette personne a été effacée : sa fiche ne se modifie plus.",
  dates: "La fin ne peut pas être avant le début : corrigez l’une des deux dates.",
} as const;
