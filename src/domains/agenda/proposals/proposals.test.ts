import { describe, expect } from "vitest";
import { addDays, dayInParis } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { findEvent } from "../events/queries.ts";
import { forgetProposals } from "./commands.ts";
import { listWaiting } from "./queries.ts";

const [year, month, day] = addDays(dayInParis(new Date()), 40).split("-");
const concert = {
  titre: "Soirée de solidarité avec les écoles de Kayes",
  debut: `${day}/${month}/${year}`,
  heure_debut: "19h",
  lieu: "Roubaix",
  adresse: "Salle Watremez",
  description: "Repas et concert, au profit de trois écoles.",
  contact: "03 20 00 00 00",
  votre_organisation: "Avec et pour le Mali",
  votre_nom: "Fatou Diop",
  votre_courriel: "Fatou@Mali.fr",
  mot: "Merci de nous relire.",
};
const lettersTo = (db: Db, recipient: string) =>
  db
    .selectFrom("platform.letters")
    .select(["subject", "text"])
    .where("recipient", "=", recipient)
    .orderBy("id")
    .execute();

/** Sends the form, and opens the address that the letter holds. */
async function propose(db: Db, more: Record<string, string> = {}) {
  const site = await openSite(db);
  const sent = await site.post("/agenda/proposer", { ...concert, ...more });
  const [letter] = await lettersTo(db, "fatou@mali.fr");
  const link = /http:\/\/localhost(\/agenda\/proposer\/\S+)/.exec(letter?.text ?? "")?.[1] ?? "";
  return { site, sent, link };
}

test("an actor without an account proves its address, the team takes what it wants, and the letter says so", async ({
  db,
}) => {
  const { site, sent, link } = await propose(db);
  expect(sent.to).toBe("/agenda/proposer/merci");
  await site.visit(sent.to ?? "");
  expect(await listWaiting(db), "nothing before the link is opened").toEqual([]);
  expect(await db.selectFrom("agenda.events").select("id").execute()).toEqual([]);
  expect((await site.visit(link)).querySelector("h1")?.textContent).toBe("Confirmer votre proposition");
  await site.post(link);
  await site.post(link);
  const [proposal] = await listWaiting(db);
  expect(await listWaiting(db)).toHaveLength(1);
  const staff = await openSite(db, "animatrice");
  expect((await staff.visit("/gestion/agenda/propositions")).querySelector("main")?.textContent).toContain(
    "Fatou Diop",
  );
  const page = await staff.visit(`/gestion/agenda/propositions/${proposal?.id}`);
  expect([...page.querySelectorAll("[name='champs[]']")]).toHaveLength(2);
  const decision = `/gestion/agenda/propositions/${proposal?.id}/decision`;
  const accepted = await staff.post(decision, {
    decision: "accepter",
    "champs[]": "description",
    mot: "Bonne soirée !",
  });
  expect(accepted.to).toBe(`/gestion/agenda/${proposal?.event_id}`);
  expect(await findEvent(db, proposal?.event_id ?? 0)).toMatchObject({
    status: "published",
    origin: "relayed",
    description: concert.description,
    contact: "",
    organisers: [{ typed: "Avec et pour le Mali" }],
    sessions: [{ starts_at: "19:00:00", address: "Salle Watremez" }],
  });
  expect((await staff.post(decision, { decision: "refuser", mot: "Non." })).status).toBe(409);
  const letters = await lettersTo(db, "fatou@mali.fr");
  expect(letters).toHaveLength(2);
  expect(letters.at(-1)?.text).toContain("Bonne soirée !");
});

test("a refusal is explained, and leaves nothing in the lists", async ({ db }) => {
  const { site, link } = await propose(db);
  await site.post(link);
  const [proposal] = await listWaiting(db);
  const staff = await openSite(db, "animatrice");
  const decision = `/gestion/agenda/propositions/${proposal?.id}/decision`;
  expect((await staff.post(decision, { decision: "refuser" })).status).toBe(422);
  await staff.post(decision, { decision: "refuser", mot: "Cette soirée est hors de notre région." });
  expect(await findEvent(db, proposal?.event_id ?? 0)).toMatchObject({ status: "refused" });
  expect((await lettersTo(db, "fatou@mali.fr")).at(-1)?.text).toContain("hors de notre région");
  const list = await staff.visit("/gestion/agenda?annee=toutes");
  expect(list.querySelector("main")?.textContent).not.toContain("Kayes");
});

test("a member signed in proves nothing more; an event like it is shown first, if everyone may see it", async ({
  db,
}) => {
  const member = await openSite(db, "membre");
  const form = await member.visit("/agenda/proposer");
  expect(form.querySelector("[name=votre_nom]")?.getAttribute("value")).toBe("Malik Membre");
  expect((await member.post("/agenda/proposer", concert)).to).toBe("/agenda/proposer/merci?lu=1");
  const [proposal] = await listWaiting(db);
  expect(proposal?.state).toBe("waiting");
  const { sent } = await propose(db);
  expect(sent.status, "one that waits is told to nobody").toBe(303);
  const staff = await openSite(db, "animatrice");
  await staff.post(`/gestion/agenda/propositions/${proposal?.id}/decision`, { decision: "accepter" });
  const { sent: again } = await propose(db);
  expect(again.status).toBe(422);
  expect((await again.page()).querySelector(".callout")?.textContent).toContain("Kayes");
  expect((await propose(db, { autre: "oui" })).sent.status).toBe(303);
});

describe("what is bad is answered in French, and what is the team’s is not the actor’s to say", () => {
  test.for([
    [{ titre: "" }, "Donnez un titre."],
    [{ debut: "automne" }, "Donnez la date"],
    [{ votre_courriel: "fatou" }, "n’est pas complète"],
    [{ votre_organisation: "" }, "Dites qui organise"],
    [{ lieu: "" }, "Dites où"],
  ] as const)("%o", async ([fields, reason], { db }) => {
    const { sent } = await propose(db, fields);
    expect(sent.status).toBe(422);
    expect((await sent.page()).querySelector("#erreurs")?.textContent).toContain(reason);
  });

  test("an actor cannot hide its event, publish it, nor put it in a programme", async ({ db }) => {
    const { site, link } = await propose(db, {
      interne: "oui",
      annee_programme: "2027",
      ensuite: "publier",
      relaye: "",
    });
    await site.post(link);
    const [proposal] = await listWaiting(db);
    expect(await findEvent(db, proposal?.event_id ?? 0)).toMatchObject({
      visibility: "listed",
      origin: "relayed",
      status: "proposed",
      programme_year: null,
    });
    await site.visit("/agenda/proposer/nimporte-quoi", { status: 404 });
  });
});

test("a proposal never proven goes with its link", async ({ db }) => {
  await propose(db);
  const left = () => db.selectFrom("agenda.proposals").select("id").execute();
  await forgetProposals(db, new Date());
  expect(await left()).toHaveLength(1);
  await forgetProposals(db, new Date(Date.now() + 8 * 86_400_000));
  expect(await left()).toEqual([]);
});

test("signed out goes to sign in; a member and the board may not decide; what is not there is not found", async ({
  db,
}) => {
  const path = "/gestion/agenda/propositions/999999/decision";
  expect(await (await openSite(db)).post(path)).toMatchObject({
    status: 303,
    to: expect.stringContaining("/connexion"),
  });
  for (const persona of ["membre", "administratrice_ca"] as const)
    expect((await (await openSite(db, persona)).post(path)).status).toBe(403);
  expect((await (await openSite(db, "animatrice")).post(path, { decision: "accepter" })).status).toBe(404);
});
