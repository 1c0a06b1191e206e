import { sql } from "kysely";
import { archiveOrganisation, showOrganisation } from "#domains/directory/index.ts";
import type { Day } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { CallOutcome } from "../texts.ts";

/** Notes a call to one that said nothing. */
export async function noteCall(
  db: Db,
  author: Author,
  invitationId: number,
  call: { outcome: CallOutcome; note: string; calledOn: Day },
): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .insertInto("census.calls")
      .values({
        invitation_id: invitationId,
        outcome: call.outcome,
        note: call.note,
        called_on: call.calledOn,
        called_by: author.accountId,
      })
      .execute(),
  );
}

/**
 * Another address for the letters to an organisation. A letter that could not be delivered is written again at the next
 * turn: it never arrived. Its record in the directory is not touched.
 */
export async function changeAddress(
  db: Db,
  author: Author,
  invitationId: number,
  email: string,
): Promise<void> {
  await inTransaction(db, author, async (db) => {
    const { rows } = await sql<{ rank: number }>`
      delete from census.sendings sending using census.invitations invitation, platform.letters letter
      where invitation.id = ${invitationId} and sending.invitation_id = invitation.id
        and sending.rank = invitation.last_rank and letter.id = sending.letter_id and letter.state = 'failed'
      returning sending.rank`.execute(db);
    const back = rows[0] !== undefined;
    await sql`
      update census.invitations invitation set email = ${email},
        last_rank = case when ${back} then last_rank - 1 else last_rank end,
        last_letter_id = case when ${back} then before.letter_id else last_letter_id end,
        last_written_on = case when ${back} then before.written_on else last_written_on end
      from (select 1) one
      left join lateral (select letter_id, written_on from census.sendings
        where invitation_id = ${invitationId} order by rank desc limit 1) before on true
      where invitation.id = ${invitationId}`.execute(db);
  });
}

/** Makes another link for an organisation: the one before opens nothing more, what was begun with it is left behind. */
export async function renewLink(db: Db, author: Author, invitationId: number): Promise<void> {
  await inTransaction(db, author, (db) =>
    db
      .updateTable("census.invitations")
      .set({ link: sql`link + 1`, answer_id: null })
      .where("id", "=", invitationId)
      .execute(),
  );
}

/**
 * Settles a refusal or a departure, once whoever clicks: `done` takes the card out of the public directory (refusal) or
 * archives it (departure); `left` leaves it as it is. Gives back the organisation; undefined when a colleague was first.
 */
export function settleDeclaration(
  db: Db,
  author: Author,
  answerId: number,
  settled: "done" | "left",
  now: Date,
): Promise<{ organisationId: number; kind: string } | undefined> {
  return inTransaction(db, author, async (db) => {
    const { rows } = await sql<{ organisation_id: number; kind: string }>`
      update census.answers answer
      set settled = ${settled}, settled_at = ${now}, settled_by = ${author.accountId}
      from census.invitations invitation
      where answer.id = ${answerId} and invitation.id = answer.invitation_id and answer.settled is null
        and answer.kind in ('refusal', 'departure')
      returning invitation.organisation_id, answer.kind`.execute(db);
    const [done] = rows;
    if (!done) return undefined;
    if (settled === "done" && done.kind === "departure")
      await archiveOrganisation(db, author, done.organisation_id);
    if (settled === "done" && done.kind === "refusal")
      await showOrganisation(db, author, done.organisation_id, "internal");
    return { organisationId: done.organisation_id, kind: done.kind };
  });
}
