import { read, utils } from "@e965/xlsx";
import { expect } from "vitest";
import { directory } from "#paths/directory.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { addOrganisations } from "./matching/commands.ts";

const canary = "canari";

/** One organisation for all to see, and others that must never be: each bears the canary in its name or contact points. */
async function network(db: Db) {
  const type = await db
    .selectFrom("vocabularies.terms")
    .select("id")
    .where("code", "=", "osim")
    .executeTakeFirstOrThrow();
  const [listed = 0, , proposed = 0, archived = 0] = await addOrganisations(db, system, [
    {
      name: "Élan du Mali",
      actor_type_id: type.id,
      commune_code: "59350",
      visibility: "listed",
      website: "https://elan.fr",
    },
    { name: `${canary} interne`, commune_code: "59350" },
    { name: `${canary} proposée`, visibility: "listed" },
    { name: `${canary} archivée`, visibility: "listed" },
  ]);
  const set = (id: number, status: string) =>
    db.updateTable("directory.organisations").set({ status }).where("id", "=", id).execute();
  await set(proposed, "proposed");
  await set(archived, "archived");
  await db
    .insertInto("directory.contact_points")
    .values([
      { organisation_id: listed, kind: "email", value: "bonjour@elan.fr", visibility: "public" },
      { organisation_id: listed, kind: "email", value: `${canary}-equipe@elan.fr`, visibility: "staff" },
      { organisation_id: listed, kind: "phone", value: `${canary} 06`, visibility: "members" },
    ])
    .execute();
  return listed;
}

test("nothing internal reaches a public page, export or feed, whatever is asked", async ({ db }) => {
  const id = await network(db);
  const site = await openSite(db);
  const paths = [
    "/acteurs",
    "/acteurs?statut=archived&visibilite=internal",
    "/acteurs?departement=59&tri=recent",
    "/acteurs.csv?statut=proposed",
    "/acteurs.json?visibilite=internal",
    "/acteurs.atom",
    directory.publicCard(id, "elan-du-mali"),
  ];
  for (const path of paths) {
    const text = await (await site.request(path)).text();
    expect(text, path).toContain("lan du Mali");
    expect(text.toLowerCase(), path).not.toContain(canary);
  }
  const book = read(Buffer.from(await (await site.request("/acteurs.xlsx")).arrayBuffer()));
  const rows = utils.sheet_to_json<Record<string, string>>(book.Sheets["acteurs"] ?? {});
  expect(rows.map((row) => row["Nom"])).toEqual(["Élan du Mali"]);
  const empty = await site.visit(`/acteurs?q=${canary}`);
  expect(empty.body.textContent).toContain(`Aucun acteur ne répond à « ${canary} »`);
});

test("a card that is not public does not exist; a public one has one address", async ({ db }) => {
  const id = await network(db);
  const site = await openSite(db, "animatrice");
  const others = await db
    .selectFrom("directory.organisations")
    .select("id")
    .where("name", "like", `${canary}%`)
    .execute();
  for (const other of others) expect((await site.request(`/acteurs/${other.id}-x`)).status).toBe(404);
  for (const path of [`/acteurs/${id}`, `/acteurs/${id}-autre-nom`]) {
    const moved = await site.request(path);
    expect([moved.status, moved.headers.get("location")]).toEqual([301, `/acteurs/${id}-elan-du-mali`]);
  }
  const page = await site.visit(`/acteurs/${id}-elan-du-mali`);
  expect(page.querySelector("a[href='mailto:bonjour@elan.fr']")).not.toBeNull();
  const data = JSON.parse(page.querySelector("script[type='application/ld+json']")?.textContent ?? "{}");
  expect(data).toMatchObject({ "@type": "NGO", name: "Élan du Mali", email: "bonjour@elan.fr" });
});

test("a visitor filters by links that keep the rest of the question, and an empty answer offers to widen", async ({
  db,
}) => {
  await network(db);
  const site = await openSite(db);
  const page = await site.visit("/acteurs?q=mali&departement=59");
  const facet = page.querySelector("a[href='/acteurs?q=mali&departement=59&type=osim']");
  expect(facet?.textContent).toContain("OSIM");
  const empty = await site.visit("/acteurs?q=mali&departement=02");
  expect(empty.body.textContent).toContain("Aucun acteur ne répond à « mali », Aisne.");
  expect(empty.querySelector(".empty a[href='/acteurs?q=mali']")?.textContent).toContain(
    "Retirer les filtres",
  );
  await site.visit("/acteurs?page=99");
  await site.visit("/acteurs?page=abc&tri=zzz&departement=%00");
});
