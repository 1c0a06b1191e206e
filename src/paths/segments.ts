export const segments = {
  all: () => "/gestion/segments",
  add: () => "/gestion/segments/nouveau",
  preview: () => "/gestion/segments/apercu",
  one: (id: number) => `/gestion/segments/${id}`,
  edit: (id: number) => `/gestion/segments/${id}/modifier`,
  removal: (id: number) => `/gestion/segments/${id}/retrait`,
  restoration: (id: number) => `/gestion/segments/${id}/retablissement`,
} as const;
