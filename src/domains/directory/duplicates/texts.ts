import type { Reason } from "./rules.ts";

const quoted = (text: string) => `«\u00a0${text}\u00a0»`;

/** Why two cards may be of one organisation, in words that follow a colon. */
const words: Record<Reason["code"], (shared: string) => string> = {
  rna: (rna) => `même numéro RNA (${rna})`,
  siret: (siret) => `même SIRET (${siret})`,
  siren: (siren) => `même SIREN (${siren})`,
  uai: (uai) => `même code UAI (${uai})`,
  name: () => "même nom, aux accents et aux majuscules près",
  spelling: (label) => `${quoted(label)} est déjà une autre graphie de l’une`,
  front: () => "même nom, aux mots de devant et aux points près",
  part: (label) =>
    label
      ? `${quoted(label)} est dans le nom de l’une et nomme l’autre`
      : "une partie du nom de l’une nomme l’autre",
  words: () => "les mêmes mots, écrits ou rangés autrement",
  acronym: (sigle) => `${quoted(sigle)} est le sigle des deux`,
  initials: (sigle) => `${quoted(sigle)} sont les initiales de l’autre`,
  slip: () => "noms presque pareils, à une lettre ou deux près",
  contained: (label) =>
    /[\s-]/.test(label)
      ? `tous les mots de ${quoted(label)} sont dans l’autre nom`
      : `${quoted(label)} commence aussi l’autre nom`,
  email: (email) => `même courriel (${email})`,
  website: (host) => `même site ou même domaine de courriel (${host})`,
  commune: () => "même commune",
};

export const reasonText = (reason: Reason) => words[reason.code](reason.with);

/** How sure it is, in a word. */
export function sureness(score: number): { label: string; tone: "good" | "warning" | "plain" } {
  if (score >= 86) return { label: "Presque sûr", tone: "good" };
  return score >= 70 ? { label: "Probable", tone: "warning" } : { label: "Possible", tone: "plain" };
}
