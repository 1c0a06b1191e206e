import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Role } from "#platform/web/visitor.ts";
import { hashPassword, longestPassword, shortestPassword } from "../passwords.ts";
import { leavesNobody } from "../rules.ts";

export interface NewUser {
  name: string;
  email: string;
  roles: readonly Role[];
  /** Without one, the account opens by links received by mail. 12 to 200 characters; shorter throws. */
  password?: string;
}

/**
 * Opens an account. Asked again for the same address, it gives back the account that exists, adds the roles it lacks, and
 * leaves its name and password alone. The address counts as proven: whoever asks vouches for it.
 */
export function createUser(db: Db, author: Author, user: NewUser): Promise<{ id: string; created: boolean }> {
  return inTransaction(db, author, async (db) => {
    const email = user.email.trim().toLowerCase();
    const inserted = await db
      .insertInto("accounts.users")
      .values({ name: user.name.trim(), email, email_verified: true })
      .onConflict((row) => row.column("email").doNothing())
      .returning("id")
      .executeTakeFirst();
    const { id } =
      inserted ??
      (await db
        .selectFrom("accounts.users")
        .select("id")
        .where("email", "=", email)
        .executeTakeFirstOrThrow());
    await addRoles(db, id, user.roles);
    if (inserted && user.password !== undefined) await givePassword(db, id, user.password);
    return { id, created: inserted !== undefined };
  });
}

async function addRoles(db: Db, userId: string, roles: readonly Role[]) {
  if (roles.length === 0) return;
  await db
    .insertInto("accounts.roles")
    .values(roles.map((role) => ({ user_id: userId, role })))
    .onConflict((row) => row.doNothing())
    .execute();
}

async function givePassword(db: Db, userId: string, password: string) {
  if (password.length < shortestPassword || password.length > longestPassword)
    throw new Error(`Un mot de passe compte de ${shortestPassword} à ${longestPassword} caractères.`);
  await db
    .insertInto("accounts.credentials")
    .values({
      user_id: userId,
      account_id: userId,
      provider_id: "credential",
      password: await hashPassword(password),
    })
    .execute();
}

export type Outcome = { ok: true } | { ok: false; refusal: "last-administrator" };

/** Gives the account these roles and no other. Refused when it would leave nobody to administer. */
export function setRoles(db: Db, author: Author, userId: string, roles: readonly Role[]): Promise<Outcome> {
  return inTransaction(db, author, async (db) => {
    if (leavesNobody(await lockAdministrators(db), { userId, roles }))
      return { ok: false, refusal: "last-administrator" };
    await db
      .deleteFrom("accounts.roles")
      .where("user_id", "=", userId)
      .$if(roles.length > 0, (query) => query.where("role", "not in", roles))
      .execute();
    await addRoles(db, userId, roles);
    return { ok: true };
  });
}

/** Closes the account and its sessions: it no longer opens, and what it wrote keeps its name. */
export function closeAccount(db: Db, author: Author, userId: string, now: Date): Promise<Outcome> {
  return inTransaction(db, author, async (db) => {
    if (leavesNobody(await lockAdministrators(db), { userId, roles: [] }))
      return { ok: false, refusal: "last-administrator" };
    await db.updateTable("accounts.users").set({ closed_at: now }).where("id", "=", userId).execute();
    await db.deleteFrom("accounts.sessions").where("user_id", "=", userId).execute();
    return { ok: true };
  });
}

/** Opens a closed account again, with the roles it had. */
export function reopenAccount(db: Db, author: Author, userId: string): Promise<void> {
  return inTransaction(db, author, async (db) => {
    await db.updateTable("accounts.users").set({ closed_at: null }).where("id", "=", userId).execute();
  });
}

/** Takes away a lost telephone: the second factor, the keys and the sessions of someone who can no longer come in. */
export function resetSecondFactor(db: Db, author: Author, userId: string): Promise<void> {
  return inTransaction(db, author, async (db) => {
    await db.deleteFrom("accounts.second_factors").where("user_id", "=", userId).execute();
    await db.deleteFrom("accounts.passkeys").where("user_id", "=", userId).execute();
    await db.deleteFrom("accounts.sessions").where("user_id", "=", userId).execute();
    await db
      .updateTable("accounts.users")
      .set({ two_factor_enabled: false })
      .where("id", "=", userId)
      .execute();
  });
}

/** The open accounts that administer; held until the end, so that two people cannot each remove the other. */
export async function lockAdministrators(db: Db): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(hashtext('accounts.administrators'))`.execute(db);
  const rows = await db
    .selectFrom("accounts.roles as role")
    .innerJoin("accounts.users as user", "user.id", "role.user_id")
    .select("user.id")
    .where("role.role", "=", "administrator")
    .where("user.closed_at", "is", null)
    .execute();
  return rows.map((row) => row.id);
}
