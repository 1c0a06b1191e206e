export const observatory = {
  apiBase: () => "/api/v1",
  api: (year?: number) => (year ? `/api/v1/indicators?year=${year}` : "/api/v1/indicators"),
  apiDescription: () => "/api/v1/openapi.json",
  all: (year?: number) => (year ? `/gestion/indicateurs?annee=${year}` : "/gestion/indicateurs"),
  /** The page of an indicator's rows, without its question. */
  rowsOf: (id: string) => `/observatoire/indicateurs/${id}`,
  rows: (id: string, year: number, key?: string) =>
    `/observatoire/indicateurs/${id}?annee=${year}${key === undefined ? "" : `&cle=${encodeURIComponent(key)}`}`,
} as const;
