import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { Role, Visitor } from "#platform/web/visitor.ts";

/** Who holds this session at `now`, with roles and the organisations they speak for, in one statement. */
export async function findVisitor(db: Db, sessionToken: string, now: Date): Promise<Visitor | undefined> {
  const row = await db
    .selectFrom("accounts.sessions as session")
    .innerJoin("accounts.users as user", "user.id", "session.user_id")
    .select((line) => [
      "user.id",
      "user.name",
      "user.email",
      line
        .selectFrom("accounts.roles as role")
        .whereRef("role.user_id", "=", "user.id")
        .select(sql<Role[]>`coalesce(array_agg(role.role), '{}')`.as("roles"))
        .as("roles"),
      line
        .selectFrom("directory.speakers as speaker")
        .whereRef("speaker.user_id", "=", "user.id")
        .select(sql<number[]>`coalesce(array_agg(speaker.organisation_id::int), '{}')`.as("ids"))
        .as("organisation_ids"),
    ])
    .where("session.token", "=", sessionToken)
    .where("session.expires_at", ">", now)
    .where("user.closed_at", "is", null)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    accountId: row.id,
    name: row.name,
    email: row.email,
    roles: new Set(row.roles ?? []),
    organisationIds: row.organisation_ids ?? [],
  };
}

/** Whether the account works on everyone's data with one factor only: neither double check nor passkey. */
export async function isUnprotectedStaff(db: Db, userId: string): Promise<boolean> {
  const { rows } = await sql<{ unprotected: boolean }>`
    select exists (select from accounts.roles where user_id = ${userId} and role in ('officer', 'administrator'))
       and exists (select from accounts.users where id = ${userId} and not two_factor_enabled)
       and not exists (select from accounts.passkeys where user_id = ${userId}) as unprotected`.execute(db);
  return rows[0]?.unprotected ?? false;
}
