import fc from "fast-check";
import { describe, expect } from "vitest";
import { directory } from "#paths/directory.ts";
import { partnerships } from "#paths/partnerships.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { anOrganisation } from "#test/people.ts";
import type { Persona } from "#test/personas.ts";
import { openSite } from "#test/site.ts";
import { slugOf } from "../rules.ts";
import { addLink } from "./commands.ts";
import { ends, sayingOf, sayings } from "./rules.ts";

const links = (db: Db) =>
  db.selectFrom("directory.links").select(["from_id", "to_id", "kind", "version"]).orderBy("id").execute();
const link = (from_id: number, to_id: number) =>
  ({ kind: "member_of", from_id, to_id, since: null, until: null, note: "" }) as const;

async function two(db: Db) {
  const [adice, mel] = [await anOrganisation(db, "Adice"), await anOrganisation(db, "Réseau du Nord")];
  const outcome = await addLink(db, system, link(adice, mel));
  return { adice, mel, id: outcome.ok ? outcome.id : 0 };
}

describe("each writing route climbs the ladder", () => {
  for (const route of ["addLink", "link", "linkRemoval", "linkRestoration"] as const)
    test(route, async ({ db }) => {
      const { adice, id } = await two(db);
      const path = {
        addLink: () => partnerships.addLink(adice),
        link: () => partnerships.link(id, adice),
        linkRemoval: () => partnerships.linkRemoval(id, adice),
        linkRestoration: () => partnerships.linkRestoration("x", adice),
      }[route]();
      const good = { lien: "twin_of", organisation: "Réseau du Nord", version: "1" };
      const status = async (who: Persona | undefined, fields: Record<string, string>) =>
        (await (await openSite(db, who)).post(path, fields)).status;
      const before = await links(db);
      expect(await status(undefined, good), "signed out").toBe(303);
      for (const who of ["membre", "jure", "administratrice_ca"] as const)
        expect(await status(who, good), who).toBe(403);
      if (route === "addLink" || route === "link")
        expect(await status("animatrice", { ...good, lien: "rien" }), "malformed").toBe(422);
      expect(await links(db)).toEqual(before);
      expect(await status("animatrice", good), "allowed").toBe(303);
    });
});

test("a link is said from both ends, and is not noted twice, from one end or the other", async ({ db }) => {
  const { adice, mel } = await two(db);
  const site = await openSite(db, "animatrice");
  const panel = async (id: number) =>
    (await site.visit(partnerships.links(id))).querySelector("turbo-frame ul")?.textContent ?? "";
  expect(await panel(adice)).toContain("est membre de Réseau du Nord");
  expect(await panel(mel)).toContain("a pour membre Adice");
  const post = (id: number, lien: string, organisation: string) =>
    site.post(partnerships.addLink(id), { lien, organisation });
  expect((await post(mel, "member_of.in", "Adice")).status).toBe(422);
  expect((await post(adice, "twin_of", "Réseau du Nord")).status).toBe(303);
  expect((await post(mel, "twin_of", "Adice")).status).toBe(422);
  expect((await post(adice, "supports", "Adice")).status).toBe(422);
  expect((await post(adice, "supports", "Nulle part")).status).toBe(422);
  const card = (await (await openSite(db)).visit(directory.publicCard(adice, slugOf("Adice")))).body
    .textContent;
  expect(card).toContain("est jumelée avec Réseau du Nord");
});

test("a link removed is put back as it was; two colleagues do not overwrite each other", async ({ db }) => {
  const { adice, mel, id } = await two(db);
  const site = await openSite(db, "animatrice");
  await site.post(partnerships.link(id, mel), { lien: "part_of.in", depuis: "2020-01-01", version: "1" });
  expect(await links(db)).toEqual([{ from_id: adice, to_id: mel, kind: "part_of", version: 2 }]);
  const late = await site.post(partnerships.link(id, adice), { lien: "supports", version: "1" });
  expect(late.status).toBe(409);
  expect((await late.page()).querySelector(".callout")?.textContent).toContain(
    "fait partie de Réseau du Nord",
  );
  await site.post(partnerships.linkRemoval(id, adice));
  expect(await links(db)).toEqual([]);
  const undo =
    (await site.visit(directory.one(adice))).querySelector(".notice form")?.getAttribute("action") ?? "";
  await site.post(undo);
  await site.post(undo);
  expect(await links(db)).toMatchObject([{ from_id: adice, to_id: mel, kind: "part_of" }]);
  const board = await openSite(db, "administratrice_ca");
  expect((await board.request(partnerships.link(id, adice))).headers.get("location")).toBe(
    partnerships.links(adice),
  );
  expect((await site.request(partnerships.link(id, 999999))).status).toBe(404);
});

test("what is said of a link from one end is what is read from it", () => {
  fc.assert(
    fc.property(fc.constantFrom(...sayings), ({ value }) => {
      const { kind, from_id } = ends(value, 1, 2);
      expect(sayingOf({ kind, side: from_id === 1 ? "out" : "in" })).toBe(value);
    }),
  );
});
