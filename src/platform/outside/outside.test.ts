import fc from "fast-check";
import { expect } from "vitest";
import { test } from "#test/database.ts";
import { json, playOutside } from "#test/outside.ts";
import { addressOf, ask } from "./ask.ts";
import { waitAsked } from "./fetch-once.ts";

const now = new Date("2026-03-01T10:00:00Z");
const later = (ms: number) => new Date(now.getTime() + ms);
const service = (baseUrl: string, waits: number[] = []) => ({
  name: "essai",
  baseUrl,
  userAgent: "Maillage (http://localhost)",
  tryMs: 300,
  budgetMs: 2000,
  wait: async (ms: number) => {
    waits.push(ms);
  },
});

test("an answer is asked once and kept while it is fresh; the asker says who it is", async ({ db }) => {
  await using outside = await playOutside(json({ un: 1 }));
  const one = service(outside.url);
  expect(await ask(db, one, "/search", { q: "adice" }, now)).toEqual({
    ok: true,
    body: { un: 1 },
    askedAt: now,
    old: false,
  });
  outside.answers(json({ un: 2 }));
  expect(await ask(db, one, "/search", { q: "adice" }, later(3_600_000))).toMatchObject({
    body: { un: 1 },
    askedAt: now,
  });
  expect(outside.asked).toEqual(["/search?q=adice"]);
  expect(outside.agents).toEqual(["Maillage (http://localhost)"]);
  expect(await ask(db, one, "/search", { q: "adice" }, later(90_000_000))).toMatchObject({ body: { un: 2 } });
});

test("429 is tried again after the wait that it asks, 500 after growing waits", async ({ db }) => {
  await using outside = await playOutside(json({}, 429, { "retry-after": "1" }));
  const waits: number[] = [];
  const one = service(outside.url, waits);
  const play = [json({}, 429, { "retry-after": "1" }), json({}, 500), json({ bien: true })];
  outside.answers((request, response) => play.shift()?.(request, response));
  expect(await ask(db, one, "/", { q: "a" }, now)).toMatchObject({ ok: true, body: { bien: true } });
  expect(waits[0]).toBe(1000);
  expect(waits[1]).toBeGreaterThanOrEqual(500);
});

test("a wait longer than there is time for is not waited: it is busy", async ({ db }) => {
  await using outside = await playOutside(json({}, 429, { "retry-after": "60" }));
  const waits: number[] = [];
  expect(await ask(db, service(outside.url, waits), "/", {}, now)).toEqual({ ok: false, refusal: "busy" });
  expect(waits).toEqual([]);
});

test("what fails is said, and never thrown", async ({ db }) => {
  await using outside = await playOutside(json({}, 500));
  const refusal = async (path: string) => {
    const answer = await ask(db, { ...service(outside.url), name: path }, path, {}, now);
    return answer.ok ? "ok" : answer.refusal;
  };
  expect(await refusal("/cassee")).toBe("down");
  expect(outside.asked.length).toBe(3);
  outside.answers((_, response) => response.end("<html>"));
  expect(await refusal("/page")).toBe("unreadable");
  outside.answers(() => {});
  await using other = await playOutside(() => {});
  const slow = await ask(db, service(other.url), "/lente", {}, now);
  expect(slow).toEqual({ ok: false, refusal: "slow" });
  await using third = await playOutside(json({ erreur: "non" }, 400));
  expect(await ask(db, service(third.url), "/", {}, now)).toEqual({ ok: false, refusal: "refused" });
  await using fourth = await playOutside((_, response) => {
    response.writeHead(302, { location: "http://169.254.169.254/" });
    response.end();
  });
  expect(await ask(db, service(fourth.url), "/", {}, now), "a redirection is not followed").toEqual({
    ok: false,
    refusal: "unreadable",
  });
  expect(await ask(db, service("http://127.0.0.1:1"), "/", {}, now)).toEqual({ ok: false, refusal: "down" });
});

test("after three questions without answer a service rests for a minute, and what it said before is given", async ({
  db,
}) => {
  await using outside = await playOutside(json({ ancien: true }));
  const one = service(outside.url);
  await ask(db, one, "/", { q: "connue" }, now);
  outside.answers(json({}, 500));
  const day = 90_000_000;
  for (const q of ["a", "b", "c"])
    expect(await ask(db, one, "/", { q }, later(day))).toEqual({ ok: false, refusal: "down" });
  const asked = outside.asked.length;
  expect(await ask(db, one, "/", { q: "d" }, later(day))).toEqual({ ok: false, refusal: "resting" });
  expect(await ask(db, one, "/", { q: "connue" }, later(day))).toMatchObject({
    ok: true,
    old: true,
    askedAt: now,
  });
  expect(outside.asked.length).toBe(asked);
  outside.answers(json({ neuf: true }));
  expect(await ask(db, one, "/", { q: "d" }, later(day + 61_000))).toMatchObject({
    ok: true,
    body: { neuf: true },
  });
});

test("whatever the path and the query, only the service of the settings is asked", () => {
  const baseUrl = "https://service.exemple.fr/api/v1";
  for (const path of ["//autre.fr/x", "../../etc", "http://autre.fr/"])
    expect(() => {
      const url = new URL(addressOf({ baseUrl }, path, {}));
      if (!url.href.startsWith(`${baseUrl}/`)) throw new Error(url.href);
    }).toSatisfy((run: () => void) => {
      try {
        run();
        return true;
      } catch (error) {
        return /is not under/.test(String(error));
      }
    });
  fc.assert(
    fc.property(fc.string(), fc.string(), (path, q) => {
      try {
        expect(addressOf({ baseUrl }, path, { q }).startsWith(`${baseUrl}/`)).toBe(true);
      } catch (error) {
        expect(String(error)).toMatch(/is not under|Invalid URL/);
      }
    }),
  );
});

test("Retry-After is read in seconds and as a date", () => {
  expect(waitAsked("2")).toBe(2000);
  expect(waitAsked("Sun, 01 Mar 2026 10:00:05 GMT", now.getTime())).toBe(5000);
  expect(waitAsked("bientôt")).toBeUndefined();
  expect(waitAsked(null)).toBeUndefined();
});
