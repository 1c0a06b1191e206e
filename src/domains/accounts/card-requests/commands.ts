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
import { cardRequests } from "#paths/card-requests.ts";
import type { Config } from "#platform/config.ts";
import { dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Jobs } from "#platform/jobs/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import { digestOf } from "../invitations/queries.ts";
import { createUser } from "../people/commands.ts";
import { proofLetter, refusalLetter, welcomeLetter } from "./emails.ts";
import type { CardRequestForm } from "./input.ts";
import { type CardRequest, findCardRequest, findWaitingCardRequest } from "./queries.ts";

interface Desk {
  config: Config;
  jobs: Jobs;
}

/** How long the link of a request lasts. */
export const requestDays = 7;

/** What is asked for: an organisation of the directory, or what a new one says of itself. */
export type Wanted = { organisationId: number; name: string } | { proposed: FieldValues & { name: string } };

/**
 * Notes that someone asks to speak for an organisation, and writes to the address they give: nothing happens before
 * they open the link. The letter is the same whether the network knows the address or not.
 */
export function fileCardRequest(
  db: Db,
  author: Author,
  { config, jobs }: Desk,
  asked: Wanted,
  { votre_nom, votre_courriel, votre_fonction, message }: CardRequestForm,
  now: Date,
): Promise<void> {
  return inTransaction(db, author, async (db) => {
    const token = randomBytes(24).toString("base64url");
    const expires_at = new Date(now.getTime() + requestDays * 86_400_000);
    await db
      .insertInto("accounts.card_requests")
      .values({
        ...("proposed" in asked
          ? { proposed: JSON.stringify(asked.proposed) }
          : { organisation_id: asked.organisationId }),
        name: votre_nom,
        email: votre_courriel,
        title: votre_fonction,
        message,
        token: digestOf(token),
        expires_at,
      })
      .execute();
    const organisation = "proposed" in asked ? asked.proposed.name : asked.name;
    const href = config.baseUrl + cardRequests.proof(token);
    const facts = { name: votre_nom, organisation };
    const letter = proofLetter(await findTheme(db), facts, href, dayInParis(expires_at));
    await writeLetter(db, jobs, { to: votre_courriel, ...letter });
  });
}

/** `accepted`: the account speaks for the organisation from now on. `waiting`: the team will say. */
export type ProofOutcome = { state: "accepted"; email: string } | { state: "waiting" };

/**
 * The address is proven. When it is one that the network has for this organisation, the request is accepted at once; else it
 * waits for the team. A new organisation enters the directory as proposed: it is not public before the team's yes.
 */
export function proveCardRequest(
  db: Db,
  author: Author,
  desk: Desk,
  token: string,
  now: Date,
): Promise<ProofOutcome | undefined> {
  return inTransaction(db, author, async (db) => {
    const cardRequest = await findCardRequest(db, token, now);
    if (!cardRequest) return undefined;
    const first = await db
      .updateTable("accounts.card_requests")
      .set({ state: "waiting" })
      .where("id", "=", cardRequest.id)
      .where("state", "=", "sent")
      .executeTakeFirst();
    if (first.numUpdatedRows === 0n) return { state: "waiting" };
    if (cardRequest.organisation_id === null) {
      const said = cardRequest.proposed as FieldValues & { name: string };
      const organisation_id = await addProposedOrganisation(db, author, said, cardRequest.name);
      await db
        .updateTable("accounts.card_requests")
        .set({ organisation_id })
        .where("id", "=", cardRequest.id)
        .execute();
      return { state: "waiting" };
    }
    if (!(await knowsAddress(db, cardRequest.organisation_id, cardRequest.email)))
      return { state: "waiting" };
    await accept(db, author, desk, cardRequest, { known: true, now });
    return { state: "accepted", email: cardRequest.email };
  });
}

/** The team says yes, once whoever clicks: the account opens, speaks for the organisation, and is written to. */
export function acceptCardRequest(
  db: Db,
  author: Author,
  desk: Desk,
  id: number,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const cardRequest = await findWaitingCardRequest(db, id);
    if (!cardRequest) return false;
    return accept(db, author, desk, cardRequest, { known: false, now });
  });
}

async function accept(
  db: Db,
  author: Author,
  { config, jobs }: Desk,
  cardRequest: CardRequest,
  { known, now }: { known: boolean; now: Date },
): Promise<boolean> {
  const done = await db
    .updateTable("accounts.card_requests")
    .set({ state: "accepted", known, decided_at: now, decided_by: known ? null : author.accountId })
    .where("id", "=", cardRequest.id)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n || cardRequest.organisation_id === null) return false;
  const { id: userId } = await createUser(db, author, { ...cardRequest, roles: ["member"] });
  await addSpeaker(db, author, cardRequest.organisation_id, userId);
  if (cardRequest.is_new) await publishProposedOrganisation(db, author, cardRequest.organisation_id);
  if (!known) {
    const letter = welcomeLetter(
      await findTheme(db),
      cardRequest,
      config.baseUrl + accounts.signIn("/espace"),
    );
    await writeLetter(db, jobs, { to: cardRequest.email, ...letter });
  }
  return true;
}

/** The team says no, with its reason, which the letter gives. What a new organisation said stays proposed, not public. */
export function refuseCardRequest(
  db: Db,
  author: Author,
  { jobs }: Desk,
  id: number,
  reason: string,
  now: Date,
): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const cardRequest = await findWaitingCardRequest(db, id);
    const done = await db
      .updateTable("accounts.card_requests")
      .set({ state: "refused", reason, decided_at: now, decided_by: author.accountId })
      .where("id", "=", id)
      .where("state", "=", "waiting")
      .executeTakeFirst();
    if (!cardRequest || done.numUpdatedRows === 0n) return false;
    const letter = refusalLetter(await findTheme(db), cardRequest, reason);
    await writeLetter(db, jobs, { to: cardRequest.email, ...letter });
    return true;
  });
}

/** Requests never proven go with their link; decided ones a year after. They hold names and addresses. */
export async function forgetCardRequests(db: Db, now: Date): Promise<void> {
  const lastYear = new Date(now.getTime() - 366 * 86_400_000);
  await db
    .deleteFrom("accounts.card_requests")
    .where("state", "=", "sent")
    .where("expires_at", "<", now)
    .execute();
  await db.deleteFrom("accounts.card_requests").where("decided_at", "<", lastYear).execute();
}
