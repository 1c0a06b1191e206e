import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { type Answer, ask } from "../ask.ts";
import { openAuth } from "../auth.ts";
import { type Knock, Replayed, useCodeOnce } from "../entrance/commands.ts";
import { warn } from "./letters.ts";
import type { MyRefusal } from "./texts.ts";

export type Outcome = { ok: true; cookies: string[] } | { ok: false; refusal: MyRefusal };

/** Gives the account its first password, or another one against the current; every other session is closed. */
export function choosePassword(
  db: Db,
  author: Author,
  knock: Knock,
  { current, password, hasPassword }: { current: string; password: string; hasPassword: boolean },
): Promise<Outcome> {
  return inTransaction(db, author, async (db) => {
    const { api } = openAuth(db, knock);
    const { headers } = knock;
    const answer: Answer<unknown> = hasPassword
      ? await ask(() =>
          api.changePassword({
            body: { currentPassword: current, newPassword: password },
            headers,
            returnHeaders: true,
          }),
        )
      : await ask(() => api.setPassword({ body: { newPassword: password }, headers, returnHeaders: true }));
    if (!answer.ok) return { ok: false, refusal: "password" };
    const userId = author.accountId ?? "";
    await closeOtherSessions(db, author, userId, knock.formerToken ?? "");
    if (hasPassword) await warn(db, knock.jobs, knock.config.baseUrl, userId, "password");
    return { ok: true, cookies: answer.cookies };
  });
}

/** Prepares the double check: a secret, and backup codes, that count only once a first code is confirmed. */
export function prepareSecondFactor(
  db: Db,
  author: Author,
  knock: Knock,
  password: string,
): Promise<Outcome> {
  return inTransaction(db, author, async (db) => {
    const { api } = openAuth(db, knock);
    const body = { password: password || undefined, method: "totp" as const };
    const answer = await ask(() =>
      api.enableTwoFactor({ body, headers: knock.headers, returnHeaders: true }),
    );
    return done(answer, "password");
  });
}

/** Turns the double check on, by a first code of the telephone, which serves once; the session is renewed. */
export async function confirmSecondFactor(
  db: Db,
  author: Author,
  knock: Knock,
  code: string,
): Promise<Outcome> {
  const body = { code };
  try {
    return await inTransaction(db, author, async (db) => {
      const { api } = openAuth(db, knock);
      const answer = await ask(() => api.verifyTOTP({ body, headers: knock.headers, returnHeaders: true }));
      if (answer.ok) await useCodeOnce(db, knock.config.secret, answer.value.user.id, code);
      return done(answer, "code");
    });
  } catch (error) {
    if (error instanceof Replayed) return { ok: false, refusal: "code" };
    throw error;
  }
}

/** Turns the double check off, against the password when there is one; the session is renewed. */
export function removeSecondFactor(db: Db, author: Author, knock: Knock, password: string): Promise<Outcome> {
  return inTransaction(db, author, async (db) => {
    const { api } = openAuth(db, knock);
    const body = { password: password || undefined };
    const answer = await ask(() =>
      api.disableTwoFactor({ body, headers: knock.headers, returnHeaders: true }),
    );
    if (answer.ok)
      await warn(db, knock.jobs, knock.config.baseUrl, author.accountId ?? "", "second-factor-off");
    return done(answer, "password");
  });
}

/** Makes ten other backup codes; those before open nothing more. They are shown until said to be kept. */
export function renewBackupCodes(db: Db, author: Author, knock: Knock, password: string): Promise<Outcome> {
  return inTransaction(db, author, async (db) => {
    const { api } = openAuth(db, knock);
    const body = { password: password || undefined };
    const answer = await ask(() =>
      api.generateBackupCodes({ body, headers: knock.headers, returnHeaders: true }),
    );
    if (answer.ok) await setCodesKept(db, author.accountId ?? "", null);
    return done(answer, "password");
  });
}

/** The person has put the backup codes somewhere safe: they are not shown again. */
export function keepBackupCodes(db: Db, author: Author, now: Date): Promise<void> {
  return inTransaction(db, author, (db) => setCodesKept(db, author.accountId ?? "", now));
}

async function setCodesKept(db: Db, userId: string, at: Date | null) {
  await db
    .updateTable("accounts.second_factors")
    .set({ codes_kept_at: at })
    .where("user_id", "=", userId)
    .execute();
}

/** Closes one of this account's sessions; another's is left alone. */
export function closeMySession(db: Db, author: Author, userId: string, id: string): Promise<void> {
  return inTransaction(db, author, async (db) => {
    await db.deleteFrom("accounts.sessions").where("user_id", "=", userId).where("id", "=", id).execute();
  });
}

/** Closes every session of this account but the one of `token`. */
export function closeOtherSessions(db: Db, author: Author, userId: string, token: string): Promise<void> {
  return inTransaction(db, author, async (db) => {
    await db
      .deleteFrom("accounts.sessions")
      .where("user_id", "=", userId)
      .where("token", "!=", token)
      .execute();
  });
}

function done(answer: Answer<unknown>, refusal: MyRefusal): Outcome {
  return answer.ok ? { ok: true, cookies: answer.cookies } : { ok: false, refusal };
}
