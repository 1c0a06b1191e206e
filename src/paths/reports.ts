export const reports = {
  all: () => "/gestion/bilan",
  draft: (year: number) => `/gestion/bilan/${year}`,
  draftPdf: (year: number) => `/gestion/bilan/${year}.pdf`,
  passage: (year: number, chapter: string) => `/gestion/bilan/${year}/textes/${chapter}`,
  reconciliation: (year: number) => `/gestion/bilan/${year}/reconciliation`,
  claims: (year: number) => `/gestion/bilan/${year}/chiffres-imprimes`,
  publication: (year: number) => `/gestion/bilan/${year}/publication`,
  published: (year: number, edition?: number) =>
    edition ? `/bilan/${year}?edition=${edition}` : `/bilan/${year}`,
  publishedPdf: (year: number) => `/bilan/${year}.pdf`,
  publishedRows: (year: number, indicator: string, key?: string) =>
    `/bilan/${year}/lignes/${indicator}${key === undefined ? "" : `?cle=${encodeURIComponent(key)}`}`,
  publishedList: () => "/bilan",
} as const;
