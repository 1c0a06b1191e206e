export const census = {
  all: () => "/gestion/recensement",
  add: () => "/gestion/recensement/nouvelle",
  one: (id: number) => `/gestion/recensement/${id}`,
  /** The personal link of an organisation, from a letter. */
  answer: (token: string) => `/recensement/${token}`,
} as const;
