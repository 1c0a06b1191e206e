import { createHmac } from "node:crypto";
import { sql } from "kysely";
import type { Config } from "#platform/config.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Jobs } from "#platform/jobs/index.ts";
import { type Answer, ask } from "../ask.ts";
import { openAuth, sessionCookie } from "../auth.ts";
import { isUnprotectedStaff } from "../queries.ts";
import type { KeyAnswer } from "./input.ts";
import { type Refusal, refusalOfCode } from "./texts.ts";

/** Who knocks: the request's headers carry the cookies that the library reads. */
export interface Knock {
  config: Config;
  jobs: Jobs;
  headers: Headers;
  /** The session that this browser had: closed when another opens. */
  formerToken?: string;
}

export type Entry =
  | { ok: true; secondFactor: boolean; cookies: string[]; unprotected?: boolean }
  | { ok: false; refusal: Refusal; cookies: string[] };

type Means = "password" | "link" | "code" | "passkey" | "invitation";

/** Opens a session by password, or asks for the second factor. The answer is the same whether the address is known. */
export function signInWithPassword(
  db: Db,
  author: Author,
  knock: Knock,
  body: { email: string; password: string },
  means: Means = "password",
): Promise<Entry> {
  return inTransaction(db, author, async (db) => {
    const { config, headers } = knock;
    const answer = await ask(() =>
      openAuth(db, { config }).api.signInEmail({ body, headers, returnHeaders: true }),
    );
    return enter(db, knock, means, answer, () => "wrong");
  });
}

/** Opens a session by the token of a letter, which serves once; the second factor is asked as after a password. */
export function signInWithLink(db: Db, author: Author, knock: Knock, token: string): Promise<Entry> {
  return inTransaction(db, author, async (db) => {
    const { config, headers } = knock;
    const answer = await ask(() =>
      openAuth(db, { config }).api.magicLinkVerify({ query: { token }, headers, returnHeaders: true }),
    );
    return enter(db, knock, "link", answer, () => "link");
  });
}

/** Opens a session by the answer of a passkey to the challenge that this browser holds. */
export function signInWithKey(db: Db, author: Author, knock: Knock, response: KeyAnswer): Promise<Entry> {
  return inTransaction(db, author, async (db) => {
    const { config, headers } = knock;
    const { api } = openAuth(db, { config });
    const answer = await ask(() =>
      api.verifyPasskeyAuthentication({ body: { response }, headers, returnHeaders: true }),
    );
    return enter(db, knock, "passkey", answer, () => "key");
  });
}

/** Ends a sign-in by a code of the telephone, or by a backup code; either serves once. */
export async function answerSecondFactor(
  db: Db,
  author: Author,
  knock: Knock,
  typed: string,
): Promise<Entry> {
  const code = typed.replaceAll(/\s/g, "");
  const { config } = knock;
  const headers = withoutSession(knock.headers);
  try {
    return await inTransaction(db, author, async (db) => {
      const { api } = openAuth(db, { config });
      const body = { code };
      const answer = /^\d{6}$/.test(code)
        ? await ask(() => api.verifyTOTP({ body, headers, returnHeaders: true }))
        : await ask(() => api.verifyBackupCode({ body, headers, returnHeaders: true }));
      if (answer.ok) await useCodeOnce(db, config.secret, answer.value.user.id, code);
      return enter(db, knock, "code", answer, refusalOfCode);
    });
  } catch (error) {
    if (error instanceof Replayed) return { ok: false, refusal: "replayed", cookies: [] };
    throw error;
  }
}

/** The code has served already. */
export class Replayed extends Error {}

/**
 * A code serves once (RFC 6238, section 5.2); the library would take it again while its window lasts (90 seconds).
 * Throws Replayed, and so undoes the entry, when the code has served.
 */
export async function useCodeOnce(db: Db, secret: string, userId: string, code: string) {
  const value_hash = createHmac("sha256", secret).update(`code:${userId}:${code}`).digest("base64url");
  await db
    .deleteFrom("accounts.used_codes")
    .where("user_id", "=", userId)
    .where("used_at", "<", sql<Date>`now() - interval '10 minutes'`)
    .execute();
  const used = await db
    .insertInto("accounts.used_codes")
    .values({ user_id: userId, value_hash })
    .onConflict((row) => row.doNothing())
    .executeTakeFirst();
  if (used.numInsertedOrUpdatedRows === 0n) throw new Replayed();
}

async function enter(
  db: Db,
  knock: Knock,
  means: Means,
  answer: Answer<object>,
  word: (code: string) => Refusal,
): Promise<Entry> {
  const { cookies } = answer;
  if (!answer.ok) return { ok: false, refusal: word(answer.code), cookies };
  if ("twoFactorRedirect" in answer.value) return { ok: true, secondFactor: true, cookies };
  if (!("user" in answer.value))
    throw new Error("The sign-in library opened a session without saying whose.");
  const { id } = answer.value.user as { id: string };
  await recordEntry(db, id, means, knock.formerToken);
  return { ok: true, secondFactor: false, cookies, unprotected: await isUnprotectedStaff(db, id) };
}

/** Writes down who came in, and closes the session that this browser had before. */
async function recordEntry(db: Db, userId: string, means: Means, formerToken: string | undefined) {
  await db.insertInto("accounts.sign_ins").values({ user_id: userId, means }).execute();
  if (formerToken) await closeSession(db, formerToken);
}

export async function closeSession(db: Db, token: string) {
  await db.deleteFrom("accounts.sessions").where("token", "=", token).execute();
}

/** The code is asked of who gave the password, not of whoever was signed in before in this browser. */
function withoutSession(headers: Headers) {
  const cookies = (headers.get("cookie") ?? "").split("; ");
  const kept = cookies.filter((cookie) => !cookie.startsWith(`${sessionCookie}=`));
  return new Headers({ ...Object.fromEntries(headers), cookie: kept.join("; ") });
}
