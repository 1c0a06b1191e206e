import { randomBytes } from "node:crypto";
import {
  addProposedOrganisation,
  addSpeaker,
  type FieldValues,
  knowsAddress,
  publishProposedOrganisation,
} from "#domains/directory/index.ts";
import { findTheme } from "#domains/network/index.ts";
import { accounts } from "#paths/accounts.ts";
import { claims } from "#paths/claims.ts";
import type { Config } from "#platform/config.ts";
import { dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Jobs } from "#platform/jobs/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import { digestOf } from "../invitations/queries.ts";
import { createUser } from "../people/commands.ts";
import { proofLetter, refusalLetter, welcomeLetter } from "./emails.ts";
import type { ClaimForm } from "./input.ts";
import { type Claim, findClaim, findWaitingClaim } from "./queries.ts";

interface Desk {
  config: Config;
  jobs: Jobs;
}

/** How long the link of a claim lasts. */
export const claimDays = 7;

/** What is claimed: an organisation of the directory, or what a new one says of itself. */
export type Claimed = { organisationId: number; name: string } | { proposed: FieldValues & { name: string } };

/**
 * Notes that someone asks to speak for an organisation, and writes to the address they give: nothing happens before
 * they open the link. The letter is the same whether the network knows the address or not.
 */
export function fileClaim(
  db: Db,
  author: Author,
  { config, jobs }: Desk,
  claimed: Claimed,
  { votre_nom, votre_courriel, votre_fonction, message }: ClaimForm,
  now: Date,
): Promise<void> {
  return inTransaction(db, author, async (db) => {
    const token = randomBytes(24).toString("base64url");
    const expires_at = new Date(now.getTime() + claimDays * 86_400_000);
    await db
      .insertInto("accounts.claims")
      .values({
        ...("proposed" in claimed
          ? { proposed: JSON.stringify(claimed.proposed) }
          : { organisation_id: claimed.organisationId }),
        name: votre_nom,
        email: votre_courriel,
        title: votre_fonction,
        message,
        token: digestOf(token),
        expires_at,
      })
      .execute();
    const organisation = "proposed" in claimed ? claimed.proposed.name : claimed.name;
    const href = config.baseUrl + claims.proof(token);
    const asked = { name: votre_nom, organisation };
    const letter = proofLetter(await findTheme(db), asked, href, dayInParis(expires_at));
    await writeLetter(db, jobs, { to: votre_courriel, ...letter });
  });
}

/** `accepted`: the account speaks for the organisation from now on. `waiting`: the team will say. */
export type ProofOutcome = { state: "accepted"; email: string } | { state: "waiting" };

/**
 * The address is proven. When it is one that the network has for this organisation, the claim is accepted at once; else it
 * waits for the team. A new organisation enters the directory as proposed: it is not public before the team's yes.
 */
export function proveClaim(
  db: Db,
  author: Author,
  desk: Desk,
  token: string,
  now: Date,
): Promise<ProofOutcome | undefined> {
  return inTransaction(db, author, async (db) => {
    const claim = await findClaim(db, token, now);
    if (!claim) return undefined;
    const first = await db
      .updateTable("accounts.claims")
      .set({ state: "waiting" })
      .where("id", "=", claim.id)
      .where("state", "=", "sent")
      .executeTakeFirst();
    if (first.numUpdatedRows === 0n) return { state: "waiting" };
    if (claim.organisation_id === null) {
      const said = claim.proposed as FieldValues & { name: string };
      const organisation_id = await addProposedOrganisation(db, author, said, claim.name);
      await db.updateTable("accounts.claims").set({ organisation_id }).where("id", "=", claim.id).execute();
      return { state: "waiting" };
    }
    if (!(await knowsAddress(db, claim.organisation_id, claim.email))) return { state: "waiting" };
    await accept(db, author, desk, claim, { known: true, now });
    return { state: "accepted", email: claim.email };
  });
}

/** The team says yes, once whoever clicks: the account opens, speaks for the organisation, and is written to. */
export function acceptClaim(db: Db, author: Author, desk: Desk, id: number, now: Date): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const claim = await findWaitingClaim(db, id);
    if (!claim) return false;
    return accept(db, author, desk, claim, { known: false, now });
  });
}

async function accept(
  db: Db,
  author: Author,
  { config, jobs }: Desk,
  claim: Claim,
  { known, now }: { known: boolean; now: Date },
): Promise<boolean> {
  const done = await db
    .updateTable("accounts.claims")
    .set({ state: "accepted", known, decided_at: now, decided_by: known ? null : author.accountId })
    .where("id", "=", claim.id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n || claim.organisation_id === null) return false;
  const { id: userId } = await createUser(db, author, { ...claim, roles: ["member"] });
  await addSpeaker(db, author, claim.organisation_id, userId);
  if (claim.is_new) await publishProposedOrganisation(db, author, claim.organisation_id);
  if (!known) {
    const letter = welcomeLetter(await findTheme(db), claim, config.baseUrl + accounts.signIn("/espace"));
    await writeLetter(db, jobs, { to: claim.email, ...letter });
  }
  return true;
}

/** The team says no, with its reason, which the letter gives. What a new organisation said stays proposed, not public. */
export function refuseClaim(
  db: Db,
  author: Author,
  { jobs }: Desk,
  id: number,
  reason: string,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const claim = await findWaitingClaim(db, id);
    const done = await db
      .updateTable("accounts.claims")
      .set({ state: "refused", reason, decided_at: now, decided_by: author.accountId })
      .where("id", "=", id)
      .where("state", "=", "waiting")
      .executeTakeFirst();
    if (!claim || done.numUpdatedRows === 0n) return false;
    const letter = refusalLetter(await findTheme(db), claim, reason);
    await writeLetter(db, jobs, { to: claim.email, ...letter });
    return true;
  });
}

/** Claims never proven go with their link; decided ones a year after. They hold names and addresses. */
export async function forgetClaims(db: Db, now: Date): Promise<void> {
  const lastYear = new Date(now.getTime() - 366 * 86_400_000);
  await db.deleteFrom("accounts.claims").where("state", "=", "sent").where("expires_at", "<", now).execute();
  await db.deleteFrom("accounts.claims").where("decided_at", "<", lastYear).execute();
}
