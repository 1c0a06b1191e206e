import { Hono } from "hono";
import { changeRoutes } from "#domains/accounts/changes/routes.staff.tsx";
import { claimStaffRoutes } from "#domains/accounts/claims/routes.staff.tsx";
import { invitationStaffRoutes } from "#domains/accounts/invitations/routes.staff.tsx";
import { peopleRoutes } from "#domains/accounts/people/routes.staff.tsx";
import { meetingStaffRoutes, meetingsFrame } from "#domains/activities/index.ts";
import { trainingStaffRoutes } from "#domains/agenda/index.ts";
import { censusStaffRoutes } from "#domains/census/index.ts";
import { directoryStaffRoutes } from "#domains/directory/index.ts";
import { segmentStaffRoutes } from "#domains/directory/segments/routes.staff.tsx";
import { importRoutes } from "#domains/imports/index.ts";
import { lastMembership, membershipFrame, membershipStaffRoutes } from "#domains/membership/index.ts";
import { networkStaffRoutes } from "#domains/network/routes.staff.tsx";
import { observatoryStaffRoutes } from "#domains/observatory/index.ts";
import { reportsStaffRoutes } from "#domains/reports/index.ts";
import { territoryStaffRoutes } from "#domains/territory/routes.staff.tsx";
import { vocabularyStaffRoutes } from "#domains/vocabularies/routes.staff.tsx";
import { activities } from "#paths/activities.ts";
import { membership } from "#paths/membership.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { homeRoutes } from "./home.tsx";
import { jobRoutes } from "./jobs.tsx";
import { letterRoutes } from "./letters.tsx";
import { searchRoutes } from "./search.tsx";

/** What the rooms above say of an organisation in the directory: its last year of membership, the years of it, the meetings with it. */
const directoryRoutes = directoryStaffRoutes({
  remark: lastMembership,
  panels: [
    {
      frame: membershipFrame,
      heading: "Adhésions",
      link: "Voir ses adhésions",
      href: membership.ofOrganisation,
    },
    {
      frame: meetingsFrame,
      heading: "Réunions",
      link: "Voir les réunions où elle était",
      href: activities.ofOrganisation,
    },
  ],
});

/** Where each room stands in the back office: its `routes.staff.tsx`, at its address. */
export const rooms = new Hono<AppEnv>()
  .route("/", meetingStaffRoutes)
  .route("/", trainingStaffRoutes)
  .route("/bilan", reportsStaffRoutes)
  .route("/recensement", censusStaffRoutes)
  .route("/", importRoutes)
  .route("/indicateurs", observatoryStaffRoutes)
  .route("/comptes/invitations", invitationStaffRoutes)
  .route("/comptes", peopleRoutes)
  .route("/journal", changeRoutes)
  .route("/annuaire/demandes", claimStaffRoutes)
  .route("/", directoryRoutes)
  .route("/segments", segmentStaffRoutes)
  .route("/", membershipStaffRoutes)
  .route("/", homeRoutes)
  .route("/recherche", searchRoutes)
  .route("/taches", jobRoutes)
  .route("/courrier", letterRoutes)
  .route("/territoire", territoryStaffRoutes)
  .route("/vocabulaires", vocabularyStaffRoutes)
  .route("/reglages", networkStaffRoutes);
