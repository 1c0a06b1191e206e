import { z } from "zod";
import type { Typed } from "#platform/web/form.ts";
import type { Field } from "../fields/registry.ts";
import { type Choice, choices, isList, type Known, presetOf } from "./rules.ts";

const version = z.coerce
  .number("Rouvrez la page : il y manque de quoi savoir si les fiches ont changé.")
  .int()
  .min(1);

/** The merge as decided: the versions seen, who sees the card; the fields are read by `chosenIn`. */
export const mergeForm = z.object({
  version,
  version_autre: version,
  visibilite: z.enum(["listed", "internal"], "Choisissez qui voit la fiche."),
});

/** The name of a field's question in the form. */
export const questionOf = ({ key }: Pick<Field, "key">) => `garder_${key}`;

/** The choice made for a field; the better value where nothing was chosen. */
export const chosenIn = (typed: Typed, winner: Known, loser: Known) => (field: Field) => {
  const said = choices.find((one) => one === typed[questionOf(field)]);
  const allowed: Choice | undefined = said === "both" && !isList(field) ? undefined : said;
  return allowed ?? presetOf(field, winner, loser);
};
