import { expect } from "vitest";
import { addOrganisations } from "#domains/directory/index.ts";
import { tools } from "#paths/tools.ts";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { questionField, sectionField } from "./input.words.ts";
import { toolCodes } from "./rules.ts";
import { shippedTools } from "./shipped/index.ts";

test("anyone tries each tool without an account, and nothing is kept", async ({ db }) => {
  const site = await openSite(db);
  expect((await site.visit(tools.open())).querySelectorAll(".lines a.line-title").length).toBe(
    toolCodes.length,
  );
  for (const code of toolCodes) await site.visit(tools.trial(code));
  const answered = await site.post(tools.trial("goals"), { eau: "2", femmes: "1" });
  expect(answered.status).toBe(200);
  expect((await answered.page()).body.textContent).toMatch(/Objectif principal\s*6\s*6\./);
  const told = await site.post(tools.trial("pitch"), { lieu: "Awa vit à Kayes." });
  expect((await told.page()).querySelector("blockquote")?.textContent).toContain("Awa vit à Kayes.");
  expect((await site.post(tools.trial("pitch"), { lieu: "x".repeat(5000) })).status).toBe(422);
  await site.visit(tools.trial("autre"), { status: 404 });
  expect(await db.selectFrom("support.tool_sheets").select("id").execute()).toEqual([]);
});

test("an officer begins a tool with an organisation, keeps it, takes it up again, prints it, gives its link", async ({
  db,
}) => {
  const site = await openSite(db, "animatrice");
  const [organisation] = await addOrganisations(db, system, [{ name: "Eau vive Picardie" }]);
  await site.visit(tools.add());
  expect((await site.post(tools.add(), { outil: "steps", intitule: "" })).status).toBe(422);
  const begun = await site.post(tools.add(), {
    outil: "steps",
    intitule: "Puits de Kayes",
    organisation: "Eau Vive Picardie",
  });
  const path = begun.to ?? "";
  const sheet = await db
    .selectFrom("support.tool_sheets")
    .select(["id", "organisation_id", "version"])
    .executeTakeFirstOrThrow();
  expect(sheet.organisation_id).toBe(organisation);
  const filled = {
    intitule: "Puits de Kayes",
    "idee-1": "2",
    "idee-2": "1",
    "note.idee": "À revoir en mai",
    version: String(sheet.version),
  };
  expect((await site.post(path, filled)).status).toBe(303);
  expect((await site.post(path, filled)).status).toBe(409);
  expect((await site.post(path, { ...filled, intitule: "" })).status).toBe(422);
  const page = await site.visit(path);
  expect(page.querySelector("[name='idee-1'][value='2']")?.hasAttribute("checked")).toBe(true);
  expect(page.body.textContent).toContain("Nous savons ce qui existe déjà");
  expect((await site.visit(tools.paper(sheet.id))).body.textContent).toMatch(/☒ Fait[\s\S]*À revoir en mai/);
  expect((await site.visit(tools.ofOrganisation(organisation ?? 0))).body.textContent).toContain(
    "Puits de Kayes",
  );
  expect((await site.visit(`${tools.sheets()}?q=kayes`)).querySelectorAll("tbody tr").length).toBe(1);

  await site.post(tools.sharing(sheet.id));
  const link = new URL((await site.visit(path)).querySelector(".callout a")?.getAttribute("href") ?? "")
    .pathname;
  const actor = await openSite(db);
  await actor.visit(link);
  const { version } = await db.selectFrom("support.tool_sheets").select("version").executeTakeFirstOrThrow();
  expect((await actor.post(link, { ...filled, "idee-2": "2", version: String(version) })).status).toBe(303);
  expect((await site.visit(path)).querySelector("[name='idee-2'][value='2']")?.hasAttribute("checked")).toBe(
    true,
  );
  await actor.visit(`${link}/papier`);
  await site.post(tools.unsharing(sheet.id));
  await actor.visit(link, { status: 404 });
  await site.post(tools.sharing(sheet.id));
  await actor.visit(link, { status: 404 }); // another link is needed
  await site.post(tools.removal(sheet.id));
  expect((await site.visit(tools.sheets())).querySelectorAll("tbody tr").length).toBe(0);
  await site.post(tools.restoration(sheet.id));
  expect((await site.visit(tools.sheets())).querySelectorAll("tbody tr").length).toBe(1);
});

test("the words are changed, versions kept, sheets begun keep theirs, and the shipped text comes back", async ({
  db,
}) => {
  const site = await openSite(db, "animatrice");
  const path = (await site.post(tools.add(), { outil: "pitch", intitule: "Avant" })).to ?? "";
  const form = async () => {
    const page = await site.visit(tools.words("pitch"));
    return Object.fromEntries(
      [...page.querySelectorAll("input[name], textarea[name]")].map((field) => [
        field.getAttribute("name") ?? "",
        field.getAttribute("value") ?? field.textContent ?? "",
      ]),
    );
  };
  const typed = await form();
  const [first] = shippedTools.pitch.sections;
  const field = questionField(first?.id ?? "", first?.questions[0]?.id ?? "", "libelle");
  expect((await site.post(tools.words("pitch"), { ...typed, titre: "" })).status).toBe(422);
  const changed = {
    ...typed,
    [field]: "Qui, et où ?",
    [sectionField("nouveau", "titre")]: "8. Merci",
    [questionField("nouveau", "nouveau", "libelle")]: "À qui ?",
  };
  expect((await site.post(tools.words("pitch"), changed)).status).toBe(303);
  expect((await site.post(tools.words("pitch"), changed)).status).toBe(409);
  const trial = await site.visit(tools.trial("pitch"));
  expect(trial.body.textContent).toContain("Qui, et où ?");
  expect(trial.querySelectorAll("main textarea").length).toBe(8);
  expect((await site.visit(path)).body.textContent).not.toContain("Qui, et où ?");
  // Taking the words of a question away takes it away.
  expect((await site.post(tools.words("pitch"), { ...(await form()), [field]: "" })).status).toBe(303);
  expect((await site.visit(tools.trial("pitch"))).querySelectorAll("main textarea").length).toBe(7);
  await site.visit(tools.version("pitch", 1));
  expect((await site.post(tools.versionReturn("pitch", 1), { version: "2" })).status).toBe(303);
  expect((await site.visit(tools.trial("pitch"))).body.textContent).toContain("Qui, et où ?");
  expect((await site.post(tools.shipped("pitch"), { version: "2" })).status).toBe(409);
  expect((await site.post(tools.shipped("pitch"), { version: "3" })).status).toBe(303);
  expect((await site.visit(tools.trial("pitch"))).body.textContent).toContain("Un lieu, une personne");
  expect(await db.selectFrom("support.tool_texts").select("number").execute()).toHaveLength(4);
});

test("strangers and members stay out; the board reads and does not write", async ({ db }) => {
  const staff = await openSite(db, "animatrice");
  await staff.post(tools.add(), { outil: "pitch", intitule: "Essai" });
  const { id } = await db.selectFrom("support.tool_sheets").select("id").executeTakeFirstOrThrow();
  const [stranger, member, board] = [
    await openSite(db),
    await openSite(db, "membre"),
    await openSite(db, "administratrice_ca"),
  ];
  for (const path of [
    tools.add(),
    tools.sheet(id),
    tools.sharing(id),
    tools.removal(id),
    tools.words("pitch"),
    tools.shipped("pitch"),
  ]) {
    expect((await stranger.post(path)).to, path).toContain("/connexion");
    expect((await member.post(path)).status, path).toBe(403);
    expect((await board.post(path)).status, path).toBe(403);
  }
  await board.visit(tools.sheet(id));
  await board.visit(tools.all());
});
