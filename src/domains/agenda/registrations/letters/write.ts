import { findQuestionnaire, openAnswers } from "#domains/questionnaires/index.ts";
import { registrations } from "#paths/registrations.ts";
import { type Db, inTransaction, system } from "#platform/db/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import type { Services } from "#platform/web/env.ts";
import { issueCertificates } from "../../attendance/certificates/commands.ts";
import { linkAnswers } from "../commands.answers.ts";
import { factsOf, noteLetters, type Post } from "../commands.places.ts";
import { findBooking } from "../queries.event.ts";
import { tokenOf } from "../rules.token.ts";
import { announcedLetter } from "./emails.tsx";
import {
  type DueAnnouncement,
  finish,
  keyOf,
  listDueAnnouncements,
  type Recipient,
  takeRecipients,
} from "./queries.ts";

type Desk = Post & Pick<Services, "db">;

/** How many letters are written in one transaction: what a kill undoes, and the next run writes again. */
const batchSize = 50;

/** How long an opinion may be given, in days. */
const opinionDays = 60;

/**
 * Writes every announcement whose time has come, a batch a transaction: a batch is whole or never was, and each person is taken by
 * one run at a time. Run again after a crash, it goes on where it was. Returns how many letters were written.
 */
export async function writeAnnouncements(desk: Desk, now: Date, { size = batchSize } = {}): Promise<number> {
  let written = 0;
  for (const announcement of await listDueAnnouncements(desk.db, now)) {
    let batch: number;
    do {
      batch = await writeBatch(desk, announcement, now, size);
      written += batch;
    } while (batch > 0);
  }
  return written;
}

/** One batch; when nobody is left, the announcement is done. */
function writeBatch(desk: Desk, announcement: DueAnnouncement, now: Date, size: number): Promise<number> {
  return inTransaction(desk.db, system, async (db) => {
    const taken = await takeRecipients(db, announcement, size);
    const booking = await findBooking(db, announcement.event_id);
    if (taken.length === 0 || !booking) {
      await finish(db, announcement, now);
      return 0;
    }
    const facts = await factsOf(db, desk, booking);
    const certified = announcement.certificate
      ? await issueCertificates(db, system, booking, taken, { signer: announcement.signer, now })
      : new Set<number>();
    const asked = announcement.satisfaction ? await openOpinions(db, desk, booking, taken, now) : false;
    const letters: { registration_id: number; letter_id: number }[] = [];
    for (const who of taken) {
      const links = [
        ...(certified.has(who.id)
          ? [
              {
                label: "Télécharger votre attestation (PDF)",
                href: facts.baseUrl + registrations.myCertificate(tokenOf(facts.secret, who)),
              },
            ]
          : []),
        ...(asked
          ? [
              {
                label: "Donner votre avis, en deux minutes",
                href: `${facts.baseUrl}${registrations.satisfaction()}/${tokenOf(facts.secret, who, "satisfaction")}`,
              },
            ]
          : []),
      ];
      const letter = announcedLetter(facts, who, announcement, links);
      letters.push({
        registration_id: who.id,
        letter_id: await writeLetter(db, desk.jobs, { to: who.email, ...letter }),
      });
    }
    await noteLetters(db, keyOf(announcement), letters);
    return taken.length;
  });
}

/** Opens the questionnaire of satisfaction for each who has not been asked yet. */
async function openOpinions(
  db: Db,
  { config }: Post,
  booking: { title: string; satisfaction_id: number | null },
  people: readonly Recipient[],
  now: Date,
): Promise<boolean> {
  const questionnaireId = booking.satisfaction_id;
  if (!questionnaireId || !(await findQuestionnaire(db, questionnaireId))?.published) return false;
  const known = await db
    .selectFrom("agenda.registrations")
    .select("id")
    .where(
      "id",
      "in",
      people.map(({ id }) => id),
    )
    .where("satisfaction_answer_id", "is not", null)
    .execute();
  const opened = new Set(known.map(({ id }) => id));
  const answers = await openAnswers(
    db,
    system,
    { questionnaireId, expiresAt: new Date(now.getTime() + opinionDays * 86_400_000) },
    people
      .filter(({ id }) => !opened.has(id))
      .map((who) => ({
        key: String(who.id),
        label: booking.title, // an opinion is read without the name of who gives it
        name: "",
        email: "",
        token: tokenOf(config.secret, who, "satisfaction"),
      })),
  );
  await linkAnswers(db, "satisfaction_answer_id", answers);
  return true;
}
