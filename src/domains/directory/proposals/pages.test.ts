import { describe, expect } from "vitest";
import { directory } from "#paths/directory.ts";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { readRecord } from "../fields/queries.ts";

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof openSite>>["visit"]>>;

/** What a field of the page would send, untouched. */
const held = (field: NonNullable<ReturnType<Page["querySelector"]>>) =>
  (field.localName === "select"
    ? field.querySelector("option[selected]")?.getAttribute("value")
    : (field.getAttribute("value") ?? field.textContent)) ?? "";

/** Kabé Bénin, for which Malik speaks. */
async function kabe(db: Db) {
  const { id } = await db
    .insertInto("directory.organisations")
    .values({ name: "Kabé Bénin", description: "Écoles", visibility: "listed" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const member = await openSite(db, "membre");
  await db
    .insertInto("directory.speakers")
    .values({ organisation_id: id, user_id: member.userId ?? "" })
    .execute();
  const page = await member.visit(directory.mine(id));
  const typed = Object.fromEntries(
    [...page.querySelectorAll("form.form [name]:not([type=checkbox]):not([type=file]):not([name=csrf])")].map(
      (field) => [field.getAttribute("name") ?? "", held(field)],
    ),
  );
  return { id, member, page, typed };
}

test("a member corrects the card: what is safe is there at once, the rest waits and says so", async ({
  db,
}) => {
  const { id, member, typed } = await kabe(db);
  const sent = {
    ...typed,
    nom: "Kabé-Bénin",
    presentation: "Écoles et puits",
    mot: "Nous avons changé de nom.",
  };
  expect(await member.post(directory.mine(id), sent)).toMatchObject({ status: 303, to: directory.mine(id) });
  expect((await readRecord(db, id))?.values).toMatchObject({
    name: "Kabé Bénin",
    description: "Écoles et puits",
  });
  const after = await member.visit(directory.mine(id));
  expect(after.querySelector(".callout")?.textContent).toContain("Nom : Kabé-Bénin");

  const staff = await openSite(db, "animatrice");
  const list = await staff.visit(directory.proposals());
  expect(list.querySelector("del")?.textContent).toBe("Kabé Bénin");
  expect(list.querySelector("ins")?.textContent).toBe("Kabé-Bénin");
  expect(list.body.textContent).toContain("« Nous avons changé de nom. »");
  const changement = list.querySelector("[name=changement]")?.getAttribute("value") ?? "";
  await staff.post(directory.proposals(), { changement, decision: "accepter" });
  expect((await readRecord(db, id))?.values["name"]).toBe("Kabé-Bénin");
  const empty = await staff.visit(directory.proposals());
  expect(empty.body.textContent).toContain("Rien n’attend");
});

test("sending the card as it is confirms it, and proposes nothing", async ({ db }) => {
  const { id, member, typed } = await kabe(db);
  await member.post(directory.mine(id), typed);
  const proposals = await db.selectFrom("directory.proposals").select("id").execute();
  expect(proposals).toEqual([]);
  const { confirmed_on } = await db
    .selectFrom("directory.organisations")
    .select("confirmed_on")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  expect(confirmed_on).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test("what the team changed meanwhile is shown, and nothing typed is lost", async ({ db }) => {
  const { id, member, typed } = await kabe(db);
  await db
    .updateTable("directory.organisations")
    .set({ name: "Kabé Bénin (Lille)", version: 7 })
    .where("id", "=", id)
    .execute();
  const answer = await member.post(directory.mine(id), { ...typed, presentation: "Des puits" });
  expect(answer.status).toBe(409);
  const page = await answer.page();
  expect(page.querySelector("[role=alert]")?.textContent).toContain("Kabé Bénin (Lille)");
  expect(page.querySelector("[name=presentation]")?.textContent).toBe("Des puits");
});

test("a card that changed since is not written over without being read again", async ({ db }) => {
  const { id, member, typed } = await kabe(db);
  await member.post(directory.mine(id), { ...typed, nom: "Kabé" });
  await db.updateTable("directory.organisations").set({ name: "Kabé !" }).where("id", "=", id).execute();
  const staff = await openSite(db, "animatrice");
  const list = await staff.visit(directory.proposals());
  const changement = list.querySelector("[name=changement]")?.getAttribute("value") ?? "";
  const answer = await staff.post(directory.proposals(), { changement, decision: "accepter" });
  expect(answer.status).toBe(409);
  expect((await answer.page()).body.textContent).toContain("La fiche a changé depuis");
  await staff.post(directory.proposals(), { changement, decision: "accepter-quand-meme" });
  expect((await readRecord(db, id))?.values["name"]).toBe("Kabé");
});

describe("only who speaks for an organisation opens its card", () => {
  test("a member of another one, a stranger, the team itself", async ({ db }) => {
    const { id } = await kabe(db);
    const other = await openSite(db, "visiteuse");
    await other.visit(directory.mine(id), { status: 404 });
    expect((await other.post(directory.mine(id), { nom: "Volée" })).status).toBe(404);
    const stranger = await openSite(db);
    expect((await stranger.post(directory.mine(id), { nom: "Volée" })).to).toMatch(/^\/connexion/);
    expect((await readRecord(db, id))?.values["name"]).toBe("Kabé Bénin");
  });

  test("bad fields are answered beside what was typed", async ({ db }) => {
    const { id, member, typed } = await kabe(db);
    const answer = await member.post(directory.mine(id), {
      ...typed,
      nom: "",
      rna: "123",
      site: "pas un site",
    });
    expect(answer.status).toBe(422);
    const page = await answer.page();
    expect(page.querySelectorAll("#erreurs li").length).toBe(3);
    expect(page.querySelector("[name=rna]")?.getAttribute("value")).toBe("123");
  });

  test("nothing ticked is said", async ({ db }) => {
    await kabe(db);
    const staff = await openSite(db, "animatrice");
    const answer = await staff.post(directory.proposals(), { decision: "accepter" });
    expect(answer.status).toBe(422);
  });
});
