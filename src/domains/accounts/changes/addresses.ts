import { accounts } from "#paths/accounts.ts";
import { activities } from "#paths/activities.ts";
import { agenda } from "#paths/agenda.ts";
import { directory } from "#paths/directory.ts";
import { imports } from "#paths/imports.ts";
import { membership } from "#paths/membership.ts";
import { office } from "#paths/office.ts";
import { partnerships } from "#paths/partnerships.ts";
import { people } from "#paths/people.ts";
import { projects } from "#paths/projects.ts";
import { reports } from "#paths/reports.ts";
import { territory } from "#paths/territory.ts";
import { vocabularies } from "#paths/vocabularies.ts";
import type { Change, Line } from "./queries.ts";

type Address = (line: Line, key: string) => string | undefined;

/** The address of `page` for the number in this column, when the line has one. */
const by =
  (column: string, page: (id: number) => string): Address =>
  (line) =>
    typeof line[column] === "number" ? page(line[column]) : undefined;

const ofUser: Address = (line) =>
  typeof line["user_id"] === "string" ? accounts.one(line["user_id"]) : undefined;

const rooms: Record<string, Record<string, Address>> = {
  accounts: {
    users: (_, key) => accounts.one(key),
    credentials: ofUser,
    second_factors: ofUser,
    passkeys: ofUser,
    roles: ofUser,
    invitations: () => accounts.all(),
  },
  activities: {
    meetings: by("id", activities.one),
    meeting_places: by("meeting_id", activities.one),
    meeting_organisations: by("meeting_id", activities.one),
  },
  agenda: {
    events: by("id", agenda.one),
    sessions: by("event_id", agenda.one),
    organisers: by("event_id", agenda.one),
    modules: by("id", agenda.module),
    proposals: by("id", agenda.proposal),
  },
  directory: {
    organisations: by("id", directory.one),
    contact_points: by("organisation_id", directory.one),
    names: by("organisation_id", directory.one),
    speakers: by("organisation_id", directory.one),
    people: by("id", people.one),
    roles: by("person_id", people.one),
    consents: by("person_id", people.one),
    links: by("from_id", partnerships.links),
    partnerships: by("organisation_id", partnerships.ofOrganisation),
    erasure_requests: () => people.requests(),
    erasures: () => people.erasures(),
  },
  imports: { imports: by("id", imports.one) },
  membership: { memberships: by("year", (year) => membership.all(year)) },
  network: { settings: () => office.settings() },
  projects: {
    projects: by("id", projects.one),
    ...Object.fromEntries(
      ["participants", "places", "budget_lines", "markers", "pictures", "updates", "publications"].map(
        (table) => [table, by("project_id", projects.one)],
      ),
    ),
    proposals: by("id", projects.proposal),
  },
  reports: {
    claims: by("year", reports.reconciliation),
    passages: by("year", reports.draft),
    editions: by("year", (year) => reports.published(year)),
  },
  territory: { offices: by("id", territory.office) },
  vocabularies: {
    lists: (_, key) => vocabularies.one(key),
    terms: (line) => (typeof line["list_id"] === "string" ? vocabularies.one(line["list_id"]) : undefined),
  },
};

/** Where the record that changed can be seen; nowhere once it is deleted, or when it has no page. */
export function addressOfRecord({ table_name, row_key, action, after }: Change): string | undefined {
  const [room = "", record = ""] = table_name.split(".");
  return action === "delete" || !after ? undefined : rooms[room]?.[record]?.(after, row_key);
}
