import { findTheme } from "#domains/network/index.ts";
import { accounts } from "#paths/accounts.ts";
import type { Db } from "#platform/db/index.ts";
import type { Jobs } from "#platform/jobs/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import { type Warning, warningLetter } from "./emails.tsx";

/** Writes to the holder of an account that its door changed, in the transaction of that change. */
export async function warn(db: Db, jobs: Jobs, baseUrl: string, userId: string, warning: Warning) {
  const user = await db
    .selectFrom("accounts.users")
    .select(["name", "email"])
    .where("id", "=", userId)
    .executeTakeFirstOrThrow();
  const letter = warningLetter(await findTheme(db), user.name, warning, baseUrl + accounts.mine());
  await writeLetter(db, jobs, { to: user.email, ...letter });
}
