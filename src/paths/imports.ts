export const imports = {
  all: () => "/gestion/imports",
  one: (id: number) => `/gestion/imports/${id}`,
  rows: (id: number, outcome?: string) =>
    `/gestion/imports/${id}/lignes${outcome ? `?resultat=${outcome}` : ""}`,
  faulty: (id: number) => `/gestion/imports/${id}/lignes-a-corriger.csv`,
  file: (id: number) => `/gestion/imports/${id}/fichier`,
  mapping: (id: number) => `/gestion/imports/${id}/colonnes`,
  choices: (id: number) => `/gestion/imports/${id}/choix`,
  run: (id: number) => `/gestion/imports/${id}/lancement`,
  retry: (id: number) => `/gestion/imports/${id}/reprise`,
  undo: (id: number) => `/gestion/imports/${id}/annulation`,
  drop: (id: number) => `/gestion/imports/${id}/abandon`,
} as const;
