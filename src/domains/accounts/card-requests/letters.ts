import { accounts } from "#paths/accounts.ts";
import { inTransaction } from "#platform/db/index.ts";
import { authorOf, type Request } from "#platform/web/env.ts";
import { openAuth } from "../auth.ts";

/** The sign-in link that a letter would carry, for someone who has just proven that the mailbox is theirs. */
export function entryLink(c: Request, email: string, suite: string): Promise<string | undefined> {
  return inTransaction(c.get("db"), authorOf(c), async (db) => {
    let link: string | undefined;
    const sendLink = async (_: string, token: string) => {
      link = `${accounts.mailLinkArrival()}?${new URLSearchParams({ jeton: token, suite })}`;
    };
    const { api } = openAuth(db, { config: c.get("config"), sendLink });
    await api.signInMagicLink({ body: { email }, headers: c.req.raw.headers });
    return link;
  });
}
