import { z } from "zod";
import type { MeetingChoices } from "../queries.ts";

/** How many rows may be checked one by one, and how many may be changed at once. */
export const mostChosen = 500;
export const mostChanged = 5000;

export const bulkKinds = ["changer", "ranger"] as const;
export type BulkKind = (typeof bulkKinds)[number];

/** The meetings checked in the list, and whether all those of the search are meant instead. */
export const selection = z.object({
  portee: z.enum(["cochees", "toutes"]).catch("cochees"),
  choix: z
    .preprocess(
      (given) => (given === undefined || given === null ? [] : [given].flat()),
      z.array(z.coerce.number().int().positive()),
    )
    .catch([])
    .transform((ids) => [...new Set(ids)].slice(0, mostChosen)),
});
export type Selection = z.output<typeof selection>;

export const bulkStep = z.object({ faire: z.enum(bulkKinds).catch("changer") });

/** What a list of the form says when it takes the value away. */
export const nothing = "aucun";

type Offered = readonly { id: number }[];
/** Undefined: left as it is. Null: taken away. */
const heading = (offered: Offered) =>
  z
    .string()
    .default("")
    .transform((typed) => (typed === "" ? undefined : typed === nothing ? null : Number(typed)))
    .refine(
      (id) => id === undefined || id === null || offered.some((one) => one.id === id),
      "Choisissez dans la liste.",
    );

/** What is changed of all of them: at least one thing. */
export const changeForm = (choices: MeetingChoices) =>
  z
    .object({
      type: heading(choices.type).refine((id) => id !== null, "Une réunion a toujours un type."),
      pole: heading(choices.pole),
      axe: heading(choices.axe),
      mission: heading(choices.mission),
      dispositif: heading(choices.dispositif),
    })
    .refine((form) => Object.values(form).some((value) => value !== undefined), {
      path: ["type"],
      message: "Choisissez au moins une chose à changer.",
    });
export type ChangeForm = z.output<ReturnType<typeof changeForm>>;
