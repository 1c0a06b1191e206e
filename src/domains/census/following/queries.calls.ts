import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import type { Standing } from "../letters/rules.ladder.ts";
import { type CallOutcome, silent } from "../texts.ts";

/** One to telephone: who, at what number, and what the last call gave. */
export interface PhoneLine {
  id: number;
  organisation_id: number;
  organisation: string;
  key: string;
  department: string | null;
  standing: Standing;
  contact: string;
  title: string;
  phone: string | null;
  /** The last day on which the campaign wrote to it or called it. */
  last_contact_on: Day | null;
  last_outcome: CallOutcome | null;
  last_note: string | null;
}

/**
 * Those that said nothing, by name, for the telephone: the contact is that of today, not that of the opening. Those who
 * do not wish to answer, and wrong numbers, are left out of the list once it was noted.
 */
const phoneLines = (campaignId: number) => sql<PhoneLine>`
  select followed.id, followed.organisation_id, organisation.name as organisation,
         platform.fold(organisation.name) as key, organisation.department, followed.standing,
         coalesce(nullif(main.person, ''), followed.contact) as contact, main.title, main.phone,
         greatest(followed.last_written_on, call.called_on) as last_contact_on,
         call.outcome as last_outcome, call.note as last_note
  from census.followed followed
  join directory.shared_organisations organisation on organisation.id = followed.organisation_id
  join directory.shared_main_contacts main on main.organisation_id = followed.organisation_id
  left join lateral (select outcome, note, called_on from census.calls
    where calls.invitation_id = followed.id order by called_on desc, id desc limit 1) call on true
  where followed.campaign_id = ${campaignId} and followed.standing = any(${[...silent]}::text[])
    and organisation.status <> 'archived' and coalesce(call.outcome, '') <> 'refused'`;

/** A page of the phone list, those with a number first asked for; and how many there are in all. */
export async function listPhones(db: Db, campaignId: number, { page, size }: { page: number; size: number }) {
  const { rows } = await sql<PhoneLine & { total: number }>`
    select line.*, count(*) over () as total from (${phoneLines(campaignId)}) line
    order by line.key, line.id limit ${size} offset ${(page - 1) * size}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

export const everyPhone = (db: Db, campaignId: number) =>
  inPages(db, phoneLines(campaignId), { by: ["key", "id"] });

/** An invitation with all that happened to it: letters, answers, calls, the last first. */
export async function findInvitation(db: Db, id: number) {
  const { rows } = await sql<InvitationRecord>`
    select followed.id, followed.campaign_id, campaign.title as campaign, campaign.state as campaign_state,
           followed.organisation_id, organisation.name as organisation, followed.email, followed.contact, followed.link,
           followed.standing, followed.origin, followed.opened_at, followed.answer_id, main.phone,
      (select coalesce(jsonb_agg(to_jsonb(line) order by line.rank), '[]') from (
        select sending.rank, sending.written_on, letter.state, letter.error, letter.recipient
        from census.sendings sending left join platform.letters letter on letter.id = sending.letter_id
        where sending.invitation_id = followed.id) line) as letters,
      (select coalesce(jsonb_agg(to_jsonb(line) order by line.id desc), '[]') from (
        select id, kind, said_by, message, answered_at, proposal_id, settled,
               (answered_at at time zone 'Europe/Paris')::date as answered_on
        from census.answers where invitation_id = followed.id) line) as answers,
      (select coalesce(jsonb_agg(to_jsonb(line) order by line.called_on desc, line.id desc), '[]') from (
        select id, outcome, note, called_on from census.calls where invitation_id = followed.id) line) as calls
    from census.followed followed
    join census.campaigns campaign on campaign.id = followed.campaign_id
    join directory.shared_organisations organisation on organisation.id = followed.organisation_id
    left join directory.shared_main_contacts main on main.organisation_id = followed.organisation_id
    where followed.id = ${id}`.execute(db);
  return rows[0];
}

export interface InvitationRecord {
  id: number;
  campaign_id: number;
  campaign: string;
  campaign_state: "draft" | "open" | "closed";
  organisation_id: number;
  organisation: string;
  email: string | null;
  contact: string;
  link: number;
  standing: Standing;
  origin: "segment" | "open_link";
  opened_at: Date | null;
  answer_id: number | null;
  phone: string | null;
  letters: {
    rank: number;
    written_on: Day;
    state: string | null;
    error: string | null;
    recipient: string | null;
  }[];
  answers: {
    id: number;
    kind: "correction" | "confirmation" | "refusal" | "departure";
    said_by: string;
    message: string;
    answered_on: Day;
    settled: "done" | "left" | null;
  }[];
  calls: { id: number; outcome: CallOutcome; note: string; called_on: Day }[];
}

/** A refusal or a departure that the team has not settled. */
export interface Declaration {
  id: number;
  kind: "refusal" | "departure";
  organisation_id: number;
  organisation: string;
  said_by: string;
  message: string;
  answered_on: Day;
}

/** What waits for the team in a campaign, the oldest first. */
export async function listDeclarations(db: Db, campaignId: number): Promise<Declaration[]> {
  const { rows } = await sql<Declaration>`
    select answer.id, answer.kind, invitation.organisation_id, organisation.name as organisation, answer.said_by,
           answer.message, (answer.answered_at at time zone 'Europe/Paris')::date as answered_on
    from census.answers answer
    join census.invitations invitation on invitation.id = answer.invitation_id
    join directory.shared_organisations organisation on organisation.id = invitation.organisation_id
    where invitation.campaign_id = ${campaignId} and answer.kind in ('refusal', 'departure') and answer.settled is null
      and invitation.state in ('refused', 'departed')
    order by answer.id limit 100`.execute(db);
  return rows;
}
