import type { z } from "zod";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { ask } from "../ask.ts";
import { openAuth } from "../auth.ts";
import type { Knock } from "../entrance/commands.ts";
import type { Outcome } from "./commands.ts";
import type { keyForm } from "./input.ts";
import { warn } from "./letters.ts";

/** The challenge for making a key, for the account signed in; the session must be of the day. */
export async function askForKey(db: Db, author: Author, knock: Knock, network: string) {
  return inTransaction(db, author, async (db) => {
    const { api } = openAuth(db, { ...knock, network });
    return ask(() => api.generatePasskeyRegistrationOptions({ headers: knock.headers, returnHeaders: true }));
  });
}

/** Keeps the key that the browser has just made in answer to the challenge. */
export function addKey(
  db: Db,
  author: Author,
  knock: Knock,
  { response, key }: z.output<typeof keyForm>,
): Promise<Outcome> {
  return inTransaction(db, author, async (db) => {
    const { api } = openAuth(db, knock);
    const body = { response, name: key || "Clé d’accès" };
    const answer = await ask(() =>
      api.verifyPasskeyRegistration({ body, headers: knock.headers, returnHeaders: true }),
    );
    if (!answer.ok) return { ok: false, refusal: "key" };
    await warn(db, knock.jobs, knock.config.baseUrl, author.accountId ?? "", "key");
    return { ok: true, cookies: answer.cookies };
  });
}

/** Forgets one of this account's keys; it opens nothing more here. */
export function removeKey(db: Db, author: Author, userId: string, id: string): Promise<void> {
  return inTransaction(db, author, async (db) => {
    await db.deleteFrom("accounts.passkeys").where("user_id", "=", userId).where("id", "=", id).execute();
  });
}

/** How the account signs itself on screen and in the change log. */
export function renameMyself(db: Db, author: Author, userId: string, name: string): Promise<void> {
  return inTransaction(db, author, async (db) => {
    await db
      .updateTable("accounts.users")
      .set({ name, updated_at: new Date() })
      .where("id", "=", userId)
      .execute();
  });
}
