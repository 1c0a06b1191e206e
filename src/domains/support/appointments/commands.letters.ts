import { findRecipient } from "#domains/accounts/index.ts";
import { findTheme } from "#domains/network/index.ts";
import { appointments } from "#paths/appointments.ts";
import type { Db } from "#platform/db/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import type { Services } from "#platform/web/env.ts";
import { tokenOf } from "../rules.link.ts";
import { guestLetter, hostLetter, type LetterFacts, type Occasion } from "./emails.tsx";
import type { Appointment } from "./queries.ts";

/** What letters need of the site. */
export type Post = Pick<Services, "config" | "jobs">;

const factsOf = async (db: Db, { config }: Post, appointment: Appointment): Promise<LetterFacts> => {
  const token = tokenOf(config.secret, "appointment", appointment);
  return {
    theme: await findTheme(db),
    appointment,
    href: config.baseUrl + appointments.mine(token),
    file: config.baseUrl + appointments.mineFile(token),
    record: config.baseUrl + appointments.one(appointment.id),
  };
};

/** Writes to who comes, when an address is known; in the transaction of the change. */
export async function writeToGuest(
  db: Db,
  post: Post,
  appointment: Appointment,
  occasion: Occasion,
  by?: "guest" | "host",
): Promise<void> {
  if (!appointment.email) return;
  const facts = await factsOf(db, post, appointment);
  const letter = guestLetter(occasion, { ...facts, ...(by ? { by } : {}) });
  await writeLetter(db, post.jobs, { to: appointment.email, ...letter });
}

/** Writes to the officer, unless they did it themselves. */
export async function writeToHost(
  db: Db,
  post: Post,
  appointment: Appointment,
  occasion: Exclude<Occasion, "reminder">,
  { accountId, by }: { accountId: string | null; by: "guest" | "host" },
): Promise<void> {
  if (accountId === appointment.account_id) return;
  const recipient = await findRecipient(db, appointment.account_id);
  if (!recipient) return;
  const letter = hostLetter(occasion, { ...(await factsOf(db, post, appointment)), by });
  await writeLetter(db, post.jobs, { to: recipient.email, ...letter });
}
