import { formatInstant } from "#ui/format.ts";
import type { LookUp } from "./queries.ts";
import type { RegisterEntry } from "./rules.ts";

/** What the registers are called. */
export const registerNames: Record<RegisterEntry["register"], string> = {
  sirene: "Recherche d’entreprises (Sirene)",
  rna: "Journal officiel des associations (RNA)",
};

const refusals: Record<LookUp["failed"][number]["refusal"], string> = {
  slow: "n’a pas répondu à temps",
  busy: "demande d’attendre un peu",
  down: "est injoignable",
  unreadable: "a répondu autre chose que ce qu’il annonce",
  refused: "n’a pas accepté cette question",
  resting: "ne répondait pas à l’instant : il sera redemandé dans une minute",
  off: "n’est pas branché (réglages du serveur)",
};

/** What did not answer, or answered from memory, in sentences. */
export const troublesOf = ({ failed, old }: LookUp): string[] => [
  ...failed.map(({ register, refusal }) => `${registerNames[register]} ${refusals[refusal]}.`),
  ...old.map(
    ({ register, askedAt }) =>
      `${registerNames[register]} ne répond pas : voici ce qu’il disait le ${formatInstant(askedAt)}.`,
  ),
];
