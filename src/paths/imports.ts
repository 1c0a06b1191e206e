export const imports = {
  all: () => "/gestion/imports",
  one: (id: number) => `/gestion/imports/${id}`,
  mapping: (id: number) => `/gestion/imports/${id}/colonnes`,
  choices: (id: number) => `/gestion/imports/${id}/choix`,
  run: (id: number) => `/gestion/imports/${id}/lancement`,
  undo: (id: number) => `/gestion/imports/${id}/annulation`,
  drop: (id: number) => `/gestion/imports/${id}/abandon`,
} as const;
