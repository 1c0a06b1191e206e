export const directory = {
  publicList: () => "/acteurs",
  publicFeed: () => "/acteurs.atom",
  publicCard: (id: number, slug: string) => `/acteurs/${id}-${slug}`,
  all: () => "/gestion/annuaire",
  add: () => "/gestion/annuaire/nouveau",
  one: (id: number) => `/gestion/annuaire/${id}`,
  edit: (id: number) => `/gestion/annuaire/${id}/modifier`,
  contactPoints: (id: number) => `/gestion/annuaire/${id}/coordonnees`,
  archive: (id: number) => `/gestion/annuaire/${id}/archive`,
  restoration: (id: number) => `/gestion/annuaire/${id}/retablissement`,
  contactPoint: (id: number, point: number) => `/gestion/annuaire/${id}/coordonnees/${point}`,
  contactRemoval: (id: number, point: number) => `/gestion/annuaire/${id}/coordonnees/${point}/retrait`,
  /** Moves a contact point before the one above it. */
  contactOrder: (id: number, point: number) => `/gestion/annuaire/${id}/coordonnees/${point}/ordre`,
  /** The organisation says that its card is right; `on`: another day, or none, to take that back. */
  confirmation: (id: number, on?: string) =>
    `/gestion/annuaire/${id}/confirmation${on === undefined ? "" : `?le=${on}`}`,
  fieldVisibility: (id: number, key: string, to?: string) =>
    `/gestion/annuaire/${id}/champs/${key}${to === undefined ? "" : `?vue=${to}`}`,
  toConfirm: () => "/gestion/annuaire/a-reconfirmer",
  customFields: () => "/gestion/reglages/champs",
  customField: (id: number) => `/gestion/reglages/champs/${id}`,
  customFieldAnswers: () => "/gestion/reglages/champs/reponses",
  customFieldMove: (id: number) => `/gestion/reglages/champs/${id}/deplacement`,
  customFieldRetirement: (id: number) => `/gestion/reglages/champs/${id}/retrait`,
  customFieldReturn: (id: number) => `/gestion/reglages/champs/${id}/retour`,
  /** What is done to many organisations at once. */
  bulk: () => "/gestion/annuaire/actions",
  bulkUndo: (id: number) => `/gestion/annuaire/actions/${id}/annulation`,
  views: () => "/gestion/annuaire/vues",
  viewRemoval: (id: number) => `/gestion/annuaire/vues/${id}/retrait`,
  viewRestoration: (id: number) => `/gestion/annuaire/vues/${id}/retablissement`,
  suggestions: () => "/gestion/annuaire/suggestions",
} as const;
