import { sql } from "kysely";
import { findCorrespondents, findNamed } from "#domains/directory/index.ts";
import { findSettings } from "#domains/network/index.ts";
import { matchPlaces, type SettledPlace, settlePlaces } from "#domains/territory/index.ts";
import { listTerms } from "#domains/vocabularies/index.ts";
import type { Db } from "#platform/db/index.ts";
import {
  countOutsiders,
  type Dated,
  type EntryFacts,
  outsidersOf,
  type ProposedOrganisation,
  placeTexts,
  saysOnline,
  typedPlace,
  typeSaid,
} from "./rules.ts";

/** The team: whose address is whose account. */
export async function listTeamAddresses(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom("accounts.shared_staff").select(["id", "email"]).execute();
  return new Map(rows.flatMap(({ id, email }) => (id && email ? [[email.toLowerCase(), id] as const] : [])));
}

/**
 * What can be understood of times of a calendar, in a few statements whatever their number: the commune when it is sure, who was
 * there, which organisations they speak for, and the type and headings of the last meeting of the same subject.
 */
export async function guessFacts(
  db: Db,
  dated: readonly Dated[],
  { owner, mine }: { owner: string; mine: ReadonlySet<string> },
): Promise<EntryFacts[]> {
  if (dated.length === 0) return [];
  const team = await listTeamAddresses(db);
  const ours = new Set([...team.keys(), ...mine]);
  const types = await listTerms(db, "meeting_types");
  const { region_code: regionCode } = await findSettings(db);
  const texts = [...new Set(dated.flatMap((one) => placeTexts(one.location)))];
  const matches = await matchPlaces(db, texts, { regionCode });
  const people = dated.map((one) => outsidersOf(one.guests, ours));
  const known = await findCorrespondents(
    db,
    people.flat().map(({ email }) => email),
  );
  const named = await findNamed(
    db,
    dated.map(({ subject }) => subject),
  );
  const before = await listSameSubjects(
    db,
    dated.map(({ subject }) => subject),
  );

  const placesOf = (one: Dated): SettledPlace[] => {
    for (const text of placeTexts(one.location)) {
      const { places, questions } = settlePlaces([text], matches, {});
      if (questions.length === 0 && places.length > 0) return places;
    }
    return [];
  };
  return dated.map((one, at): EntryFacts => {
    const places = placesOf(one);
    const online = saysOnline(one);
    const same = before.get(one.subject);
    const met = people[at] ?? [];
    const spoken = met.flatMap(({ email }): ProposedOrganisation[] =>
      (known.get(email)?.organisations ?? []).map((found) => ({ ...found, said: email })),
    );
    const said = (named.get(one.subject) ?? []).map(
      (found): ProposedOrganisation => ({ ...found, why: "subject", said: found.name }),
    );
    return {
      online,
      places,
      unsure: places.length > 0 || online ? "" : typedPlace(one.location),
      typeId: typeSaid(one.subject, types) ?? same?.type_id ?? null,
      poleId: same?.pole_id ?? null,
      axisId: same?.axis_id ?? null,
      missionId: same?.mission_id ?? null,
      schemeId: same?.scheme_id ?? null,
      organisations: [
        ...new Map([...said, ...spoken.toReversed()].map((found) => [found.id, found])).values(),
      ],
      people: met.map((person) => ({ ...person, personId: known.get(person.email)?.person?.id ?? null })),
      staff: [...new Set([owner, ...one.guests.flatMap((each) => presentAccount(each, team))])],
      participants: countOutsiders(one.guests, ours),
    };
  });
}

const presentAccount = ({ email, answer }: Dated["guests"][number], team: ReadonlyMap<string, string>) =>
  answer === "accepted" ? (team.get(email) ?? []) : [];

interface SameSubject {
  subject: string;
  type_id: number;
  pole_id: number | null;
  axis_id: number | null;
  mission_id: number | null;
  scheme_id: number | null;
}

/** The last meeting of each of these subjects, accents and case apart: what comes back is put where it was. */
async function listSameSubjects(db: Db, subjects: readonly string[]): Promise<Map<string, SameSubject>> {
  const { rows } = await sql<SameSubject>`
    select asked.subject, last.*
    from unnest(${[...new Set(subjects)]}::text[]) asked (subject)
    cross join lateral (
      select meeting.type_id, meeting.pole_id, meeting.axis_id, meeting.mission_id, meeting.scheme_id
      from activities.meeting_index line
      join activities.meetings meeting on meeting.id = line.meeting_id
      where line.words like ' ' || platform.fold(asked.subject) || ' %' and meeting.removed_at is null
        and platform.fold(meeting.subject) = platform.fold(asked.subject)
      order by meeting.held_on desc, meeting.id desc limit 1
    ) last`.execute(db);
  return new Map(rows.map((row) => [row.subject, row]));
}
