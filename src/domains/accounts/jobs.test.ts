import { expect } from "vitest";
import { test } from "#test/database.ts";
import { openSession } from "#test/personas.ts";
import { forgetExpired } from "./jobs.ts";

const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000);

test("the night forgets what opens nothing more, and keeps the rest", async ({ db }) => {
  const { userId } = await openSession(db, "membre");
  const now = new Date();
  const session = { user_id: userId, token: "passé", expires_at: daysAgo(now, 1) };
  await db.insertInto("accounts.sessions").values(session).execute();
  const entry = { user_id: userId, means: "link" };
  await db
    .insertInto("accounts.sign_ins")
    .values([entry, { ...entry, signed_in_at: daysAgo(now, 400) }])
    .execute();
  await forgetExpired(db, now);
  expect(await db.selectFrom("accounts.sessions").select("token").execute()).toHaveLength(1);
  expect(await db.selectFrom("accounts.sign_ins").select("id").execute()).toHaveLength(1);
});
