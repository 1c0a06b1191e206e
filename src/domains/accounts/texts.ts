import type { Role } from "#platform/web/visitor.ts";

/** A role in the users' words, and what it opens. */
export const roleNames: Record<Role, { label: string; help: string }> = {
  member: {
    label: "Porte-parole d’un adhérent",
    help: "Parle pour une ou plusieurs organisations, dans l’espace personnel.",
  },
  juror: { label: "Membre d’un jury", help: "Lit et note les dossiers qu’on lui confie." },
  board: { label: "Membre du conseil", help: "Lit toute la gestion, sans la changer." },
  officer: {
    label: "Équipe du réseau",
    help: "Tient l’annuaire, l’activité, les adhésions, les imports, le bilan.",
  },
  administrator: { label: "Administration", help: "Ouvre les comptes, change les réglages, lit le journal." },
};

export const nameOfRole = (role: string) => (role in roleNames ? roleNames[role as Role].label : role);
