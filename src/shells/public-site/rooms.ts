import { Hono } from "hono";
import { cardRequestPublicRoutes } from "#domains/accounts/card-requests/routes.public.tsx";
import {
  agendaPublicRoutes,
  certificatePublicRoutes,
  proposalPublicRoutes,
  registrationPart,
  registrationPublicRoutes,
} from "#domains/agenda/index.ts";
import { censusPublicRoutes } from "#domains/census/index.ts";
import { directoryPublicRoutes, linksCard, partnershipsCard, peopleCard } from "#domains/directory/index.ts";
import { networkPublicRoutes } from "#domains/network/index.ts";
import { observatoryPublicRoutes } from "#domains/observatory/index.ts";
import { projectPublicRoutes, projectsPart } from "#domains/projects/index.ts";
import { reportsPublicRoutes } from "#domains/reports/index.ts";
import { appointmentPublicRoutes, supportPublicRoutes, toolPublicRoutes } from "#domains/support/index.ts";
import type { AppEnv } from "#platform/web/env.ts";

/** Where each room stands on the public site: its `routes.public.tsx`, at its address. */
export const rooms = new Hono<AppEnv>()
  .route("/", proposalPublicRoutes)
  .route("/", agendaPublicRoutes({ parts: [registrationPart] }))
  .route("/", registrationPublicRoutes)
  .route("/", certificatePublicRoutes)
  .route("/", networkPublicRoutes)
  .route("/", cardRequestPublicRoutes)
  .route("/", projectPublicRoutes)
  .route("/", supportPublicRoutes)
  .route("/", directoryPublicRoutes({ parts: [peopleCard, projectsPart, partnershipsCard, linksCard] }))
  .route("/rendez-vous", appointmentPublicRoutes)
  .route("/outils", toolPublicRoutes)
  .route("/bilan", reportsPublicRoutes)
  .route("/", censusPublicRoutes)
  .route("/observatoire", observatoryPublicRoutes);
