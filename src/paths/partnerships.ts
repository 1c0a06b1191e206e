const one = (id: number) => `/gestion/partenariats/${id}`;
const link = (id: number) => `/gestion/liens/${id}`;
const ofOrganisation = (id: number) => `/gestion/annuaire/${id}/partenariats`;
const links = (id: number) => `/gestion/annuaire/${id}/liens`;

export const partnerships = {
  all: () => "/gestion/partenariats",
  one,
  removal: (id: number) => `${one(id)}/retrait`,
  restoration: (requestId: string) => `/gestion/partenariats/retablissement?demande=${requestId}`,
  ofOrganisation,
  add: (organisationId: number) => `${ofOrganisation(organisationId)}/nouveau`,
  links,
  addLink: (organisationId: number) => `${links(organisationId)}/nouveau`,
  link: (id: number, organisationId: number) => `${link(id)}?depuis=${organisationId}`,
  linkRemoval: (id: number, organisationId: number) => `${link(id)}/retrait?depuis=${organisationId}`,
  linkRestoration: (requestId: string, organisationId: number) =>
    `/gestion/liens/retablissement?demande=${requestId}&depuis=${organisationId}`,
  timeline: (organisationId: number) => `/gestion/annuaire/${organisationId}/chronologie`,
  timelinePanel: (organisationId: number) => `/gestion/annuaire/${organisationId}/chronologie?apercu`,
} as const;
