import { findTheme } from "#domains/network/index.ts";
import { accounts } from "#paths/accounts.ts";
import { inTransaction } from "#platform/db/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import { authorOf, type Request } from "#platform/web/env.ts";
import { openAuth } from "../auth.ts";
import { signInLetter } from "./emails.tsx";

/**
 * Sends a sign-in link to `email` when an account of that address is open, and nothing otherwise: the visitor is told
 * the same. The link returns to `suite`.
 */
export function sendSignInLink(c: Request, email: string, suite: string | undefined): Promise<void> {
  const config = c.get("config");
  return inTransaction(c.get("db"), authorOf(c), async (db) => {
    const theme = await findTheme(db);
    const user = await db
      .selectFrom("accounts.users")
      .select("name")
      .where("email", "=", email)
      .where("closed_at", "is", null)
      .executeTakeFirst();
    const sendLink = async (to: string, token: string) => {
      const query = new URLSearchParams({ jeton: token, ...(suite ? { suite } : {}) });
      const href = `${config.baseUrl}${accounts.mailLinkArrival()}?${query}`;
      if (user) await writeLetter(db, c.get("jobs"), { to, ...signInLetter(theme, user.name, href) });
    };
    const { api } = openAuth(db, { config, sendLink });
    await api.signInMagicLink({ body: { email }, headers: c.req.raw.headers });
  });
}
