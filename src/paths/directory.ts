export const directory = {
  publicList: () => "/acteurs",
  publicCard: (id: number, slug: string) => `/acteurs/${id}-${slug}`,
  all: () => "/gestion/annuaire",
  add: () => "/gestion/annuaire/nouveau",
  one: (id: number) => `/gestion/annuaire/${id}`,
  edit: (id: number) => `/gestion/annuaire/${id}/modifier`,
  contactPoints: (id: number) => `/gestion/annuaire/${id}/coordonnees`,
  archive: (id: number) => `/gestion/annuaire/${id}/archive`,
  suggestions: () => "/gestion/annuaire/suggestions",
} as const;
