import { createRoute, z } from "@hono/zod-openapi";
import { computeYear, indicators } from "#domains/observatory/index.ts";
import { observatory } from "#paths/observatory.ts";
import { answered, apiRoutes, failure } from "#platform/web/api.ts";
import { anyone, may } from "#platform/web/may.ts";

const wrongYear = "Donnez une année entre 1900 et 2200, par exemple ?year=2021.";

const line = z
  .object({
    key: z.string().openapi({ description: "Ce qui nomme la ligne, stable d’une année à l’autre." }),
    label: z.string(),
    value: z.number(),
  })
  .openapi("IndicatorLine");

const indicator = z
  .object({
    id: z.string().openapi({ example: "meetings.count" }),
    label: z.string().openapi({ example: "Réunions" }),
    value: z
      .union([z.number(), z.array(line)])
      .openapi({ description: "Un nombre, ou les lignes d’une répartition." }),
    unit: z.string().openapi({ example: "réunions" }),
    definition: z.string(),
    rule_version: z.number().int().openapi({ description: "Change quand la règle de calcul change." }),
    rows_url: z.url().openapi({ description: "La page des lignes comptées." }),
  })
  .openapi("Indicator");

const listIndicators = createRoute({
  method: "get",
  path: "/indicators",
  operationId: "listIndicators",
  summary: "Tous les indicateurs d’une année",
  middleware: [may(anyone)] as const,
  request: {
    query: z.object({
      year: z.coerce
        .number(wrongYear)
        .int(wrongYear)
        .min(1900, wrongYear)
        .max(2200, wrongYear)
        .openapi({ example: 2021, description: "Année civile." }),
    }),
  },
  responses: {
    200: answered("Les indicateurs.", z.array(indicator)),
    400: answered("L’année n’est pas lisible.", failure),
  },
});

/** `GET /indicators?year=2021`: every figure with its definition and the address of its rows. */
export const indicatorRoutes = apiRoutes().openapi(listIndicators, async (c) => {
  const { year } = c.req.valid("query");
  const { values } = await computeYear(c.get("replica"), year);
  const base = c.get("config").baseUrl;
  const told = indicators.map(({ id, label, unit, definition, rule_version }) => {
    const found = values[id]?.value ?? 0;
    const value = Array.isArray(found)
      ? found.map(({ key, label, value }) => ({ key, label, value }))
      : found;
    return { id, label, value, unit, definition, rule_version, rows_url: base + observatory.rows(id, year) };
  });
  return c.json(told, 200);
});
