export const membership = {
  all: (year?: number) => (year ? `/gestion/adhesions?annee=${year}` : "/gestion/adhesions"),
  add: () => "/gestion/adhesions/nouvelle",
  one: (id: number) => `/gestion/adhesions/${id}`,
  removal: (id: number) => `/gestion/adhesions/${id}/retrait`,
} as const;
