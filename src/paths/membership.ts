export const membership = {
  all: (year?: number) => (year ? `/gestion/adhesions?annee=${year}` : "/gestion/adhesions"),
  add: (year?: number) =>
    year ? `/gestion/adhesions/nouvelle?annee=${year}` : "/gestion/adhesions/nouvelle",
  one: (id: number) => `/gestion/adhesions/${id}`,
  removal: (id: number) => `/gestion/adhesions/${id}/retrait`,
  restoration: (id: number) => `/gestion/adhesions/${id}/retablissement`,
  ofOrganisation: (organisationId: number) => `/gestion/adhesions/organisations/${organisationId}`,
} as const;
