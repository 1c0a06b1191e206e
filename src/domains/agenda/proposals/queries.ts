import { createHash } from "node:crypto";
import type { Db } from "#platform/db/index.ts";

/** What is kept of the token of a link: enough to know it again, not to make it. */
export const digestOf = (token: string) => createHash("sha256").update(token).digest("base64url");

const proposals = (db: Db) =>
  db
    .selectFrom("agenda.proposals as proposal")
    .leftJoin("directory.shared_organisations as known", "known.id", "proposal.organisation_id")
    .select([
      "proposal.id",
      "proposal.event_id",
      "proposal.title",
      "proposal.said",
      "proposal.name",
      "proposal.email",
      "proposal.organisation",
      "proposal.organisation_id",
      "known.name as known",
      "proposal.message",
      "proposal.state",
      "proposal.answer",
      "proposal.created_at",
    ])
    .$narrowType<{ state: "sent" | "waiting" | "accepted" | "refused"; known: string | null }>();

export type Proposal = Awaited<ReturnType<ReturnType<typeof proposals>["execute"]>>[number];

/** The proposal whose letter holds `token`: while its link lasts, and afterwards once it has been opened. */
export function findByToken(db: Db, token: string, now: Date): Promise<Proposal | undefined> {
  return proposals(db)
    .where("proposal.token", "=", digestOf(token))
    .where((row) => row.or([row("proposal.state", "!=", "sent"), row("proposal.expires_at", ">", now)]))
    .executeTakeFirst();
}

/** A proposal whose address is proven, decided or not. */
export function findProposal(db: Db, id: number): Promise<Proposal | undefined> {
  return proposals(db).where("proposal.id", "=", id).where("proposal.state", "!=", "sent").executeTakeFirst();
}

/** Those that wait for the team, the oldest first. */
export function listWaiting(db: Db): Promise<Proposal[]> {
  return proposals(db)
    .where("proposal.state", "=", "waiting")
    .orderBy("proposal.created_at")
    .orderBy("proposal.id")
    .limit(200)
    .execute();
}
