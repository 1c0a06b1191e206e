export const projects = {
  publicList: () => "/projets",
  publicCard: (id: number, slug: string) => `/projets/${id}-${slug}`,
  all: () => "/gestion/panorama",
  add: () => "/gestion/panorama/nouveau",
  one: (id: number) => `/gestion/panorama/${id}`,
  ofOrganisation: (organisationId: number) => `/gestion/panorama/acteur/${organisationId}`,
  mine: () => "/espace/projets",
} as const;
