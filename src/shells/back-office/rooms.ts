import { Hono } from "hono";
import { personalParts } from "#app/personal-data.ts";
import { changeRoutes } from "#domains/accounts/changes/routes.staff.tsx";
import { claimStaffRoutes } from "#domains/accounts/claims/routes.staff.tsx";
import { invitationStaffRoutes } from "#domains/accounts/invitations/routes.staff.tsx";
import { peopleRoutes } from "#domains/accounts/people/routes.staff.tsx";
import { meetingStaffRoutes, meetingsFrame } from "#domains/activities/index.ts";
import { trainingStaffRoutes } from "#domains/agenda/index.ts";
import {
  directoryStaffRoutes,
  organisationPeopleRoutes,
  peopleFrame,
  peopleStaffRoutes,
  personalStaffRoutes,
} from "#domains/directory/index.ts";
import { segmentStaffRoutes } from "#domains/directory/segments/routes.staff.tsx";
import { importRoutes } from "#domains/imports/index.ts";
import { lastMembership, membershipFrame, membershipStaffRoutes } from "#domains/membership/index.ts";
import { networkStaffRoutes } from "#domains/network/routes.staff.tsx";
import { observatoryStaffRoutes } from "#domains/observatory/index.ts";
import { projectStaffRoutes, projectsFrame } from "#domains/projects/index.ts";
import { reportsStaffRoutes } from "#domains/reports/index.ts";
import { territoryStaffRoutes } from "#domains/territory/routes.staff.tsx";
import { vocabularyStaffRoutes } from "#domains/vocabularies/routes.staff.tsx";
import { activities } from "#paths/activities.ts";
import { membership } from "#paths/membership.ts";
import { people } from "#paths/people.ts";
import { projects } from "#paths/projects.ts";
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
      frame: peopleFrame,
      heading: "Personnes",
      link: "Voir qui agit pour elle",
      href: people.ofOrganisation,
    },
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
    {
      frame: projectsFrame,
      heading: "Projets",
      link: "Voir ses projets",
      href: projects.ofOrganisation,
    },
  ],
});

/** Where each room stands in the back office: its `routes.staff.tsx`, at its address. */
export const rooms = new Hono<AppEnv>()
  .route("/", meetingStaffRoutes)
  .route("/", trainingStaffRoutes)
  .route("/bilan", reportsStaffRoutes)
  .route("/", importRoutes)
  .route("/indicateurs", observatoryStaffRoutes)
  .route("/comptes/invitations", invitationStaffRoutes)
  .route("/comptes", peopleRoutes)
  .route("/journal", changeRoutes)
  .route("/annuaire/demandes", claimStaffRoutes)
  .route("/", directoryRoutes)
  .route("/annuaire/:id{[0-9]+}/personnes", organisationPeopleRoutes)
  .route("/", peopleStaffRoutes)
  .route("/personnes", personalStaffRoutes(personalParts))
  .route("/segments", segmentStaffRoutes)
  .route("/", membershipStaffRoutes)
  .route("/", projectStaffRoutes)
  .route("/", homeRoutes)
  .route("/recherche", searchRoutes)
  .route("/taches", jobRoutes)
  .route("/courrier", letterRoutes)
  .route("/territoire", territoryStaffRoutes)
  .route("/vocabulaires", vocabularyStaffRoutes)
  .route("/reglages", networkStaffRoutes);
