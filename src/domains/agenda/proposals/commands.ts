import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { findTheme } from "#domains/network/index.ts";
import { agenda } from "#paths/agenda.ts";
import type { Config } from "#platform/config.ts";
import { dayInParis } from "#platform/dates.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Jobs } from "#platform/jobs/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import { addEvent } from "../events/commands.ts";
import type { EventEntry, SessionEntry } from "../events/entry.ts";
import { proofLetter } from "./emails.ts";
import type { Who } from "./input.ts";
import { digestOf, findByToken } from "./queries.ts";

export interface Desk {
  config: Pick<Config, "baseUrl">;
  jobs: Jobs;
}

/** How long the link of a proposal lasts. */
const proofDays = 7;

interface Said {
  entry: EventEntry;
  sessions: SessionEntry[];
}

/**
 * Keeps an event that an actor proposes. Signed in (`author` has an account), it waits for the team at once; else nothing happens
 * before the link of the letter is opened. The address of the page that says so.
 */
export function fileProposal(
  db: Db,
  author: Author,
  { config, jobs }: Desk,
  said: Said,
  who: Who,
  now: Date,
): Promise<string> {
  return inTransaction(db, author, async (db) => {
    const known = author.accountId !== null;
    const token = randomBytes(24).toString("base64url");
    const expires_at = new Date(now.getTime() + proofDays * 86_400_000);
    const [first] = said.entry.organisers;
    const event_id = known ? await addEvent(db, author, said.entry, said.sessions, "proposed") : null;
    await db
      .insertInto("agenda.proposals")
      .values({
        event_id,
        title: said.entry.title,
        said: known ? null : JSON.stringify(said),
        name: who.votre_nom,
        email: who.votre_courriel,
        organisation: who.votre_organisation,
        organisation_id: first?.organisationId ?? null,
        account_id: author.accountId,
        message: who.mot,
        state: known ? "waiting" : "sent",
        token: known ? null : digestOf(token),
        expires_at: known ? null : expires_at,
      })
      .execute();
    if (known) return `${agenda.proposed()}?lu=1`;
    const facts = { name: who.votre_nom, title: said.entry.title };
    const letter = proofLetter(
      await findTheme(db),
      facts,
      config.baseUrl + agenda.proof(token),
      dayInParis(expires_at),
    );
    await writeLetter(db, jobs, { to: who.votre_courriel, ...letter });
    return agenda.proposed();
  });
}

/** The address is proven: what was said becomes an event that waits for the team. False when the link serves no more. Twice is once. */
export function proveProposal(db: Db, author: Author, token: string, now: Date): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const proposal = await findByToken(db, token, now);
    if (!proposal) return false;
    const taken = await db
      .selectFrom("agenda.proposals")
      .select("said")
      .where("id", "=", proposal.id)
      .where("state", "=", "sent")
      .forUpdate()
      .executeTakeFirst();
    if (!taken) return true;
    const { entry, sessions } = taken.said as unknown as Said;
    const event_id = await addEvent(db, author, entry, sessions, "proposed");
    await db
      .updateTable("agenda.proposals")
      .set({ state: "waiting", event_id, said: null })
      .where("id", "=", proposal.id)
      .execute();
    return true;
  });
}

/** Proposals never proven go with their link; of those decided, who made them goes a year after. */
export async function forgetProposals(db: Db, now: Date): Promise<void> {
  await db.deleteFrom("agenda.proposals").where("state", "=", "sent").where("expires_at", "<", now).execute();
  const lastYear = new Date(now.getTime() - 366 * 86_400_000);
  await db
    .deleteFrom("agenda.proposals")
    .where("state", "in", ["accepted", "refused"])
    .where("decided_at", "<", lastYear)
    .execute();
}

export const nextVersion = { version: sql<number>`version + 1`, updated_at: sql<Date>`now()` };
