/** What a form of a meeting may be filled with beforehand, each as a person would type it. */
export interface MeetingPrefill {
  sujet?: string;
  /** The number of a type of the vocabulary. */
  type?: number;
  /** `2026-03-06` or as typed. */
  date?: string;
  /** `1h30`. */
  duree?: string;
  participants?: number;
  enligne?: "oui";
  /** One a line. */
  lieux?: string;
  organisations?: string;
  personnes?: string;
  pole?: number;
  axe?: number;
  mission?: number;
  dispositif?: number;
  /** What the meeting will belong to: a part of the shell and its own key, `events:12`. */
  pour?: string;
  /** The entry of a calendar that is being corrected before it is noted. */
  agenda?: number;
}

const filled = (prefill: object) =>
  Object.entries(prefill)
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
    .join("&");

const root = "/gestion/activite";

export const activities = {
  all: () => root,
  /** The form of a new meeting, already filled with this. */
  add: (prefill: MeetingPrefill = {}) => `${root}/nouvelle${filled(prefill) ? `?${filled(prefill)}` : ""}`,
  copy: (id: number) => `${root}/nouvelle?modele=${id}`,
  one: (id: number) => `${root}/${id}`,
  edit: (id: number) => `${root}/${id}/modifier`,
  removal: (id: number) => `${root}/${id}/suppression`,
  restoration: (id: number) => `${root}/${id}/retablissement`,
  person: (id: number, line: number) => `${root}/${id}/personnes/${line}/annuaire`,
  join: (id: number) => `${root}/${id}/presence`,
  ofOrganisation: (organisationId: number) => `${root}/organisations/${organisationId}`,
  bulk: () => `${root}/lot`,
  bulkUndo: (id: number) => `${root}/lot/${id}/annulation`,
  series: (model?: number) => `${root}/serie${model ? `?modele=${model}` : ""}`,
  seriesRemoval: (seriesId: string) => `${root}/serie/${seriesId}/suppression`,
  figures: (year?: number) => `${root}/chiffres${year ? `?annee=${year}` : ""}`,
  reminder: () => `${root}/rappel`,
  calendars: () => `${root}/agendas`,
  calendarFile: () => `${root}/agendas/fichier`,
  calendar: (id: number) => `${root}/agendas/${id}`,
  calendarRemoval: (id: number) => `${root}/agendas/${id}/suppression`,
  calendarReading: (id: number) => `${root}/agendas/${id}/lecture`,
  entries: () => `${root}/agendas/propositions`,
  entryRestoration: (ids: readonly number[]) =>
    `${root}/agendas/propositions/retablissement?${ids.map((id) => `choix=${id}`).join("&")}`,
  entryJoining: (id: number) => `${root}/agendas/propositions/${id}/presence`,
} as const;
