import type { Author, Db } from "../db/index.ts";
import { inTransaction } from "../db/index.ts";
import type { JobDefinition, Jobs } from "../jobs/index.ts";
import type { Services } from "../web/env.ts";
import { sendLetterJob } from "./letters.ts";
import { deliver } from "./transport.ts";

/** A server that is away is tried this many times, over about two hours. */
const mostAttempts = 10;

const interrupted =
  "L’envoi a été interrompu sans réponse du serveur de courrier : la lettre est peut-être partie. Renvoyez-la si son destinataire ne l’a pas.";

/**
 * Sends one letter, once. It is first taken (`waiting` to `sending`, one winner), then handed over, then noted. What the
 * server did not answer may have gone: it is shown as failed, for a person to decide, and never sent again by itself.
 */
async function sendLetter({ db, config }: Services, letterId: number): Promise<void> {
  if (!config.mail) return settle(db, letterId, "waiting", { state: "kept" });
  await settle(db, letterId, "sending", { state: "failed", error: interrupted });
  const letter = await db
    .updateTable("platform.letters")
    .set((row) => ({ state: "sending", attempts: row("attempts", "+", 1) }))
    .where("id", "=", letterId)
    .where("state", "=", "waiting")
    .returning(["recipient", "subject", "text", "html", "attempts"])
    .executeTakeFirst();
  if (!letter) return;

  const delivery = await deliver(config.mail, letter, `${letterId}.maillage`);
  if (delivery.result === "accepted")
    return settle(db, letterId, "sending", { state: "sent", error: null, sent_at: new Date() });
  if (delivery.result === "unknown")
    return settle(db, letterId, "sending", { state: "failed", error: interrupted });
  if (delivery.result === "refused" || letter.attempts >= mostAttempts)
    return settle(db, letterId, "sending", { state: "failed", error: delivery.reason });
  await settle(db, letterId, "sending", { state: "waiting", error: delivery.reason });
  throw new Error(delivery.reason);
}

interface Settlement {
  state: "waiting" | "sent" | "kept" | "failed";
  error?: string | null;
  sent_at?: Date;
}

async function settle(db: Db, id: number, from: "waiting" | "sending", set: Settlement): Promise<void> {
  await db.updateTable("platform.letters").set(set).where("id", "=", id).where("state", "=", from).execute();
}

/** Puts a letter that has not gone back in the queue (twice asked, once there); false when it has gone or is going. */
export async function sendAgain(db: Db, author: Author, jobs: Jobs, id: number): Promise<boolean> {
  return inTransaction(db, author, async (db) => {
    const taken = await db
      .updateTable("platform.letters")
      .set({ state: "waiting", error: null, attempts: 0 })
      .where("id", "=", id)
      .where("state", "in", ["failed", "kept", "waiting"])
      .executeTakeFirst();
    if (taken.numUpdatedRows === 0n) return false;
    await jobs.enqueue(db, sendLetterJob, { letterId: id }, { key: `letter ${id}` });
    return true;
  });
}

export const mailJobs: readonly JobDefinition[] = [
  {
    name: sendLetterJob,
    label: "Envoyer une lettre",
    retries: mostAttempts,
    run: (services, { letterId }) => sendLetter(services, Number(letterId)),
  },
];
