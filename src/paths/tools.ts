const sheet = (id: number) => `/gestion/outils/fiches/${id}`;
const given = (token: string) => `/outils/fiche/${token}`;

export const tools = {
  /** For everyone: each can be tried, nothing is kept. */
  open: () => "/outils",
  trial: (code: string) => `/outils/${code}`,
  /** The same, empty, to fill with a pen. */
  blank: (code: string) => `/outils/${code}/papier`,
  /** A filled tool, by the link given to an actor. */
  given,
  givenPaper: (token: string) => `${given(token)}/papier`,
  all: () => "/gestion/outils",
  words: (code: string) => `/gestion/outils/${code}/texte`,
  shipped: (code: string) => `/gestion/outils/${code}/texte/origine`,
  version: (code: string, number: number) => `/gestion/outils/${code}/versions/${number}`,
  versionReturn: (code: string, number: number) => `/gestion/outils/${code}/versions/${number}/retour`,
  sheets: () => "/gestion/outils/fiches",
  add: () => "/gestion/outils/fiches/nouvelle",
  /** The form of a new one, for an organisation or a course of support. */
  addFor: (of: { organisation?: number; course?: number }) =>
    `/gestion/outils/fiches/nouvelle?${new URLSearchParams(
      Object.entries({ organisation: of.organisation, accompagnement: of.course }).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, String(value)]],
      ),
    )}`,
  addWith: (code: string) => `/gestion/outils/fiches/nouvelle?outil=${code}`,
  sheet,
  paper: (id: number) => `${sheet(id)}/papier`,
  sharing: (id: number) => `${sheet(id)}/partage`,
  unsharing: (id: number) => `${sheet(id)}/partage/fin`,
  removal: (id: number) => `${sheet(id)}/suppression`,
  restoration: (id: number) => `${sheet(id)}/retablissement`,
  ofOrganisation: (organisationId: number) => `/gestion/outils/organisations/${organisationId}`,
  ofCourse: (courseId: number) => `/gestion/outils/fiches?accompagnement=${courseId}`,
} as const;
