import fc from "fast-check";
import { expect } from "vitest";
import { people } from "#paths/people.ts";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { aPerson, purposeNamed } from "#test/people.ts";
import { memoryFiles } from "#test/services.ts";
import { openSite } from "#test/site.ts";
import { archivePerson } from "../people/commands.ts";
import { noteConsent } from "./commands.ts";
import { listConsenting } from "./queries.ts";

test("a yes, then a no: both stay with their date, origin and proof, and the last word counts", async ({
  db,
}) => {
  const id = await aPerson(db);
  const finalite = String(await purposeNamed(db, "newsletter"));
  const site = await openSite(db, "animatrice");
  const proof = new File(["Oui, Awa"], "bulletin.txt", { type: "text/plain" });
  await site.post(people.consents(id), {
    ...{ finalite, accord: "oui", le: "6/1/21", origine: "Formulaire papier", fichier: proof },
  });
  expect(await listConsenting(db, [id], "newsletter")).toEqual(new Set([id]));
  await site.post(people.consents(id), { finalite, accord: "non", le: "7/1/21", origine: "Appel" });
  expect(await listConsenting(db, [id], "newsletter")).toEqual(new Set());
  const page = await site.visit(people.one(id));
  const history = [...page.querySelectorAll("details tbody tr")].map((row) =>
    row.textContent?.replace(/\s+/g, " ").trim(),
  );
  expect(history).toEqual(["07/01/2021RetiréAppelAucune", "06/01/2021DonnéFormulaire papier bulletin.txt"]);
  const file = page.querySelector("details tbody a")?.getAttribute("href") ?? "";
  const taken = await site.request(file);
  expect([await taken.text(), taken.headers.get("content-type")]).toEqual([
    "Oui, Awa",
    "application/octet-stream",
  ]);
  const board = await openSite(db, "administratrice_ca");
  expect((await board.request(file)).status).toBe(403);
  expect((await board.visit(people.one(id))).body.textContent).not.toContain("bulletin.txt");
});

test("a word that is told late does not win over a later one; a day to come is refused", async ({ db }) => {
  const id = await aPerson(db);
  const finalite = String(await purposeNamed(db, "invitations"));
  const site = await openSite(db, "animatrice");
  const say = (accord: string, le: string) =>
    site.post(people.consents(id), { finalite, accord, le, origine: "Courriel" });
  await say("non", "7/1/21");
  await say("oui", "6/1/21");
  expect(await listConsenting(db, [id], "invitations")).toEqual(new Set());
  expect((await say("oui", "1/1/2190")).status).toBe(422);
  await say("oui", "7/1/21");
  expect(await listConsenting(db, [id], "invitations")).toEqual(new Set([id]));
  await archivePerson(db, system, id, true);
  expect(await listConsenting(db, [id], "invitations")).toEqual(new Set());
});

test("whatever the order in which words are written, the latest day has the last word", async ({ db }) => {
  const finalite = await purposeNamed(db, "image");
  const word = fc.record({
    accord: fc.constantFrom("oui" as const, "non" as const),
    day: fc.integer({ min: 1, max: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 6 }), async (told) => {
      const id = await aPerson(db);
      for (const { accord, day } of told)
        await noteConsent(db, system, memoryFiles(), id, {
          ...{ finalite, accord, le: `2021-01-0${day}`, origine: "Appel", preuve: "" },
        });
      const last = told.reduce((best, one) => (one.day >= best.day ? one : best));
      expect((await listConsenting(db, [id], "image")).has(id)).toBe(last.accord === "oui");
    }),
    { numRuns: 40 },
  );
});
