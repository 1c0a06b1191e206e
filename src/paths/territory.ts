export const territory = {
  home: () => "/gestion/territoire",
  commune: (code: string) => `/gestion/territoire/communes/${code}`,
  suggestions: () => "/gestion/territoire/lieux",
  countrySuggestions: () => "/gestion/territoire/pays",
  spellings: () => "/gestion/territoire/graphies",
  /** Where a spelling of this commune is added. */
  newSpelling: (code: string) => `/gestion/territoire/communes/${code}/graphies`,
  spellingRemoval: (id: number) => `/gestion/territoire/graphies/${id}/suppression`,
  spellingRestoration: (id: number) => `/gestion/territoire/graphies/${id}/retablissement`,
  offices: () => "/gestion/territoire/bureaux",
  newOffice: () => "/gestion/territoire/bureaux/nouveau",
  office: (id: number) => `/gestion/territoire/bureaux/${id}`,
} as const;
