export const vocabularies = {
  all: () => "/gestion/vocabulaires",
  one: (list: string) => `/gestion/vocabulaires/${list}`,
  term: (list: string, id: number) => `/gestion/vocabulaires/${list}/${id}`,
  moving: (list: string, id: number) => `/gestion/vocabulaires/${list}/${id}/deplacement`,
  retirement: (list: string, id: number) => `/gestion/vocabulaires/${list}/${id}/retrait`,
  restoration: (list: string, id: number) => `/gestion/vocabulaires/${list}/${id}/retour`,
  version: (list: string, version: number) => `/gestion/vocabulaires/${list}/versions/${version}`,
} as const;
