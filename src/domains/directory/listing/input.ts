import { z } from "zod";

/** How many organisations a page shows. */
export const pageSize = 50;

const code = z.string().trim().max(80).optional();

/** `tout`: the filter of which every value is shown. */
const asked = z.object({
  q: z.string().trim().max(200).optional(),
  departement: code,
  epci: code,
  commune: code,
  famille: code,
  type: code,
  secteur: code,
  odd: code,
  pays: code,
  etiquette: code,
  visibilite: z.enum(["listed", "internal"]).optional(),
  statut: z.enum(["proposed", "published", "archived"]).optional(),
  tri: z.enum(["nom", "-nom", "commune", "-commune", "recent"]).optional(),
  tout: code,
  page: z.coerce.number().int().min(1).max(100_000).optional(),
});

/** A filter by a field that the network added to the record: `champ.equipe=petite`. */
export type CustomDimension = `champ.${string}`;
/** What a reader asks of the list, as in its address; what does not fit is left out. */
export type Question = z.output<typeof asked> & { [field: CustomDimension]: string | undefined };

/** Keeps, beside what the schema knows, the filters by added fields, and nothing else. */
function withCustom(schema: z.ZodObject): z.ZodType<Question> {
  const isCustom = ([name, value]: [string, unknown]) =>
    /^champ\.[a-z][a-z0-9_]{0,39}$/.test(name) && typeof value === "string" && value && value.length <= 80;
  return z
    .looseObject(schema.shape)
    .transform(
      (all) =>
        Object.fromEntries(
          Object.entries(all).filter((entry) => entry[0] in schema.shape || isCustom(entry)),
        ) as Question,
    );
}

export const question = withCustom(asked);
/** What everyone may ask: who sees a card, its state and the team's marks are no question of theirs. */
export const publicQuestion = withCustom(asked.omit({ visibilite: true, statut: true, etiquette: true }));
/** What the team asks besides: a segment, and the keys of the columns shown and taken away, with commas. */
export type StaffQuestion = Question & { segment?: number | undefined; colonnes?: string | undefined };
export const staffQuestion: z.ZodType<StaffQuestion> = withCustom(
  asked.extend({
    segment: z.coerce.number().int().positive().optional(),
    colonnes: z.string().trim().max(600).optional(),
  }),
);

/** Who reads: everyone sees what is listed and published; the network's own people see all. */
export type Scope = "public" | "inside";

/** The value of a filter that asks for what has none (no département known, no type known). */
export const none = "aucun";

const everyones = ["departement", "epci", "commune", "famille", "type", "secteur", "odd", "pays"] as const;
/** The filters that count what they would give; each is a word of the address. */
export const dimensions = [...everyones, "etiquette", "visibilite", "statut"] as const;
export type Dimension = (typeof dimensions)[number] | CustomDimension;

/** A field added in the settings by which the lists are filtered. */
export interface FilterField {
  name: CustomDimension;
  title: string;
}

/** The filters of a scope, those of the record first. */
export const dimensionsOf = (scope: Scope, fields: readonly FilterField[]): Dimension[] => [
  ...(scope === "public" ? everyones : dimensions),
  ...fields.map(({ name }) => name),
];

/** The filters that a question sets, among these. */
export const chosenIn = (question: Question, among: readonly Dimension[]) =>
  among.filter((dimension) => question[dimension]);
