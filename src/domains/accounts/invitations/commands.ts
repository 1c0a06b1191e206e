import { randomBytes } from "node:crypto";
import { addSpeaker } from "#domains/directory/index.ts";
import { findTheme } from "#domains/network/index.ts";
import { accounts } from "#paths/accounts.ts";
import type { Config } from "#platform/config.ts";
import { dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Jobs } from "#platform/jobs/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import type { Role } from "#platform/web/visitor.ts";
import { type Entry, type Knock, signInWithPassword } from "../entrance/commands.ts";
import { createUser } from "../people/commands.ts";
import { isRole } from "../rules.ts";
import { invitationLetter } from "./emails.tsx";
import { digestOf, findAccountOf, findInvitation } from "./queries.ts";
import { invitationDays } from "./rules.ts";

export interface NewInvitation {
  name: string;
  email: string;
  roles: readonly Role[];
  /** For a member: the organisation they will speak for. */
  organisationId?: number;
  /** Who invites, as the letter says it. */
  from?: string;
  now: Date;
}

export type InvitationOutcome =
  | { ok: true; id: string }
  | { ok: false; refusal: "has-account"; userId: string };

/**
 * Invites someone by a letter that opens an account with these roles, for fourteen days. Invited again, they get another
 * letter, and the one before opens nothing more. Refused when the address has an account: change its roles instead.
 */
export function createInvitation(
  db: Db,
  author: Author,
  { config, jobs }: { config: Config; jobs: Jobs },
  { name, email: typed, roles, organisationId, from, now }: NewInvitation,
): Promise<InvitationOutcome> {
  return inTransaction(db, author, async (db) => {
    const email = typed.trim().toLowerCase();
    const userId = await findAccountOf(db, email);
    if (userId) return { ok: false, refusal: "has-account", userId };
    const token = randomBytes(24).toString("base64url");
    const expires_at = new Date(now.getTime() + invitationDays * 86_400_000);
    const facts = {
      name: name.trim(),
      roles: [...roles],
      organisation_id: organisationId ?? null,
      invited_by: author.accountId,
      token: digestOf(token),
      expires_at,
    };
    const { id } = await db
      .insertInto("accounts.invitations")
      .values({ email, ...facts })
      .onConflict((row) => row.column("email").where("accepted_at", "is", null).doUpdateSet(facts))
      .returning("id")
      .executeTakeFirstOrThrow();
    const href = config.baseUrl + accounts.invitation(token);
    const letter = { name: facts.name, roles, from, href, until: dayInParis(expires_at) };
    await writeLetter(db, jobs, { to: email, ...invitationLetter(await findTheme(db), letter) });
    return { ok: true, id };
  });
}

/** Takes an invitation back: its letter opens nothing more. */
export function withdrawInvitation(db: Db, author: Author, id: string): Promise<void> {
  return inTransaction(db, author, async (db) => {
    await db
      .deleteFrom("accounts.invitations")
      .where("id", "=", id)
      .where("accepted_at", "is", null)
      .execute();
  });
}

/**
 * Opens the account that an invitation promises, with its roles and its organisation, and a session. When an account of
 * that address was opened meanwhile, it gets the roles and keeps its password: its holder signs in.
 */
export function acceptInvitation(
  db: Db,
  author: Author,
  knock: Knock,
  token: string,
  { name, password, now }: { name: string; password: string; now: Date },
): Promise<Entry | undefined> {
  return inTransaction(db, author, async (db) => {
    const invitation = await findInvitation(db, token, now);
    if (!invitation) return undefined;
    const accepted = await db
      .updateTable("accounts.invitations")
      .set({ accepted_at: now })
      .where("id", "=", invitation.id)
      .where("accepted_at", "is", null)
      .executeTakeFirst();
    if (accepted.numUpdatedRows === 0n) return undefined;
    const { email, organisation_id } = invitation;
    const roles = invitation.roles.filter(isRole);
    const user = await createUser(db, author, { name, email, roles, password });
    if (organisation_id !== null) await addSpeaker(db, author, organisation_id, user.id);
    if (!user.created) return { ok: true, secondFactor: false, cookies: [] };
    return signInWithPassword(db, author, knock, { email, password }, "invitation");
  });
}
