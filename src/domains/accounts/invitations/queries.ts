import { createHash } from "node:crypto";
import type { Db } from "#platform/db/index.ts";

/** An invitation that waits for its answer. */
export interface Invitation {
  id: string;
  name: string;
  email: string;
  roles: string[];
  organisation_id: number | null;
  expires_at: Date;
}

const columns = ["id", "name", "email", "roles", "organisation_id", "expires_at"] as const;

/** What is kept of the token of a letter: a stolen database opens nothing. */
export const digestOf = (token: string) => createHash("sha256").update(token).digest("base64url");

/** Those not answered, the oldest first; past their date they wait to be sent again. */
export function listInvitations(db: Db): Promise<Invitation[]> {
  return db
    .selectFrom("accounts.invitations")
    .select(columns)
    .where("accepted_at", "is", null)
    .orderBy("expires_at")
    .orderBy("id")
    .execute();
}

/** The invitation whose letter holds `token`, while it can still be accepted. */
export function findInvitation(db: Db, token: string, now: Date): Promise<Invitation | undefined> {
  return db
    .selectFrom("accounts.invitations")
    .select(columns)
    .where("token", "=", digestOf(token))
    .where("accepted_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
}

/** The account of this address, when there is one. */
export async function findAccountOf(db: Db, email: string): Promise<string | undefined> {
  const user = await db
    .selectFrom("accounts.users")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirst();
  return user?.id;
}
