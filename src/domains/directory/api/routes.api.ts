import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { directory } from "#paths/directory.ts";
import { site } from "#paths/site.ts";
import type { AppEnv, Request } from "#platform/web/env.ts";
import { anyone, may } from "#platform/web/may.ts";
import { slugOf } from "../rules.ts";
import { failure, organisation, organisationPage, organisationsQuestion } from "./input.ts";
import { findOpenOrganisation, listOpenOrganisations, type OpenOrganisation } from "./queries.ts";

const answered = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { "application/json": { schema } },
});

const listRoute = createRoute({
  method: "get",
  path: "/organisations",
  operationId: "listOrganisations",
  summary: "Les acteurs publics du réseau, par pages",
  middleware: [may(anyone)] as const,
  request: { query: organisationsQuestion },
  responses: {
    200: answered("Une page d’acteurs, du plus petit numéro au plus grand.", organisationPage),
    400: answered("La question n’est pas lisible.", failure),
  },
});

const oneRoute = createRoute({
  method: "get",
  path: "/organisations/{id}",
  operationId: "getOrganisation",
  summary: "La fiche publique d’un acteur",
  middleware: [may(anyone)] as const,
  request: {
    params: z.object({
      id: z
        .string()
        .regex(/^\d{1,15}$/, "Le numéro d’une organisation est un nombre.")
        .transform(Number)
        .openapi({ example: "12" }),
    }),
  },
  responses: {
    200: answered("La fiche.", organisation),
    400: answered("Ce numéro n’est pas lisible.", failure),
    404: answered("Aucune organisation publique n’a ce numéro.", failure),
  },
});

/** `GET /organisations` and `GET /organisations/{id}`: public cards, with their public fields only. */
export const organisationApiRoutes = new OpenAPIHono<AppEnv>({
  defaultHook: (result, c) =>
    result.success
      ? undefined
      : c.json({ error: result.error.issues[0]?.message ?? "Question illisible." }, 400),
})
  .openapi(listRoute, async (c) => {
    const asked = c.req.valid("query");
    const { total, organisations } = await listOpenOrganisations(c.get("replica"), asked);
    const { baseUrl } = c.get("config");
    const last = organisations.length === asked.limit ? organisations.at(-1) : undefined;
    const next = new URL(c.req.url);
    next.searchParams.set("after", String(last?.id ?? 0));
    return c.json(
      {
        total,
        next: last ? `${baseUrl}${next.pathname}${next.search}` : null,
        organisations: organisations.map((one) => withAddresses(one, c)),
      },
      200,
    );
  })
  .openapi(oneRoute, async (c) => {
    const found = await findOpenOrganisation(c.get("replica"), c.req.valid("param").id);
    return found
      ? c.json(withAddresses(found, c), 200)
      : c.json({ error: "Aucune organisation publique n’a ce numéro." }, 404);
  });

function withAddresses({ logo_file_id, ...card }: OpenOrganisation, c: Pick<Request, "get">) {
  const { baseUrl } = c.get("config");
  return {
    ...card,
    logo_url: logo_file_id ? baseUrl + site.picture(logo_file_id) : null,
    url: baseUrl + directory.publicCard(card.id, slugOf(card.name)),
  };
}
