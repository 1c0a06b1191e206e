import { pino } from "pino";
import { expect } from "vitest";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";

test("a line of the log says which page answered, never what was typed nor who asked", async ({ db }) => {
  const written: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => written.push(line) });
  const site = await openSite(db, "animatrice", { log });
  await site.request("/acteurs?q=Dupontel");
  await site.request("/gestion/activite/999999");
  await site.request("/chez-dupontel");
  expect(written.map((line) => JSON.parse(line)).map(({ route, status }) => [route, status])).toEqual([
    ["/acteurs", 200],
    ["/gestion/activite/:id{[0-9]+}", 404],
    ["/*", 404],
  ]);
  expect(written.join()).not.toMatch(/dupontel|animatrice|@/i);
});
