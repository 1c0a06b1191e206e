import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { digestOf } from "../invitations/queries.ts";

const claims = (db: Db) =>
  db
    .selectFrom("accounts.claims as claim")
    .leftJoin("directory.shared_organisations as organisation", "organisation.id", "claim.organisation_id")
    .select([
      "claim.id",
      "claim.organisation_id",
      "claim.proposed",
      "claim.name",
      "claim.email",
      "claim.title",
      "claim.message",
      "claim.state",
      "claim.expires_at",
      "claim.created_at",
      "organisation.commune",
      sql<string>`coalesce(organisation.name, claim.proposed ->> 'name')`.as("organisation"),
      sql<boolean>`claim.proposed is not null`.as("is_new"),
    ]);

export type Claim = Awaited<ReturnType<ReturnType<typeof claims>["execute"]>>[number];

/** The claim whose letter holds `token`, while its link lasts and nobody has decided. */
export function findClaim(db: Db, token: string, now: Date): Promise<Claim | undefined> {
  return claims(db)
    .where("claim.token", "=", digestOf(token))
    .where("claim.state", "in", ["sent", "waiting"])
    .where("claim.expires_at", ">", now)
    .executeTakeFirst();
}

/** One claim that waits for the team. */
export function findWaitingClaim(db: Db, id: number): Promise<Claim | undefined> {
  return claims(db).where("claim.id", "=", id).where("claim.state", "=", "waiting").executeTakeFirst();
}

/** The claims that wait for the team, the oldest first. */
export function listWaitingClaims(db: Db, limit = 200): Promise<Claim[]> {
  return claims(db)
    .where("claim.state", "=", "waiting")
    .orderBy("claim.created_at")
    .orderBy("claim.id")
    .limit(limit)
    .execute();
}
