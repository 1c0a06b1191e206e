import { z } from "zod";

/** Lines of a page of the list. */
export const pageSize = 50;
/** The most dates that a month draws, and a calendar gives. */
export const mostInAMonth = 400;
export const mostInACalendar = 2000;

const word = z.string().trim().max(80).optional();

const filters = {
  q: z.string().trim().max(200).optional(),
  quoi: z.enum(["evenements", "formations"]).optional(),
  type: word,
  cadre: z.enum(["en-ligne", "sur-place"]).optional(),
  departement: word,
  commune: word,
  secteur: word,
  odd: word,
  pays: word,
  public: word,
  pole: word,
  axe: word,
  organisateur: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  origine: z.enum(["reseau", "relayes"]).optional(),
};

const question = z.object({
  ...filters,
  /** The whole of a civil year; what is to come when it is not said. */
  annee: z.coerce.number().int().min(1950).max(2200).optional(),
  /** The filter of which every value is shown. */
  tout: word,
  page: z.coerce.number().int().min(1).max(100_000).optional(),
});

const filled = (given: unknown) =>
  Object.fromEntries(Object.entries(given as object).filter(([, value]) => String(value).trim() !== ""));

/** What anyone may ask of the agenda, in the words of its addresses; what is empty asks for nothing. */
export const agendaQuestion = z.preprocess(filled, question);
export type AgendaQuestion = z.output<typeof question>;

/** The filters that count what they would give; each is a word of the address. */
export const dimensions = [
  "quoi",
  "type",
  "cadre",
  "departement",
  "commune",
  "secteur",
  "odd",
  "pays",
  "public",
  "pole",
  "axe",
  "organisateur",
  "origine",
] as const;
export type Dimension = (typeof dimensions)[number];

/** What anyone may ask of the catalogue of trainings. */
export const catalogueQuestion = z.preprocess(
  filled,
  z.object({
    annee: question.shape.annee,
    cadre: filters.cadre,
    nature: z.enum(["thematique", "methodologique"]).optional(),
    cycle: word,
    page: question.shape.page,
  }),
);
export type CatalogueQuestion = z.output<typeof catalogueQuestion>;
