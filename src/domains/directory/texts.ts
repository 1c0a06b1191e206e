/** How the states of an organisation and of its contact points are said. */
export const statuses: Record<string, string> = {
  proposed: "Proposée",
  published: "Publiée",
  archived: "Archivée",
};

export const visibilities: Record<string, string> = {
  listed: "Dans l’annuaire public",
  internal: "Interne",
};

export const contactKinds: Record<string, string> = {
  email: "Courriel",
  phone: "Téléphone",
  website: "Site internet",
  social: "Réseau social",
  post: "Adresse postale",
};

export const contactVisibilities: Record<string, string> = {
  public: "Visible de tous",
  members: "Visible des adhérents",
  staff: "Équipe seulement",
};
