import { OpenAPIHono } from "@hono/zod-openapi";
import { cors } from "hono/cors";
import { etag } from "hono/etag";
import { eventApiRoutes } from "#domains/agenda/index.ts";
import { organisationApiRoutes } from "#domains/directory/api/routes.api.ts";
import { observatory } from "#paths/observatory.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { anyone, may } from "#platform/web/may.ts";
import { indicatorRoutes } from "./indicators.ts";

/** `/api/v1`: open data for programs, described by OpenAPI 3.1; anyone may ask, from any site. */
export const api = new OpenAPIHono<AppEnv>();

api.use(cors({ origin: "*", allowMethods: ["GET"] }), etag(), async (c, next) => {
  await next();
  c.res.headers.set("Cache-Control", "public, max-age=0, must-revalidate");
});
api.route("/", indicatorRoutes);
api.route("/", organisationApiRoutes);
api.route("/", eventApiRoutes);
api.get("/openapi.json", may(anyone), (c) =>
  c.json(
    api.getOpenAPI31Document({
      openapi: "3.1.0",
      info: {
        title: "Maillage : données ouvertes du réseau",
        version: "1",
        description:
          "Les acteurs publics du réseau, son agenda, et ses indicateurs avec leur définition et l’adresse des lignes qu’ils comptent.",
        license: {
          name: "Licence Ouverte 2.0",
          url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
        },
      },
      servers: [{ url: `${c.get("config").baseUrl}${observatory.apiBase()}` }],
      security: [],
    }),
  ),
);
