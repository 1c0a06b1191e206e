import { serializeSigned } from "hono/utils/cookie";
import { expect } from "vitest";
import { test } from "#test/database.ts";
import { openSession } from "#test/personas.ts";
import { openSite, testConfig } from "#test/site.ts";
import { openAuth, sessionCookie } from "./auth.ts";
import { findVisitor } from "./queries.ts";

const pairOf = (setCookie: string) => setCookie.split("; ")[0] ?? "";

test("the sign-in library and our own reading agree on the signature of the cookie", async ({ db }) => {
  const { userId, token } = await openSession(db, "animatrice");
  const headers = new Headers({
    cookie: pairOf(await serializeSigned(sessionCookie, token, testConfig.secret)),
  });
  const read = await openAuth(db, { config: testConfig }).api.getSession({ headers });
  expect(read?.user.id).toBe(userId);
});

test("a cookie signed by another, or not at all, is no one's", async ({ db }) => {
  const { token } = await openSession(db, "animatrice");
  const site = await openSite(db);
  const forged = pairOf(await serializeSigned(sessionCookie, token, "un autre secret, tout aussi long"));
  for (const cookie of [forged, `${sessionCookie}=${token}`])
    expect((await site.request("/espace/compte", { headers: { cookie } })).status).toBe(303);
});

test("a session past its date is no one's", async ({ db }) => {
  const { token } = await openSession(db, "animatrice");
  expect((await findVisitor(db, token, new Date()))?.roles).toEqual(new Set(["officer"]));
  expect(await findVisitor(db, token, new Date(Date.now() + 7_200_000))).toBeUndefined();
});
