import type { Role } from "#platform/web/visitor.ts";

export interface DemoAccount {
  name: string;
  email: string;
  password: string;
  roles: readonly Role[];
  /** What this person is there to show, in French. */
  about: string;
}

/** One password for all: the demonstration holds nothing that is not public. */
const password = "lianes-demonstration-2021";

const account = (name: string, box: string, roles: readonly Role[], about: string): DemoAccount => ({
  name,
  email: `${box}@demo.invalid`,
  password,
  roles,
  about,
});

/** The people of the demonstration, one a role. The domain `.invalid` never receives mail (RFC 2606). */
export const demoAccounts = {
  visitor: account("Vera Visiteuse", "visiteuse", [], "Visiteuse inscrite"),
  member: account("Malik Membre", "membre", ["member"], "Membre, parle pour une organisation"),
  juror: account("Judith Jurée", "juree", ["juror"], "Membre d’un jury"),
  board: account("Basile Bureau", "bureau", ["board"], "Membre du conseil d’administration"),
  officer: account("Aminata Animatrice", "animatrice", ["officer"], "Animatrice réseau"),
  administrator: account(
    "Djamel Directeur",
    "directeur",
    ["officer", "administrator"],
    "Directeur, administrateur",
  ),
} as const satisfies Record<string, DemoAccount>;
