const office = "/gestion/agenda";
const event = (id: number, rest = "") => `${office}/${id}${rest}`;
const session = (id: number, session: number, rest = "") => event(id, `/sessions/${session}${rest}`);

export const agenda = {
  all: () => office,
  add: () => `${office}/nouvel`,
  copy: (id: number) => `${office}/nouvel?modele=${id}`,
  copyForNextYear: (id: number) => `${office}/nouvel?modele=${id}&quand=an-prochain`,
  one: (id: number) => event(id),
  edit: (id: number) => event(id, "/modifier"),
  picture: (id: number) => event(id, "/image"),
  pictureRemoval: (id: number) => event(id, "/image/retrait"),
  publication: (id: number) => event(id, "/publication"),
  withdrawal: (id: number) => event(id, "/brouillon"),
  cancelling: (id: number) => event(id, "/annulation"),
  reinstating: (id: number) => event(id, "/maintien"),
  removal: (id: number) => event(id, "/suppression"),
  restoration: (id: number) => event(id, "/retablissement"),
  ofOrganisation: (id: number) => `${office}/organisations/${id}`,

  sessions: (id: number) => event(id, "/sessions"),
  session: (id: number, number: number) => session(id, number),
  sessionCopy: (id: number, number: number) => event(id, `/sessions?modele=${number}`),
  sessionCancelling: (id: number, number: number) => session(id, number, "/annulation"),
  sessionReinstating: (id: number, number: number) => session(id, number, "/maintien"),
  sessionRemoval: (id: number, number: number) => session(id, number, "/suppression"),
  sessionRestoration: (id: number, number: number) => session(id, number, "/retablissement"),
  /** The form of a meeting of the log, filled with what is known of the session. */
  sessionNoting: (id: number, number: number) => session(id, number, "/journal"),

  catalogue: () => `${office}/catalogue`,
  addModule: () => `${office}/catalogue/nouveau`,
  module: (id: number) => `${office}/catalogue/${id}`,
  moduleRetirement: (id: number) => `${office}/catalogue/${id}/retrait`,
  moduleReturn: (id: number) => `${office}/catalogue/${id}/retour`,

  programme: (year?: number) => `${office}/programme${year ? `?annee=${year}` : ""}`,
  programmePdf: (year: number) => `${office}/programme/${year}.pdf`,
  match: (line: number) => `${office}/programme/${line}/rapprochement`,
  refusal: (line: number) => `${office}/programme/${line}/refus`,
  unmatch: (line: number) => `${office}/programme/${line}/separation`,
  drop: (line: number) => `${office}/programme/${line}/abandon`,
  resume: (line: number) => `${office}/programme/${line}/reprise`,

  propose: () => "/agenda/proposer",
  proposed: () => "/agenda/proposer/merci",
  proof: (token: string) => `/agenda/proposer/${token}`,
  proposals: () => `${office}/propositions`,
  proposal: (id: number) => `${office}/propositions/${id}`,
  proposalDecision: (id: number) => `${office}/propositions/${id}/decision`,
} as const;
