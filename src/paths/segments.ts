export const segments = {
  all: () => "/gestion/segments",
  add: () => "/gestion/segments/nouveau",
  one: (id: number) => `/gestion/segments/${id}`,
} as const;
