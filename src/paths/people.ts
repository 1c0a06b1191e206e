export const people = {
  all: () => "/gestion/personnes",
  add: () => "/gestion/personnes/nouvelle",
  one: (id: number) => `/gestion/personnes/${id}`,
  ofOrganisation: (organisationId: number) => `/gestion/annuaire/${organisationId}/personnes`,
} as const;
