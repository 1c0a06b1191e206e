import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { changeFields } from "../fields/commands.ts";
import { type FactSource, listFields, readRecord } from "../fields/queries.ts";
import type { FieldValues } from "../fields/registry.ts";
import { differenceOf } from "../fields/rules.ts";

export interface Proposal {
  organisationId: number;
  source: FactSource;
  /** What the organisation says of these fields; what it leaves out is not touched. */
  said: FieldValues;
  /** Who says so, when it is no account. */
  saidBy?: string;
  message?: string;
}

export interface ProposalOutcome {
  /** None when what is said is what is known already. */
  proposalId: number | null;
  accepted: number;
  waiting: number;
}

/**
 * Keeps what an organisation says of itself as a difference with its card. Safe fields are written at once, the others
 * wait for the team. Either way the organisation has confirmed its card today. A later proposal of the same source
 * replaces what still waited in the earlier one.
 */
export function proposeChanges(db: Db, author: Author, proposal: Proposal): Promise<ProposalOutcome> {
  return inTransaction(db, author, async (db) => {
    const { organisationId, source, said, saidBy = "", message = "" } = proposal;
    await sql`update directory.organisations set confirmed_on = current_date where id = ${organisationId}`.execute(
      db,
    );
    const known = await readRecord(db, organisationId);
    const changes = known ? differenceOf(known.values, said) : {};
    await forgetEarlier(db, proposal);
    if (!known || Object.keys(changes).length === 0) return { proposalId: null, accepted: 0, waiting: 0 };
    const { id } = await db
      .insertInto("directory.proposals")
      .values({
        organisation_id: organisationId,
        source: JSON.stringify(source),
        proposed_by: author.accountId,
        said_by: saidBy,
        message,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const safe = new Set((await listFields(db)).filter((field) => field.safe).map(({ key }) => key));
    const now = new Date();
    const lines = Object.entries(changes).map(([field, after]) => ({
      proposal_id: id,
      field,
      before: JSON.stringify(known.values[field] ?? null),
      after: JSON.stringify(after),
      ...(safe.has(field)
        ? { state: "accepted", by_rule: true, decided_at: now }
        : { state: "waiting", by_rule: false, decided_at: null }),
    }));
    await db.insertInto("directory.proposed_changes").values(lines).execute();
    const taken = Object.fromEntries(Object.entries(changes).filter(([field]) => safe.has(field)));
    const accepted = Object.keys(taken).length;
    if (accepted > 0) await changeFields(db, author, organisationId, taken, { source });
    return { proposalId: id, accepted, waiting: lines.length - accepted };
  });
}

/** What the same source said before of the same fields, and nobody has read yet, is no longer what it says. */
async function forgetEarlier(db: Db, { organisationId, source, said }: Proposal) {
  await sql`
    delete from directory.proposed_changes change using directory.proposals proposal
    where proposal.id = change.proposal_id and change.state = 'waiting'
      and proposal.organisation_id = ${organisationId}
      and proposal.source ->> 'source' = ${source.source}
      and coalesce(proposal.source ->> 'ref', '') = ${source.ref ?? ""}
      and change.field = any(${Object.keys(said)}::text[])`.execute(db);
}
