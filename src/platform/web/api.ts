import { OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppEnv, Request } from "./env.ts";

// What the addresses under `/api` have in common. Words for programs are French too: those who read them are the network's partners.

export const failure = z.object({ error: z.string() }).openapi("Error");
export const term = z.object({ code: z.string(), label: z.string() }).openapi("Term");

/** An answer as OpenAPI describes it. */
export const answered = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});

/** Routes of the API: a question that is not understood is answered 400, with the first reason. */
export const apiRoutes = () =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) =>
      result.success
        ? undefined
        : c.json({ error: result.error.issues[0]?.message ?? "Question illisible." }, 400),
  });

/** The number of a record in an address; `wrong` says what it should be. */
export const numberInPath = (wrong: string) =>
  z.object({
    id: z
      .string()
      .regex(/^\d{1,15}$/, wrong)
      .transform(Number)
      .openapi({ example: "12" }),
  });

/** Words that are looked for; `where`, in French, tells in what. */
export const words = (where: string) =>
  z.string().trim().max(200).optional().openapi({ description: where, example: "mali" });

/** A code of a vocabulary or of a register. */
export const code = (description: string, example: string) =>
  z.string().trim().min(1).max(80).optional().openapi({ description, example });

/** A country by its code of two letters (ISO 3166-1), in capitals. */
export const country = (description: string) =>
  z
    .string()
    .regex(/^[A-Za-z]{2}$/, "Donnez le code d’un pays en deux lettres (ISO 3166-1), par exemple ML.")
    .transform((text) => text.toUpperCase())
    .optional()
    .openapi({ description, example: "ML" });

/** A day or an instant, ISO 8601. */
export const since = (description: string) =>
  z
    .union([z.iso.date(), z.iso.datetime({ offset: true })], {
      error: "Donnez un jour ou un instant ISO 8601, par exemple 2026-01-31.",
    })
    .optional()
    .openapi({ description, example: "2026-01-31" });

const wrongLimit = "« limit » va de 1 à 100.";

/** Pages that follow each other by number: nothing is skipped or told twice when rows are added meanwhile. */
export const paging = (last: string) => ({
  after: z.coerce
    .number(`« after » est le numéro ${last}.`)
    .int(`« after » est le numéro ${last}.`)
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .default(0)
    .openapi({ description: `Le numéro ${last} de la page d’avant ; \`next\` le contient.` }),
  limit: z.coerce
    .number(wrongLimit)
    .int(wrongLimit)
    .min(1, wrongLimit)
    .max(100, wrongLimit)
    .default(50)
    .openapi({ description: "Combien par page, 100 au plus." }),
});

/** What a page says of the whole. */
export const pageFacts = {
  total: z
    .number()
    .int()
    .nullable()
    .openapi({ description: "Combien répondent en tout ; dit avec la première page." }),
  next: z.url().nullable().openapi({ description: "L’adresse de la page suivante." }),
};

/** The address of the page after these rows; null after the last one. */
export function nextPage(
  c: Pick<Request, "get" | "req">,
  rows: readonly { id: number }[],
  limit: number,
): string | null {
  const last = rows.length === limit ? rows.at(-1) : undefined;
  if (!last) return null;
  const next = new URL(c.req.url);
  next.searchParams.set("after", String(last.id));
  return `${c.get("config").baseUrl}${next.pathname}${next.search}`;
}
