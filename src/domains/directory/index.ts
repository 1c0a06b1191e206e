/**
 * Directory: the organisations that the network knows, how to reach them, and finding which one a typed name means.
 * It does not know what they do with the network: who is a member, whom we met, is said by the rooms above.
 */

/** Where the change log says that an organisation changed. */
export const organisationsTable = "directory.organisations";

export { asList, type CardPart, ofTheCard } from "./card/parts.ts";
export { findCard } from "./card/queries.ts";
export { removeImportedOrganisations } from "./commands.import.ts";
export { archiveOrganisation, showOrganisation } from "./commands.ts";
export { refreshDuplicates } from "./duplicates/commands.ts";
export { duplicateJobs } from "./duplicates/jobs.ts";
export { duplicatesFrame } from "./duplicates/views.tsx";
export { listFieldChoices } from "./fields/choices.ts";
export { changeFields } from "./fields/commands.ts";
export { readFieldEntry } from "./fields/entry.ts";
export { type FieldWords, findFieldWords, listFields, readRecord, readRecords } from "./fields/queries.ts";
export {
  builtInFields,
  type Field,
  type FieldKind,
  type FieldValue,
  type FieldValues,
} from "./fields/registry.ts";
export { ownFields } from "./fields/rules.ts";
export { writtenValue } from "./fields/texts.ts";
export { FieldInput } from "./fields/views.tsx";
export { organisationKind } from "./import-kind.ts";
export { openNames } from "./import-match.ts";
export { linksCard } from "./links/card.tsx";
export { linkStaffRoutes } from "./links/routes.staff.tsx";
export { linksFrame } from "./links/views.tsx";
export { showOrganisations } from "./listing/commands.ts";
export { question as organisationQuestion } from "./listing/input.ts";
export { type ListingModel, openListing } from "./listing/model/service.ts";
export { listOrganisations } from "./listing/queries.ts";
export { listingEmbeddedRoutes } from "./listing/routes.public.tsx";
export type { ListedOrganisation, Remark } from "./listing/select.ts";
export { tagOrganisations } from "./matching/commands.tags.ts";
export { addOrganisations, type NewOrganisation, rememberNames } from "./matching/commands.ts";
export type { Duplicate, ToldOrganisation } from "./matching/duplicates.ts";
export { findNamed } from "./matching/queries.naming.ts";
export {
  type Candidate,
  matchOrganisations,
  type OrganisationMatch,
  type OrganisationName,
} from "./matching/queries.ts";
export { mergesTimeline } from "./merging/timeline.ts";
export { partnershipsCard } from "./partnerships/card.tsx";
export { partnershipCriteria } from "./partnerships/criteria.ts";
export { partnershipKind } from "./partnerships/import-kind.ts";
export { partnershipStaffRoutes } from "./partnerships/routes.staff.tsx";
export { partnershipsFrame } from "./partnerships/views.tsx";
export { peopleCard } from "./people/card.tsx";
export { addRole } from "./people/commands.roles.ts";
export { addPerson, type NewPerson } from "./people/commands.ts";
export { type Met, welcomePerson } from "./people/commands.welcome.ts";
export { peopleCriteria } from "./people/criteria.ts";
export { question as peopleQuestion } from "./people/input.ts";
export { peopleJobs } from "./people/jobs.ts";
export { listPeople } from "./people/queries.list.ts";
export { type Correspondent, findCorrespondents, matchPeople } from "./people/queries.matching.ts";
export { findPersonByAddress } from "./people/queries.ts";
export { organisationPeopleRoutes } from "./people/routes.organisation.tsx";
export { peopleStaffRoutes } from "./people/routes.staff.tsx";
export { splitName } from "./people/rules.names.ts";
export { nameOf as personName, roleWords } from "./people/texts.ts";
export { peopleFrame } from "./people/views.panel.tsx";
export { directoryPart } from "./personal/part.ts";
export { personalMemberRoutes } from "./personal/routes.member.tsx";
export { personalStaffRoutes } from "./personal/routes.staff.tsx";
export { proposeChanges } from "./proposals/commands.ts";
export { decideChanges } from "./proposals/decisions.ts";
export {
  addProposedOrganisation,
  findPublicTwins,
  knowsAddress,
  publishProposedOrganisation,
} from "./proposals/newcomers.ts";
export { countWaiting, listWaitingIds } from "./proposals/waiting.ts";
export { findOrganisation, listSitemapEntries, type OrganisationRecord } from "./queries.ts";
export { directoryPublicRoutes } from "./routes.public.tsx";
export { directoryStaffRoutes } from "./routes.staff.tsx";
export { slugOf } from "./rules.ts";
export { addSegment } from "./segments/commands.ts";
export { directoryCriteria } from "./segments/criteria.ts";
export type { Definition } from "./segments/definition.ts";
export { findSegment, type Segment, segmentOptions } from "./segments/queries.saved.ts";
export { countSegment, type SegmentMember, segmentCondition, sentenceOf } from "./segments/queries.ts";
export { addSpeaker } from "./speakers/commands.ts";
export { listSpokenFor, type SpokenFor } from "./speakers/queries.ts";
export { timelineStaffRoutes } from "./timeline/routes.staff.tsx";
export { timelineFrame } from "./timeline/views.tsx";
export type { Panel } from "./views.record.tsx";
