import { describe, expect } from "vitest";
import { addOrganisations, changeFields, readRecord } from "#domains/directory/index.ts";
import { census } from "#paths/census.ts";
import { dayInParis } from "#platform/dates.ts";
import { type Db, system } from "#platform/db/index.ts";
import { nextWorkingDay } from "#platform/working-days.ts";
import { noon, openedCampaign } from "#test/census.ts";
import { test } from "#test/database.ts";
import type { Persona } from "#test/personas.ts";
import { openSite } from "#test/site.ts";
import { findCampaign } from "./campaigns/queries.ts";

const letters = (db: Db) =>
  db.selectFrom("platform.letters").select(["recipient", "subject", "text"]).orderBy("id").execute();

test("the opening draws one invitation an organisation, and those without an address are for the telephone", async ({
  db,
}) => {
  const { opened, campaignId, write, jobs, muette } = await openedCampaign(db);
  expect(opened).toEqual({ ok: true, drawn: { invited: 3, unreachable: 1 } });
  expect(jobs.asked.map(({ name }) => name)).toContain("census.letters");
  expect(await write()).toBe(2);
  expect(await write()).toBe(0);
  const [first] = await letters(db);
  expect(first).toMatchObject({ recipient: "contact@adice.fr" });
  expect(first?.text).toContain("La fiche d’Adice est déjà remplie");
  expect(first?.text).not.toMatch(/\{|\}/);
  const site = await openSite(db, "animatrice");
  const phones = await site.visit(census.phones(campaignId));
  expect(phones.body.textContent).toContain("Sans adresse");
  const [, ...lines] = (await (await site.request(`${census.phones(campaignId)}.csv`)).text())
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(3);
  expect(muette).toBeGreaterThan(0);
});

test("the link of the letter opens the card, already filled, and « Tout est exact » confirms it", async ({
  db,
}) => {
  const { adice, write, invitation } = await openedCampaign(db);
  await write();
  const [letter] = await letters(db);
  const link = new URL(/http:\S+/.exec(letter?.text ?? "")?.[0] ?? "").pathname;
  const site = await openSite(db);
  const page = await site.visit(link);
  expect(page.querySelector("h1")?.textContent).toBe("La fiche d’Adice");
  expect(page.body.textContent).toContain("contact@adice.fr");
  expect((await invitation(adice)).state).toBe("opened");
  const answer = await site.post(`${link}/tout-est-exact`);
  expect(answer.to).toBe(`${link}/merci`);
  expect((await site.visit(answer.to ?? "")).body.textContent).toContain("Votre réponse est enregistrée");
  expect((await invitation(adice)).state).toBe("answered");
  const { confirmed_on } = await db
    .selectFrom("directory.shared_organisations")
    .select("confirmed_on")
    .where("id", "=", adice)
    .executeTakeFirstOrThrow();
  expect(confirmed_on).not.toBeNull();
});

test("an organisation's link opens no other, and what is the team's own is not on the page", async ({
  db,
}) => {
  const { adice, kabe, linkOf } = await openedCampaign(db);
  await changeFields(db, system, adice, { network_since: "2019-03-02" }, { source: { source: "staff" } });
  const site = await openSite(db);
  const link = await linkOf(adice);
  const card = await site.visit(link);
  expect(card.body.textContent).not.toMatch(/2019|Kabé/);
  const [, mark = ""] = link.split("-");
  const [other = ""] = (await linkOf(kabe)).split("-");
  const forged = await site.visit(`${other}-${mark}`, { status: 404 });
  expect(forged.querySelector("h1")?.textContent).toBe("Ce lien n’ouvre aucune fiche");
  expect((await site.post(`${other}-${mark}/tout-est-exact`)).status).toBe(404);
});

test("a refusal is told, stops the letters and changes nothing by itself; the team then acts, once", async ({
  db,
}) => {
  const { kabe, campaignId, linkOf, invitation, write } = await openedCampaign(db);
  await write();
  await db
    .updateTable("directory.organisations")
    .set({ visibility: "listed" })
    .where("id", "=", kabe)
    .execute();
  const site = await openSite(db);
  const path = `${await linkOf(kabe)}/refus-ou-depart`;
  await site.visit(path);
  expect((await site.post(path, { choix: "x" })).status).toBe(422);
  await site.post(path, { choix: "refusal", message: "Merci de nous retirer.", nom: "Awa, présidente" });
  expect((await invitation(kabe)).state).toBe("refused");
  const visible = async () =>
    (
      await db
        .selectFrom("directory.organisations")
        .select("visibility")
        .where("id", "=", kabe)
        .executeTakeFirstOrThrow()
    ).visibility;
  expect(await visible()).toBe("listed");
  const later = new Date(noon.getTime() + 20 * 86_400_000);
  const weekday = nextWorkingDay(dayInParis(later));
  await write(new Date(`${weekday}T12:00:00Z`));
  expect((await letters(db)).filter(({ recipient }) => recipient === "contact@kabe.fr")).toHaveLength(1);
  const staff = await openSite(db, "animatrice");
  const page = await staff.visit(census.one(campaignId));
  expect(page.body.textContent).toContain("Merci de nous retirer.");
  const { id } = await db.selectFrom("census.answers").select("id").executeTakeFirstOrThrow();
  await staff.post(census.settlement(id), { suite: "faire" });
  expect(await visible()).toBe("internal");
  expect((await staff.post(census.settlement(id), { suite: "faire" })).to).toBe(census.all());
});

test("a departure is archived by the team; a letter never goes to an archived organisation", async ({
  db,
}) => {
  const { adice, linkOf, write } = await openedCampaign(db);
  const site = await openSite(db);
  await site.post(`${await linkOf(adice)}/refus-ou-depart`, { choix: "departure" });
  const { id } = await db.selectFrom("census.answers").select("id").executeTakeFirstOrThrow();
  const staff = await openSite(db, "animatrice");
  await staff.post(census.settlement(id), { suite: "faire" });
  const { status } = await db
    .selectFrom("directory.organisations")
    .select("status")
    .where("id", "=", adice)
    .executeTakeFirstOrThrow();
  expect(status).toBe("archived");
  await write();
  expect((await letters(db)).map(({ recipient }) => recipient)).toEqual(["contact@kabe.fr"]);
});

test("a letter that could not be delivered is not followed by reminders, until another address is given", async ({
  db,
}) => {
  const { adice, invitation, write, campaignId } = await openedCampaign(db);
  await write();
  await db
    .updateTable("platform.letters")
    .set({ state: "failed", error: "550 Boîte inconnue" })
    .where("recipient", "=", "contact@adice.fr")
    .execute();
  const staff = await openSite(db, "animatrice");
  const list = await staff.visit(`${census.followed(campaignId)}?etat=bounced`);
  expect(list.querySelector("tbody")?.textContent).toContain("Adice");
  const { id } = await invitation(adice);
  expect((await staff.post(census.invitation(id), { courriel: "adice" })).status).toBe(422);
  await staff.post(census.invitation(id), { courriel: "bureau@adice.fr" });
  expect(await write()).toBe(1);
  expect((await letters(db)).at(-1)).toMatchObject({ recipient: "bureau@adice.fr" });
  expect((await invitation(adice)).last_rank).toBe(0);
});

test("a call is noted, and one who does not wish to answer leaves the phone list", async ({ db }) => {
  const { muette, invitation, campaignId } = await openedCampaign(db);
  const staff = await openSite(db, "animatrice");
  const { id } = await invitation(muette);
  const path = census.call(id);
  expect((await staff.post(path, { resultat: "" })).status).toBe(422);
  await staff.post(path, { resultat: "call_back", note: "Après 17 h" });
  expect((await staff.visit(census.invitation(id))).body.textContent).toContain("Après 17 h");
  expect((await staff.visit(census.phones(campaignId))).body.textContent).toContain("Après 17 h");
  await staff.post(path, { resultat: "refused" });
  expect((await staff.visit(census.phones(campaignId))).querySelector("tbody")?.textContent).not.toContain(
    "Sans adresse",
  );
});

test("those that join the segment after the opening are added, and nobody twice", async ({ db }) => {
  const { campaignId } = await openedCampaign(db);
  await addOrganisations(db, system, [{ name: "Toute neuve" }]);
  const staff = await openSite(db, "animatrice");
  const page = await staff.visit(census.one(campaignId));
  expect(page.body.textContent).toMatch(/Ajouter 1\s*nouvelle venue/);
  await staff.post(census.joining(campaignId));
  await staff.post(census.joining(campaignId));
  const invited = await db
    .selectFrom("census.invitations")
    .select("id")
    .where("campaign_id", "=", campaignId)
    .execute();
  expect(invited).toHaveLength(4);
});

test("closing freezes what was found: nothing of it moves, and the link says so kindly", async ({ db }) => {
  const { adice, campaignId, linkOf } = await openedCampaign(db);
  const site = await openSite(db);
  const link = await linkOf(adice);
  await site.post(`${link}/tout-est-exact`);
  const staff = await openSite(db, "animatrice");
  const campaign = await findCampaign(db, campaignId);
  const version = String(campaign?.version);
  expect((await staff.post(census.closing(campaignId), { version: "1" })).status).toBe(409);
  expect((await staff.post(census.closing(campaignId), { version })).status).toBe(303);
  expect((await staff.visit(census.coverage(campaignId))).body.textContent).toContain("arrêtée à la clôture");
  expect((await site.visit(link)).body.textContent).toContain("est terminé");
  expect((await site.post(`${link}/tout-est-exact`)).status).toBe(200);
  const frozen = await db
    .selectFrom("census.shared_snapshot_organisations")
    .selectAll()
    .where("campaign_id", "=", campaignId)
    .orderBy("organisation_id")
    .execute();
  expect(frozen.map(({ state }) => state)).toEqual(["answered", "invited", "invited"]);
  const { fields } = await db
    .selectFrom("census.snapshot_organisations")
    .select("fields")
    .where("organisation_id", "=", adice)
    .executeTakeFirstOrThrow();
  expect(fields).toMatchObject({ name: "Adice" });
  expect(Object.keys(fields as object)).not.toContain("email");
  const change = db.updateTable("census.snapshots").set({ content: "{}" }).execute();
  await expect(change).rejects.toThrow(/never moves/);
});

describe("each writing route of the team climbs the ladder", () => {
  const routes = {
    opening: "ouverture",
    joining: "ajout",
    closing: "cloture",
    differences: "differences",
    letters: "lettres",
  } as const;
  for (const [name, path] of Object.entries(routes))
    test(name, async ({ db }) => {
      const { campaignId } = await openedCampaign(db);
      const status = async (who: Persona | undefined) =>
        (await (await openSite(db, who)).post(`${census.one(campaignId)}/${path}`)).status;
      expect(await status(undefined), "signed out").toBe(303);
      for (const who of ["visiteuse", "membre", "jure", "administratrice_ca"] as const)
        expect(await status(who), who).toBe(403);
      expect([303, 409]).toContain(await status("animatrice"));
    });
});

describe("correcting the card", () => {
  /** The pages of the questionnaire, sent one after the other with what is changed. */
  async function correct(db: Db, link: string, changes: Record<string, string>) {
    const site = await openSite(db);
    await site.visit(link);
    const started = await site.post(`${link}/correction`);
    const home = started.to ?? "";
    const first = await site.visit(home);
    const pages = [...first.querySelectorAll(".answer-pages a")].map((one) => one.getAttribute("href") ?? "");
    for (const path of pages) {
      const page = await site.visit(path);
      const form = page.querySelector(`form[action="${path}"]`);
      const fields: Record<string, string | string[]> = {};
      for (const one of form?.querySelectorAll("input, textarea, select") ?? []) {
        const name = one.getAttribute("name") ?? "";
        const type = one.getAttribute("type");
        if (type === "file" || type === "submit" || name === "csrf") continue;
        if ((type === "checkbox" || type === "radio") && !one.hasAttribute("checked")) continue;
        const value =
          one.tagName === "SELECT"
            ? (one.querySelector("option[selected]")?.getAttribute("value") ?? "")
            : one.tagName === "TEXTAREA"
              ? (one.textContent ?? "")
              : (one.getAttribute("value") ?? "");
        fields[name] = name in fields ? [fields[name] ?? "", value].flat() : value;
      }
      for (const [name, value] of Object.entries(changes)) if (name in fields) fields[name] = value;
      const sent = await site.post(path, fields);
      expect(sent.status, `${path} ${JSON.stringify(fields)}`).toBe(303);
    }
    const done = await site.post(`${home}/envoi`);
    expect(done.status).toBe(303);
    return { site, home };
  }

  test("the questionnaire comes filled; what is changed is a difference: safe fields at once, the others wait", async ({
    db,
  }) => {
    const { adice, campaignId, linkOf, invitation } = await openedCampaign(db);
    const { site, home } = await correct(db, await linkOf(adice), {
      name: "ADICE Roubaix",
      description: "Mobilité des jeunes",
      repondant: "Awa, directrice",
      mot: "Bonjour à tous",
    });
    expect((await invitation(adice)).state).toBe("answered");
    const record = await readRecord(db, adice);
    expect(record?.values).toMatchObject({
      name: "Adice",
      description: "Mobilité des jeunes",
      email: "contact@adice.fr",
    });
    expect(record?.facts["description"]).toMatchObject({ source: "census", ref: String(campaignId) });
    const staff = await openSite(db, "animatrice");
    const { id } = await invitation(adice);
    expect((await staff.visit(census.invitation(id))).body.textContent).toMatch(
      /Awa, directrice.*Bonjour à tous/s,
    );
    const page = await staff.visit(census.differences(campaignId));
    expect(page.querySelector("tbody")?.textContent).toContain("Nom");
    await staff.post(census.differences(campaignId), { champ: "name" });
    expect((await readRecord(db, adice))?.values["name"]).toBe("ADICE Roubaix");
    expect((await site.visit(home)).body.textContent).toContain("bien reçue");
  });

  test("the answer can be changed: the last word counts, the others stay known", async ({ db }) => {
    const { adice, linkOf } = await openedCampaign(db);
    await correct(db, await linkOf(adice), { name: "ADICE Roubaix", repondant: "Awa" });
    await correct(db, await linkOf(adice), { name: "Adice", repondant: "Moussa" });
    const waiting = await db
      .selectFrom("directory.proposed_changes")
      .select("field")
      .where("state", "=", "waiting")
      .execute();
    expect(waiting).toEqual([]);
    const said = await db.selectFrom("census.answers").select("said_by").orderBy("id").execute();
    expect(said).toEqual([{ said_by: "Awa" }, { said_by: "Moussa" }]);
  });

  test("what the team changed while the organisation was answering is not undone by its answer", async ({
    db,
  }) => {
    const { adice, linkOf } = await openedCampaign(db);
    const link = await linkOf(adice);
    const site = await openSite(db);
    await site.visit(link);
    await site.post(`${link}/correction`);
    await changeFields(db, system, adice, { website: "https://adice.fr" }, { source: { source: "staff" } });
    await correct(db, link, { description: "Mobilité" });
    expect((await readRecord(db, adice))?.values).toMatchObject({
      website: "https://adice.fr",
      description: "Mobilité",
    });
  });
});
