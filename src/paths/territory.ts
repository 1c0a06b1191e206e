export const territory = {
  home: () => "/gestion/territoire",
  commune: (code: string) => `/gestion/territoire/communes/${code}`,
  suggestions: () => "/gestion/territoire/lieux",
  offices: () => "/gestion/territoire/bureaux",
  office: (id: number) => `/gestion/territoire/bureaux/${id}`,
} as const;
