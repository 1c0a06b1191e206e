export const trainingEvidence = {
  report: (year?: number) =>
    year === undefined
      ? "/gestion/agenda/bilan-pedagogique"
      : `/gestion/agenda/bilan-pedagogique?annee=${year}`,
  exported: () => "/gestion/agenda/bilan-pedagogique",
  one: (eventId: number) => `/gestion/agenda/bilan-pedagogique/${eventId}`,
  quality: () => "/gestion/agenda/qualite",
  indicator: (number: number) => `/gestion/agenda/qualite/${number}`,
} as const;
