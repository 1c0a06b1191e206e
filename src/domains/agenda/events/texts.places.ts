import type { Errors } from "#platform/web/form.ts";
import { plural } from "#ui/format.ts";
import type { PlacesRefusal } from "../registrations/rules.change.ts";
import type { SessionRecord } from "./queries.ts";
import { wordShortWhen } from "./texts.ts";

/** Why the number of places, or the way they are given, stays as it is, and what to do about it; by field of the form. */
export function wordPlacesRefusal(refused: PlacesRefusal, sessions: readonly SessionRecord[]): Errors {
  if (refused.refusal === "registered_otherwise")
    return {
      seances: `${plural(refused.people, "personne est inscrite", "personnes sont inscrites")} ${
        refused.series ? "à toutes les dates ensemble" : "chacune à sa date"
      } : on ne peut plus s’inscrire autrement. Annulez d’abord ces inscriptions, ou annoncez un autre événement.`,
    };
  const session = sessions.find(({ id }) => id === refused.sessionId);
  const where = session ? ` le ${wordShortWhen(session)}` : "";
  const { taken } = refused;
  return {
    places: `${plural(taken, "personne a", "personnes ont")} déjà une place${where} : gardez au moins ${plural(
      taken,
      "place",
    )}, ou annulez d’abord des inscriptions depuis la page « Inscriptions » de l’événement.`,
  };
}

/** Why an event or a date to which people are to come is not deleted, nor taken back to draft. */
export const wordExpected = (
  people: number,
  what: "l’événement" | "cette date",
  done: "supprimé" | "remis en brouillon" = "supprimé",
) =>
  `Rien n’est ${done} : ${plural(people, "personne y est inscrite", "personnes y sont inscrites")}. Annulez ${what} plutôt, une lettre ${
    people === 1 ? "le lui" : "le leur"
  } dira.`;
