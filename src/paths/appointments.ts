const one = (id: number) => `/gestion/rendez-vous/${id}`;
const mine = (token: string) => `/rendez-vous/mien/${token}`;

export const appointments = {
  /** Who receives, for everyone. */
  open: () => "/rendez-vous",
  /** The slots of an officer, or of all those who receive on a theme. */
  slots: (who: string) => `/rendez-vous/${who}`,
  /** The same, for a course of support: what is booked there is tied to it. */
  slotsFor: (who: string, token: string) => `/rendez-vous/${who}?pour=${token}`,
  booking: (who: string) => `/rendez-vous/${who}/reserver`,
  /** Of who booked, by their personal link. */
  mine,
  mineFile: (token: string) => `${mine(token)}/rendez-vous.ics`,
  mineMove: (token: string) => `${mine(token)}/deplacer`,
  mineCancellation: (token: string) => `${mine(token)}/annulation`,
  /** The private address of an officer's appointments, for their own calendar. */
  feed: (token: string) => `/rendez-vous/agenda/${token}.ics`,
  week: () => "/gestion/rendez-vous",
  all: () => "/gestion/rendez-vous/tous",
  add: () => "/gestion/rendez-vous/nouveau",
  addFor: (courseId: number) => `/gestion/rendez-vous/nouveau?accompagnement=${courseId}`,
  one,
  file: (id: number) => `${one(id)}/rendez-vous.ics`,
  move: (id: number) => `${one(id)}/deplacer`,
  cancellation: (id: number) => `${one(id)}/annulation`,
  logging: (id: number) => `${one(id)}/journal`,
  course: (id: number) => `${one(id)}/accompagnement`,
  notes: (id: number) => `${one(id)}/notes`,
  ofOrganisation: (organisationId: number) => `/gestion/rendez-vous/tous?organisation=${organisationId}`,
  page: () => "/gestion/rendez-vous/creneaux",
  settings: () => "/gestion/rendez-vous/creneaux/reglages",
  openings: () => "/gestion/rendez-vous/creneaux/ouvertures",
  opening: (id: number) => `/gestion/rendez-vous/creneaux/ouvertures/${id}`,
  openingRemoval: (id: number) => `/gestion/rendez-vous/creneaux/ouvertures/${id}/suppression`,
  openingRestoration: (id: number) => `/gestion/rendez-vous/creneaux/ouvertures/${id}/retablissement`,
  absences: () => "/gestion/rendez-vous/creneaux/absences",
  absenceRemoval: (id: number) => `/gestion/rendez-vous/creneaux/absences/${id}/suppression`,
  calendar: () => "/gestion/rendez-vous/creneaux/agenda",
  calendarReading: () => "/gestion/rendez-vous/creneaux/agenda/lecture",
  feedRenewal: () => "/gestion/rendez-vous/creneaux/flux",
} as const;
