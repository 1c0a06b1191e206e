import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { digestOf } from "../invitations/queries.ts";

const cardRequests = (db: Db) =>
  db
    .selectFrom("accounts.card_requests as request")
    .leftJoin("directory.shared_organisations as organisation", "organisation.id", "request.organisation_id")
    .select([
      "request.id",
      "request.organisation_id",
      "request.proposed",
      "request.name",
      "request.email",
      "request.title",
      "request.message",
      "request.state",
      "request.expires_at",
      "request.created_at",
      "organisation.commune",
      sql<string>`coalesce(organisation.name, request.proposed ->> 'name')`.as("organisation"),
      sql<boolean>`request.proposed is not null`.as("is_new"),
    ]);

export type CardRequest = Awaited<ReturnType<ReturnType<typeof cardRequests>["execute"]>>[number];

/** The request whose letter holds `token`, while its link lasts and nobody has decided. */
export function findCardRequest(db: Db, token: string, now: Date): Promise<CardRequest | undefined> {
  return cardRequests(db)
    .where("request.token", "=", digestOf(token))
    .where("request.state", "in", ["sent", "waiting"])
    .where("request.expires_at", ">", now)
    .executeTakeFirst();
}

/** One request that waits for the team. */
export function findWaitingCardRequest(db: Db, id: number): Promise<CardRequest | undefined> {
  return cardRequests(db)
    .where("request.id", "=", id)
    .where("request.state", "=", "waiting")
    .executeTakeFirst();
}

/** The requests that wait for the team, the oldest first. */
export function listWaitingCardRequests(db: Db, limit = 200): Promise<CardRequest[]> {
  return cardRequests(db)
    .where("request.state", "=", "waiting")
    .orderBy("request.created_at")
    .orderBy("request.id")
    .limit(limit)
    .execute();
}
