import { Hono } from "hono";
import { z } from "zod";
import { findTheme } from "#domains/network/index.ts";
import { readEmail } from "#platform/addresses.ts";
import { dayInParis } from "#platform/dates.ts";
import { inTransaction } from "#platform/db/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer as respond } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import type { AnswerMount } from "../contract.ts";
import { addressesOf } from "./addresses.ts";
import { addParticipant, mostParticipants, renewLink } from "./commands.people.ts";
import { invitationLetter, linkLetter } from "./emails.tsx";
import { type Opened, withAnswer } from "./open.tsx";
import { findHolder } from "./queries.ts";
import { expiryFrom } from "./tokens.ts";
import { SentPage, SpentPage, sentTitle, spentTitle } from "./views.doors.tsx";
import { HomePage } from "./views.home.tsx";

/** Each sends a letter. */
const few = rateLimit({ count: 20, seconds: 3600 });

const invitation = z.object({
  nom: z.string().trim().min(1, "Écrivez le nom de la personne.").max(200, "Ce nom est trop long."),
  courriel: z
    .string()
    .refine(
      (typed) => readEmail(typed) !== undefined,
      "Cette adresse de courriel n’est pas bonne : écrivez nom@exemple.fr.",
    ),
});

/** Inviting someone to the same answer, and asking for a new link. */
export function inviteRoutes(mount: AnswerMount, home: string) {
  return new Hono<AppEnv>()
    .post(`${home}/personnes`, may(anyone), few, (c) =>
      withAnswer(c, mount, (c, opened) => invite(c, mount, opened)),
    )
    .post(`${home}/lien`, may(anyone), few, (c) => renew(c, mount));
}

async function invite(c: Request, mount: AnswerMount, opened: Opened): Promise<Response> {
  const { answer, holder, frame, at, now } = opened;
  if (answer.state === "submitted") return c.redirect(at.home, 303);
  const facts = { title: frame.title, unlisted: true, form: true };
  const read = await readForm(c, invitation);
  if (!read.ok) return respond(c, 422, <HomePage opened={opened} {...read} />, facts);
  const { nom: name, courriel: email } = read.value;
  let full = false;
  const to = await once(c, c.get("db"), authorOf(c), async (db) => {
    const expiresAt = holder.expires_at > expiryFrom(now, 7) ? holder.expires_at : expiryFrom(now, 30);
    const added = await addParticipant(db, authorOf(c), {
      answerId: answer.id,
      name,
      email,
      invitedBy: holder.id,
      expiresAt,
    });
    full = !added.ok;
    if (!added.ok) return at.home;
    const href = c.get("config").baseUrl + addressesOf(mount.path, added.token).home;
    const until = dayInParis(expiresAt);
    const letter = invitationLetter(await findTheme(db), {
      name,
      from: holder.name,
      about: answer.label,
      title: frame.title,
      href,
      until,
    });
    await writeLetter(db, c.get("jobs"), { to: email, ...letter });
    return at.home;
  });
  const errors = { courriel: `Une réponse s’écrit à ${mostParticipants} personnes au plus.` };
  if (full) return respond(c, 422, <HomePage opened={opened} typed={read.typed} errors={errors} />, facts);
  await leaveNotice(c, { text: `${name} va recevoir son lien.` });
  return c.redirect(to, 303);
}

/** A new link to the address that had this one, expired or not; this one opens nothing more. */
async function renew(c: Request, mount: AnswerMount): Promise<Response> {
  c.header("Cache-Control", "no-store");
  const now = new Date();
  const followed = c.req.param("token") ?? "";
  const holder = await findHolder(c.get("db"), followed, now);
  if (!holder?.email) return respond(c, 404, <SpentPage />, { title: spentTitle, unlisted: true });
  const frame = found(await mount.find(c.get("db"), { ...holder, token: followed }));
  await inTransaction(c.get("db"), authorOf(c), async (db) => {
    const expiresAt = expiryFrom(now);
    const token = await renewLink(db, authorOf(c), holder.id, expiresAt);
    if (!token) return;
    const href = c.get("config").baseUrl + addressesOf(mount.path, token).home;
    const facts = { name: holder.name, title: frame.title, href, until: dayInParis(expiresAt) };
    await writeLetter(db, c.get("jobs"), { to: holder.email, ...linkLetter(await findTheme(db), facts) });
  });
  return respond(c, 200, <SentPage email={holder.email} />, { title: sentTitle, unlisted: true });
}
