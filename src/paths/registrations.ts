/** Registering, being there, and the paper that says so. */
export const registrations = {
  /** The form of an event, for everyone. */
  form: (eventId: number, slug: string, sessionId?: number) =>
    `/agenda/${eventId}-${slug}/inscription${sessionId ? `?session=${sessionId}` : ""}`,
  formEmbedded: (eventId: number) => `/agenda/${eventId}/inscription`,
  /** What everyone is told once the form is sent, when the page of the person cannot be shown. */
  known: () => "/agenda/inscription/deja-inscrit",
  /** The personal link, from a letter. */
  mine: (token: string) => `/agenda/inscription/${token}`,
  change: (token: string) => `/agenda/inscription/${token}/modifier`,
  cancellation: (token: string) => `/agenda/inscription/${token}/annulation`,
  organisation: (token: string) => `/agenda/inscription/${token}/organisation`,
  calendar: (token: string) => `/agenda/inscription/${token}/agenda.ics`,
  myCertificate: (token: string) => `/agenda/inscription/${token}/attestation.pdf`,
  questions: () => "/agenda/questions",
  satisfaction: () => "/agenda/satisfaction",
  verification: () => "/attestations",
  certificate: (code: string) => `/attestations/${code}`,

  all: (eventId: number) => `/gestion/agenda/${eventId}/inscriptions`,
  add: (eventId: number) => `/gestion/agenda/${eventId}/inscriptions/nouvelle`,
  one: (eventId: number, id: number) => `/gestion/agenda/${eventId}/inscriptions/${id}`,
  removal: (eventId: number, id: number) => `/gestion/agenda/${eventId}/inscriptions/${id}/annulation`,
  restoration: (eventId: number, id: number) =>
    `/gestion/agenda/${eventId}/inscriptions/${id}/retablissement`,
  head: (eventId: number, id: number) => `/gestion/agenda/${eventId}/inscriptions/${id}/en-tete`,
  payment: (eventId: number, id: number) => `/gestion/agenda/${eventId}/inscriptions/${id}/paiement`,
  refund: (eventId: number, id: number) => `/gestion/agenda/${eventId}/inscriptions/${id}/paiement/retrait`,
  joining: (eventId: number, id: number) => `/gestion/agenda/${eventId}/inscriptions/${id}/annuaire`,
  newLink: (eventId: number, id: number) => `/gestion/agenda/${eventId}/inscriptions/${id}/lien`,
  letters: (eventId: number) => `/gestion/agenda/${eventId}/lettres`,
  letterHaste: (eventId: number, id: number) => `/gestion/agenda/${eventId}/lettres/${id}/envoi`,
  letterWithdrawal: (eventId: number, id: number) => `/gestion/agenda/${eventId}/lettres/${id}/retrait`,
  questionsEditor: (eventId: number) => `/gestion/agenda/${eventId}/questions`,
  questionsAdd: (eventId: number) => `/gestion/agenda/${eventId}/questions/ajout`,
  questionsResults: (eventId: number) => `/gestion/agenda/${eventId}/reponses`,
  satisfactionEditor: (eventId: number) => `/gestion/agenda/${eventId}/satisfaction/questions`,
  satisfactionAdd: (eventId: number) => `/gestion/agenda/${eventId}/satisfaction/ajout`,
  satisfactionResults: (eventId: number) => `/gestion/agenda/${eventId}/satisfaction`,

  attendance: (eventId: number) => `/gestion/agenda/${eventId}/presences`,
  /** Takes back what was noted of everyone at a session, at this instant. */
  everyoneBack: (eventId: number, sessionId: number, at: Date) =>
    `/gestion/agenda/${eventId}/presences/tous/retrait?date=${sessionId}&a=${at.toISOString()}`,
  sheet: (eventId: number) => `/gestion/agenda/${eventId}/presences/emargement.pdf`,
  /** What the code of a person opens at the entrance, on a phone of the team. */
  entrance: (eventId: number, id: number) => `/gestion/agenda/${eventId}/entree/${id}`,
  entranceUndo: (eventId: number, id: number) => `/gestion/agenda/${eventId}/entree/${id}/retrait`,
  certificates: (eventId: number) => `/gestion/agenda/${eventId}/attestations`,
  certificatePdf: (eventId: number, id: number) => `/gestion/agenda/${eventId}/attestations/${id}.pdf`,
  revocation: (eventId: number, id: number) => `/gestion/agenda/${eventId}/attestations/${id}/revocation`,
} as const;
