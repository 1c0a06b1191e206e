import type { Standing } from "./letters/rules.ladder.ts";

export const roomTitle = "Recensement";

export const states = { draft: "Brouillon", open: "Ouverte", closed: "Close" } as const;
export type CampaignState = keyof typeof states;
export const stateTones = { draft: "plain", open: "good", closed: "warning" } as const;

/** Where an organisation stands in a campaign: one, several, and what it means. */
export const standings: Record<Standing, { label: string; tone: "plain" | "good" | "warning" | "bad" }> = {
  drawn: { label: "Lettre à écrire", tone: "plain" },
  invited: { label: "Invitée, sans nouvelle", tone: "plain" },
  opened: { label: "A ouvert son lien", tone: "plain" },
  draft: { label: "Brouillon en cours", tone: "warning" },
  answered: { label: "A répondu", tone: "good" },
  refused: { label: "Ne souhaite pas figurer", tone: "warning" },
  departed: { label: "N’existe plus, ou partie", tone: "warning" },
  bounced: { label: "Lettre non remise", tone: "bad" },
  unreachable: { label: "Sans adresse", tone: "bad" },
};
export const standingNames = Object.keys(standings) as Standing[];
export const isStanding = (text: string): text is Standing => Object.hasOwn(standings, text);

/** Those that said nothing: to be telephoned. */
export const silent: readonly Standing[] = ["invited", "opened", "draft", "bounced", "unreachable", "drawn"];

export const kinds = {
  correction: "A corrigé sa fiche",
  confirmation: "A confirmé sa fiche",
  refusal: "Ne souhaite pas figurer dans l’annuaire",
  departure: "N’existe plus ou a quitté la région",
} as const;
export type AnswerKind = keyof typeof kinds;

export const callOutcomes = {
  reached: "Jointe, elle va répondre",
  call_back: "À rappeler",
  no_reply: "Pas de réponse",
  wrong_number: "Mauvais numéro",
  refused: "Ne souhaite pas répondre",
} as const;
export type CallOutcome = keyof typeof callOutcomes;
