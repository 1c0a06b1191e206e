import { Hono } from "hono";
import { personalParts } from "#app/personal-data.ts";
import { cardRequestStaffRoutes } from "#domains/accounts/card-requests/routes.staff.tsx";
import { changeRoutes } from "#domains/accounts/changes/routes.staff.tsx";
import { accountNames } from "#domains/accounts/index.ts";
import { invitationStaffRoutes } from "#domains/accounts/invitations/routes.staff.tsx";
import { peopleRoutes } from "#domains/accounts/people/routes.staff.tsx";
import { meetingStaffRoutes, meetingsFrame, meetingsTimeline } from "#domains/activities/index.ts";
import { evidenceRoutes } from "#domains/agenda/evidence/routes.staff.tsx";
import {
  attendanceStaffRoutes,
  catalogueStaffRoutes,
  eventStaffRoutes,
  eventsFrame,
  eventsMeetingPart,
  eventsTimeline,
  movedTrainingRoutes,
  programmeStaffRoutes,
  proposalStaffRoutes,
  registrationStaffRoutes,
} from "#domains/agenda/index.ts";
import { qualityRoutes } from "#domains/agenda/quality/routes.staff.tsx";
import { censusFrame, censusStaffRoutes, censusTimeline } from "#domains/census/index.ts";
import {
  directoryStaffRoutes,
  duplicatesFrame,
  linkStaffRoutes,
  linksFrame,
  mergesTimeline,
  organisationPeopleRoutes,
  partnershipStaffRoutes,
  partnershipsFrame,
  peopleFrame,
  peopleStaffRoutes,
  personalStaffRoutes,
  timelineFrame,
  timelineStaffRoutes,
} from "#domains/directory/index.ts";
import { segmentStaffRoutes } from "#domains/directory/segments/routes.staff.tsx";
import { importRoutes, importsTimeline } from "#domains/imports/index.ts";
import {
  lastMembership,
  membershipFrame,
  membershipStaffRoutes,
  membershipTimeline,
} from "#domains/membership/index.ts";
import { networkStaffRoutes } from "#domains/network/routes.staff.tsx";
import { observatoryStaffRoutes } from "#domains/observatory/index.ts";
import { projectStaffRoutes, projectsFrame, projectsTimeline } from "#domains/projects/index.ts";
import { reportsStaffRoutes } from "#domains/reports/index.ts";
import {
  appointmentStaffRoutes,
  appointmentsTimeline,
  incubationTimeline,
  supportFrame,
  supportMeetingPart,
  supportStaffRoutes,
  supportTimeline,
  toolStaffRoutes,
  toolsFrame,
} from "#domains/support/index.ts";
import { territoryStaffRoutes } from "#domains/territory/routes.staff.tsx";
import { vocabularyStaffRoutes } from "#domains/vocabularies/routes.staff.tsx";
import { activities } from "#paths/activities.ts";
import { agenda } from "#paths/agenda.ts";
import { census } from "#paths/census.ts";
import { directory } from "#paths/directory.ts";
import { membership } from "#paths/membership.ts";
import { partnerships } from "#paths/partnerships.ts";
import { people } from "#paths/people.ts";
import { projects } from "#paths/projects.ts";
import { support } from "#paths/support.ts";
import { tools } from "#paths/tools.ts";
import type { MeetingPart } from "#platform/meeting-part.ts";
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
      frame: supportFrame,
      heading: "Accompagnements",
      link: "Voir ses accompagnements",
      href: support.ofOrganisation,
    },
    {
      frame: eventsFrame,
      heading: "Événements",
      link: "Voir ce qu’elle organise",
      href: agenda.ofOrganisation,
    },
    {
      frame: projectsFrame,
      heading: "Projets",
      link: "Voir ses projets",
      href: projects.ofOrganisation,
    },
    {
      frame: toolsFrame,
      heading: "Outils remplis",
      link: "Voir les outils remplis avec elle",
      href: tools.ofOrganisation,
    },
    {
      frame: censusFrame,
      heading: "Recensement",
      link: "Voir ce qu’elle a répondu",
      href: census.ofOrganisation,
    },
    {
      frame: partnershipsFrame,
      heading: "Partenariats à l’étranger",
      link: "Voir ses partenariats",
      href: partnerships.ofOrganisation,
    },
    {
      frame: linksFrame,
      heading: "Liens",
      link: "Voir ses liens avec d’autres organisations",
      href: partnerships.links,
    },
    {
      frame: duplicatesFrame,
      heading: "Doublons et fusions",
      link: "Voir les fiches qui lui ressemblent",
      href: directory.duplicatesOf,
    },
    {
      frame: timelineFrame,
      heading: "Chronologie",
      link: "Voir sa chronologie",
      href: partnerships.timelinePanel,
    },
  ],
});

/** What each room knows of an organisation's past, handed to its line of time; the directory adds its own. */
const timelineRoutes = timelineStaffRoutes([
  mergesTimeline,
  meetingsTimeline,
  eventsTimeline,
  membershipTimeline,
  importsTimeline,
  censusTimeline,
  projectsTimeline,
  supportTimeline,
  appointmentsTimeline,
  incubationTimeline,
]);

/** What the rooms above know of a meeting of the log: the event, the course of support that it belongs to. */
const meetingParts: readonly MeetingPart[] = [eventsMeetingPart, supportMeetingPart];

/** Where each room stands in the back office: its `routes.staff.tsx`, at its address. */
export const rooms = new Hono<AppEnv>()
  .route("/", evidenceRoutes)
  .route("/", qualityRoutes)
  .route("/", meetingStaffRoutes(meetingParts))
  .route("/rendez-vous", appointmentStaffRoutes)
  .route("/outils", toolStaffRoutes)
  .route("/", eventStaffRoutes)
  .route("/", movedTrainingRoutes)
  .route("/agenda/catalogue", catalogueStaffRoutes)
  .route("/agenda/programme", programmeStaffRoutes)
  .route("/agenda/propositions", proposalStaffRoutes)
  .route("/accompagnements", supportStaffRoutes)
  .route("/", registrationStaffRoutes)
  .route("/", attendanceStaffRoutes)
  .route("/bilan", reportsStaffRoutes)
  .route("/recensement", censusStaffRoutes)
  .route("/", importRoutes)
  .route("/indicateurs", observatoryStaffRoutes)
  .route("/comptes/invitations", invitationStaffRoutes)
  .route("/comptes", peopleRoutes)
  .route("/journal", changeRoutes)
  .route("/annuaire/demandes", cardRequestStaffRoutes)
  .route("/", directoryRoutes)
  .route("/annuaire/:id{[0-9]+}/chronologie", timelineRoutes)
  .route("/", linkStaffRoutes)
  .route("/", partnershipStaffRoutes)
  .route("/annuaire/:id{[0-9]+}/personnes", organisationPeopleRoutes)
  .route("/", peopleStaffRoutes)
  .route("/personnes", personalStaffRoutes(personalParts))
  .route("/segments", segmentStaffRoutes(accountNames))
  .route("/", membershipStaffRoutes)
  .route("/", projectStaffRoutes)
  .route("/", homeRoutes)
  .route("/recherche", searchRoutes)
  .route("/taches", jobRoutes)
  .route("/courrier", letterRoutes)
  .route("/territoire", territoryStaffRoutes)
  .route("/vocabulaires", vocabularyStaffRoutes)
  .route("/reglages", networkStaffRoutes);
