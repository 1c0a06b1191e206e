import { Hono } from "hono";
import { sql } from "kysely";
import type { AppEnv, Services } from "./env.ts";
import { anyone, may } from "./may.ts";

/**
 * For whoever watches over the site. `/health`: this process answers. `/ready`: its database answers too, and is
 * migrated; else 503. Neither opens a session nor says anything of what is inside.
 */
export function healthRoutes(services: Services) {
  return new Hono<AppEnv>()
    .get("/health", may(anyone), (c) => c.json({ status: "ok" }))
    .get("/ready", may(anyone), async (c) => {
      const ready = await answersWithin(services, 3000);
      return c.json({ status: ready ? "ok" : "unavailable" }, ready ? 200 : 503);
    });
}

async function answersWithin({ db }: Services, ms: number): Promise<boolean> {
  const asked = sql`select from migrations.kysely_migration limit 1`.execute(db).then(
    () => true,
    () => false,
  );
  const late = new Promise<false>((done) => setTimeout(() => done(false), ms).unref());
  return Promise.race([asked, late]);
}
