export const cardRequests = {
  /** Asking to speak for an organisation of the public directory. */
  ask: (organisationId: number) => `/acteurs/${organisationId}/demande`,
  propose: () => "/acteurs/proposer",
  sent: () => "/acteurs/demande-envoyee",
  proof: (token: string) => `/acteurs/demande/${token}`,
  all: () => "/gestion/annuaire/demandes",
  accept: (id: number) => `/gestion/annuaire/demandes/${id}/accord`,
  refuse: (id: number) => `/gestion/annuaire/demandes/${id}/refus`,
} as const;
