/** Addresses of the back office's own pages. */
export const office = {
  home: () => "/gestion",
  search: () => "/gestion/recherche",
  settings: () => "/gestion/reglages",
  jobs: () => "/gestion/taches",
  jobRetry: (id: string) => `/gestion/taches/${id}/relance`,
  letters: () => "/gestion/courrier",
  letter: (id: number) => `/gestion/courrier/${id}`,
  letterResending: (id: number) => `/gestion/courrier/${id}/renvoi`,
  space: () => "/espace",
} as const;
