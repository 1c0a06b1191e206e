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

export const refusals = {
  taken:
    "Une autre organisation de l’annuaire a déjà ce numéro RNA ou ce SIRET : ouvrez sa fiche plutôt que d’en créer une seconde.",
} as const;

/** Why a commune was not understood, with what it may be. */
export function unclearCommune(typed: string, candidates: readonly { name: string; department: string }[]) {
  const names = candidates.map(({ name, department }) => `« ${name} (${department}) »`);
  return names.length > 0
    ? `La commune « ${typed} » n’est pas sûre. Écrivez par exemple ${names.join(" ou ")}.`
    : `La commune « ${typed} » n’est pas connue. Vérifiez l’orthographe, ou choisissez seulement le département.`;
}
