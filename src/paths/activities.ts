export const activities = {
  all: () => "/gestion/activite",
  add: () => "/gestion/activite/nouvelle",
  copy: (id: number) => `/gestion/activite/nouvelle?modele=${id}`,
  one: (id: number) => `/gestion/activite/${id}`,
  edit: (id: number) => `/gestion/activite/${id}/modifier`,
  removal: (id: number) => `/gestion/activite/${id}/suppression`,
  restoration: (id: number) => `/gestion/activite/${id}/retablissement`,
  ofOrganisation: (organisationId: number) => `/gestion/activite/organisations/${organisationId}`,
} as const;
