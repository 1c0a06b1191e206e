export const agenda = {
  publicTrainings: () => "/formations",
  publicTraining: (id: number, slug: string) => `/formations/${id}-${slug}`,
  all: () => "/gestion/formations",
  add: () => "/gestion/formations/nouvelle",
  one: (id: number) => `/gestion/formations/${id}`,
  edit: (id: number) => `/gestion/formations/${id}/modifier`,
  sessions: (id: number) => `/gestion/formations/${id}/sessions`,
  session: (id: number, session: number) => `/gestion/formations/${id}/sessions/${session}`,
  sessionRemoval: (id: number, session: number) =>
    `/gestion/formations/${id}/sessions/${session}/suppression`,
  sessionRestoration: (id: number, session: number) =>
    `/gestion/formations/${id}/sessions/${session}/retablissement`,
  removal: (id: number) => `/gestion/formations/${id}/suppression`,
  restoration: (id: number) => `/gestion/formations/${id}/retablissement`,
} as const;
