/** Addresses of the agenda as everyone sees it. A training stands among the trainings, any other event in the agenda. */
export const publicAgenda = {
  list: () => "/agenda",
  /** `month` as `2026-11`. */
  month: (month: string) => `/agenda/mois/${month}`,
  feed: () => "/agenda.atom",
  calendar: () => "/agenda.ics",
  propose: () => "/agenda/proposer",
  /** How to show the agenda on another site, and how to follow it. */
  embedding: () => "/agenda/integrer",
  embeddedList: () => "/integration/agenda",
  catalogue: () => "/formations",
  catalogueFeed: () => "/formations.atom",
  event: ({ id, slug, training }: { id: number; slug: string; training: boolean }) =>
    `${training ? "/formations" : "/agenda"}/${id}-${slug}`,
  eventCalendar: (id: number, slug: string) => `/agenda/${id}-${slug}.ics`,
  api: () => "/api/v1/events",
} as const;
