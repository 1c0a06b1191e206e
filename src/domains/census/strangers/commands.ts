import { sql } from "kysely";
import { addProposedOrganisation, showOrganisation } from "#domains/directory/index.ts";
import { findTheme } from "#domains/network/index.ts";
import { census } from "#paths/census.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import type { Services } from "#platform/web/env.ts";
import { tokenOf } from "../answering/rules.token.ts";
import type { Campaign } from "../campaigns/queries.ts";
import { linkLetter } from "../letters/emails.tsx";
import type { Stranger } from "./input.ts";

type Post = Pick<Services, "config" | "jobs">;

/** Between two letters that give back a link: nobody’s letter box is filled from our page. */
const hoursBetween = 1;

/**
 * Sends its personal link to an organisation that is known, at the address that is known of it: the one who asks learns
 * neither the address nor whether there is one. Without an address, the team finds it in its phone list.
 */
export function sendLink(
  db: Db,
  author: Author,
  post: Post,
  campaign: Campaign,
  organisationId: number,
  now: Date,
): Promise<void> {
  return inTransaction(db, author, async (db) => {
    await sql`
      insert into census.invitations (campaign_id, organisation_id, email, contact, origin)
      select ${campaign.id}, main.organisation_id, nullif(lower(trim(main.email)), ''), left(main.person, 250), 'open_link'
      from directory.shared_main_contacts main where main.organisation_id = ${organisationId}
      on conflict (campaign_id, organisation_id) do nothing`.execute(db);
    const { rows } = await sql<{
      id: number;
      link: number;
      email: string;
      contact: string;
      organisation: string;
    }>`
      update census.invitations invitation set link_asked_at = ${now}
      from directory.shared_organisations organisation
      where invitation.campaign_id = ${campaign.id} and invitation.organisation_id = ${organisationId}
        and organisation.id = invitation.organisation_id and invitation.email is not null
        and (invitation.link_asked_at is null or invitation.link_asked_at < ${new Date(now.getTime() - hoursBetween * 3_600_000)})
      returning invitation.id, invitation.link, invitation.email, invitation.contact, organisation.name as organisation`.execute(
      db,
    );
    const [asked] = rows;
    if (asked) await writeLink(db, post, campaign, asked);
  });
}

/**
 * Adds an organisation that nobody knew, proposed and internal until the team has read it, and invites it: gives the token
 * of its personal link, which also goes to the address typed.
 */
export function addStranger(
  db: Db,
  author: Author,
  post: Post,
  campaign: Campaign,
  { nom: name, courriel: email, personne }: Stranger,
): Promise<string> {
  return inTransaction(db, author, async (db) => {
    const organisationId = await addProposedOrganisation(
      db,
      author,
      { name, email },
      personne || campaign.title,
    );
    await showOrganisation(db, author, organisationId, "internal");
    const { id, link } = await db
      .insertInto("census.invitations")
      .values({
        campaign_id: campaign.id,
        organisation_id: organisationId,
        email,
        contact: personne,
        origin: "open_link",
        state: "opened",
        opened_at: sql`now()`,
      })
      .returning(["id", "link"])
      .executeTakeFirstOrThrow();
    await writeLink(db, post, campaign, { id, link, email, contact: personne, organisation: name });
    return tokenOf(post.config.secret, { id, link });
  });
}

async function writeLink(
  db: Db,
  { config, jobs }: Post,
  campaign: Campaign,
  to: { id: number; link: number; email: string; contact: string; organisation: string },
) {
  const href = config.baseUrl + census.answer(tokenOf(config.secret, to));
  const { organisation, contact } = to;
  const letter = linkLetter({ theme: await findTheme(db), campaign, organisation, contact, href });
  const letterId = await writeLetter(db, jobs, { to: to.email, ...letter });
  await noteInvited(db, to.id, letterId);
}

/** This letter stands for the invitation, when none was written: reminders follow it. */
async function noteInvited(db: Db, id: number, letterId: number) {
  await sql`
    with first as (
      update census.invitations set last_rank = 0, last_written_on = current_date, last_letter_id = ${letterId}
      where id = ${id} and last_rank < 0 returning id
    )
    insert into census.sendings (invitation_id, rank, letter_id, written_on)
    select id, 0, ${letterId}, current_date from first`.execute(db);
}
