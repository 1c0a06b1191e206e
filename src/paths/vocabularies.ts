export const vocabularies = {
  all: () => "/gestion/vocabulaires",
  one: (list: string) => `/gestion/vocabulaires/${list}`,
  term: (list: string, id: number) => `/gestion/vocabulaires/${list}/${id}`,
  version: (list: string, version: number) => `/gestion/vocabulaires/${list}/versions/${version}`,
} as const;
