import type { Audience } from "./rules.ts";

export const audienceWords: Readonly<Record<Audience, string>> = {
  all: "Tous les inscrits, liste d’attente comprise",
  confirmed: "Ceux qui ont une place",
  waiting: "Ceux qui attendent une place",
  present: "Ceux qui étaient présents",
  absent: "Ceux qui n’étaient pas là",
};

/** Said once for an event: thanks, and a word to who did not come. */
export const kindFor = (audience: Audience) =>
  audience === "present" ? "thanks" : audience === "absent" ? "missed" : "note";

/** A first draft, for each audience. */
export function draftOf(audience: Audience, title: string): { objet: string; texte: string } {
  if (audience === "present")
    return {
      objet: `Merci d’être venu : ${title}`,
      texte: `Merci d’avoir pris part à « ${title} ».\n\nNous espérons que ce moment vous a été utile.`,
    };
  if (audience === "absent")
    return {
      objet: `Vous nous avez manqué : ${title}`,
      texte: `Vous étiez inscrit à « ${title} » et nous ne vous y avons pas vu.\n\nS’il y a eu un empêchement, nous le comprenons : écrivez-nous si vous voulez recevoir les documents.`,
    };
  return { objet: title, texte: "" };
}

export const announcementWords: Readonly<Record<string, string>> = {
  cancelled: "Annulation",
  moved: "Changement de date ou de lieu",
  restored: "Maintien",
  note: "Lettre de l’équipe",
  thanks: "Remerciement",
  missed: "À qui n’est pas venu",
};
