/** Addresses of the back office's own pages. */
export const office = {
  home: () => "/gestion",
  search: () => "/gestion/recherche",
  settings: () => "/gestion/reglages",
  jobs: () => "/gestion/taches",
  letters: () => "/gestion/courrier",
  letter: (id: number) => `/gestion/courrier/${id}`,
  space: () => "/espace",
} as const;
