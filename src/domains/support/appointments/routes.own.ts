import { slugOf } from "#domains/directory/index.ts";
import { authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { openHost } from "./commands.hosts.ts";
import { findHost, findHostOf, type Host } from "./queries.hosts.ts";

/** The page of appointments of who asks; made the first time, closed to the public list until slots are offered. */
export async function ownHost(c: Request): Promise<Host> {
  const db = c.get("db");
  const { accountId, name } = c.get("visitor");
  const known = await findHostOf(db, found(accountId));
  if (known) return known;
  const id = await openHost(db, authorOf(c), {
    accountId: found(accountId),
    name,
    slug: slugOf(name).slice(0, 50).replace(/-$/, ""),
  });
  return found(await findHost(db, id));
}
