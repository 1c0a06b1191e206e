import type { RawBuilder, SqlBool } from "kysely";
import { z } from "zod";

/** How many organisations a page shows. */
export const pageSize = 50;

const code = z.string().trim().max(80).optional();

/** What a reader asks of the list, as in its address; what does not fit is left out. */
export const question = z.object({
  q: z.string().trim().max(200).optional(),
  departement: code,
  famille: code,
  type: code,
  visibilite: z.enum(["listed", "internal"]).optional(),
  statut: z.enum(["proposed", "published", "archived"]).optional(),
  tri: z.enum(["nom", "-nom", "commune", "-commune", "recent"]).optional(),
  page: z.coerce.number().int().min(1).max(100_000).optional(),
});
/** What everyone may ask: who sees a card and its state are no question of theirs. */
export const publicQuestion = question.omit({ visibilite: true, statut: true });
export type Question = z.output<typeof question> & {
  /** What narrows the list besides, over the row `organisation`: a segment, rows chosen. In no address. */
  within?: RawBuilder<SqlBool> | undefined;
};

/** Who reads: everyone sees what is listed and published; the network's own people see all. */
export type Scope = "public" | "inside";

/** The value of a filter that asks for what has none (no département known, no type known). */
export const none = "aucun";

/** The filters that count what they would give; each is a word of the address. */
export const dimensions = ["departement", "famille", "type", "visibilite", "statut"] as const;
export type Dimension = (typeof dimensions)[number];
