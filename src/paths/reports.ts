export const reports = {
  all: () => "/gestion/bilan",
  draft: (year: number) => `/gestion/bilan/${year}`,
  draftPdf: (year: number) => `/gestion/bilan/${year}.pdf`,
  passage: (year: number, chapter: string) => `/gestion/bilan/${year}/textes/${chapter}`,
  reconciliation: (year: number) => `/gestion/bilan/${year}/reconciliation`,
  claims: (year: number) => `/gestion/bilan/${year}/chiffres-imprimes`,
  newClaim: (year: number) => `/gestion/bilan/${year}/chiffres-imprimes/nouveau`,
  claim: (year: number, id: string) => `/gestion/bilan/${year}/chiffres-imprimes/${encodeURIComponent(id)}`,
  publication: (year: number) => `/gestion/bilan/${year}/publication`,
  published: (year: number, edition?: number) =>
    edition ? `/bilan/${year}?edition=${edition}` : `/bilan/${year}`,
  publishedPdf: (year: number, edition?: number) =>
    `/bilan/${year}.pdf${edition ? `?edition=${edition}` : ""}`,
  publishedRows: (year: number, indicator: string, key?: string, edition?: number) => {
    const query = [
      key === undefined ? "" : `cle=${encodeURIComponent(key)}`,
      edition ? `edition=${edition}` : "",
    ];
    const asked = query.filter(Boolean).join("&");
    return `/bilan/${year}/lignes/${indicator}${asked ? `?${asked}` : ""}`;
  },
  publishedList: () => "/bilan",
} as const;
