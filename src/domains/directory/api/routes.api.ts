import { createRoute } from "@hono/zod-openapi";
import { directory } from "#paths/directory.ts";
import { site } from "#paths/site.ts";
import { answered, apiRoutes, failure, nextPage, numberInPath } from "#platform/web/api.ts";
import type { Request } from "#platform/web/env.ts";
import { anyone, may } from "#platform/web/may.ts";
import { slugOf } from "../rules.ts";
import { organisation, organisationPage, organisationsQuestion } from "./input.ts";
import { findOpenOrganisation, listOpenOrganisations, type OpenOrganisation } from "./queries.ts";

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
    params: numberInPath("Le numéro d’une organisation est un nombre."),
  },
  responses: {
    200: answered("La fiche.", organisation),
    400: answered("Ce numéro n’est pas lisible.", failure),
    404: answered("Aucune organisation publique n’a ce numéro.", failure),
  },
});

/** `GET /organisations` and `GET /organisations/{id}`: public cards, with their public fields only. */
export const organisationApiRoutes = apiRoutes()
  .openapi(listRoute, async (c) => {
    const asked = c.req.valid("query");
    const { total, organisations } = await listOpenOrganisations(c.get("replica"), asked);
    const next = nextPage(c, organisations, asked.limit);
    return c.json({ total, next, organisations: organisations.map((one) => withAddresses(one, c)) }, 200);
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
