import { describe, expect } from "vitest";
import { addDays } from "#platform/dates.ts";
import { test } from "#test/database.ts";
import { addAs, ahead, termOf, webinar } from "#test/events.ts";
import { openSite } from "#test/site.ts";
import { aTraining, countedSessions } from "#test/trainings.ts";
import { findEvent } from "./queries.ts";

describe("what becomes of an event", () => {
  test("cancelled, with why; its calendar entries rise; it may be held after all", async ({ db }) => {
    const { site, id } = await addAs(db);
    const sequence = () =>
      db
        .selectFrom("agenda.sessions")
        .select("sequence")
        .where("event_id", "=", id)
        .executeTakeFirstOrThrow();
    expect((await site.post(`/gestion/agenda/${id}/annulation`, { raison: " " })).status).toBe(422);
    await site.post(`/gestion/agenda/${id}/annulation`, { raison: "L’intervenante est souffrante." });
    expect(await findEvent(db, id)).toMatchObject({ cancelled_why: "L’intervenante est souffrante." });
    expect(await sequence()).toEqual({ sequence: 1 });
    const page = await site.visit(`/gestion/agenda/${id}`);
    expect(page.querySelector(".callout")?.textContent).toContain("souffrante");
    expect(page.querySelector(".called-off")).not.toBeNull();
    expect(
      (await site.visit("/gestion/agenda?etat=annules")).querySelector("main table")?.textContent,
    ).toContain("annulé");
    await site.post(`/gestion/agenda/${id}/maintien`);
    expect(await findEvent(db, id)).toMatchObject({ cancelled_at: null, cancelled_why: "" });
    expect(await sequence()).toEqual({ sequence: 2 });
  });

  test("a date moved goes on saying where it comes from, until it comes back", async ({ db }) => {
    const { site, id, event } = await addAs(db);
    const session = event?.sessions[0];
    const move = (debut: string, version: number, also = {}) =>
      site.post(`/gestion/agenda/${id}/sessions/${session?.id}`, {
        ...webinar,
        debut,
        version: String(version),
        deplacee: "oui",
        ...also,
      });
    const read = async () => (await findEvent(db, id))?.sessions[0];
    await move(ahead(60), 1);
    expect(await read()).toMatchObject({ moved_from: session?.starts_on, moved_from_at: "18:30:00" });
    await move(ahead(90), 2);
    expect(await read()).toMatchObject({ moved_from: session?.starts_on });
    await site.visit(`/gestion/agenda/${id}`);
    await move(ahead(30), 3);
    expect(await read()).toMatchObject({ moved_from: null, moved_from_at: null });
    await move(ahead(31), 4, { deplacee: "" });
    expect(await read(), "a slip of the keyboard, mended").toMatchObject({ moved_from: null });
    const late = await move(ahead(10), 1);
    expect(late.status).toBe(409);
    expect((await late.page()).querySelector("[role=alert] table")).not.toBeNull();
  });

  test("one date is cancelled alone, duplicated, deleted and put back", async ({ db }) => {
    const { site, id, event } = await addAs(db);
    const path = `/gestion/agenda/${id}/sessions/${event?.sessions[0]?.id}`;
    await site.post(`${path}/annulation`);
    expect((await findEvent(db, id))?.sessions[0]?.cancelled_at).not.toBeNull();
    await site.post(`${path}/maintien`);
    const copy = await site.visit(`/gestion/agenda/${id}/sessions?modele=${event?.sessions[0]?.id}`);
    expect(copy.querySelector("[name=heure_debut]")?.getAttribute("value")).toBe("18h30");
    await site.post(`${path}/suppression`);
    expect((await site.visit(`/gestion/agenda/${id}`)).body.textContent).toContain("Dates supprimées");
    await site.post(`${path}/retablissement`);
    expect((await findEvent(db, id))?.sessions[0]?.removed_at).toBeNull();
  });

  test("it is duplicated, and for next year falls on the same day of the week", async ({ db }) => {
    const { site, id, event } = await addAs(db, { description: "Avec trois associations." });
    const copy = await site.visit(`/gestion/agenda/nouvel?modele=${id}`);
    expect(copy.querySelector("[name=titre]")?.getAttribute("value")).toBe(webinar.titre);
    expect(copy.querySelector("[name=debut]")?.getAttribute("value")).toBe("");
    const next = await site.visit(`/gestion/agenda/nouvel?modele=${id}&quand=an-prochain`);
    const [year, month, day] = addDays(event?.sessions[0]?.starts_on ?? "", 364).split("-");
    expect(next.querySelector("[name=debut]")?.getAttribute("value")).toBe(`${day}/${month}/${year}`);
  });

  test("announced, taken back to draft, deleted with its dates, put back", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const id = await aTraining(db);
    await site.post(`/gestion/agenda/${id}/brouillon`);
    expect(await countedSessions(db)).toEqual([]);
    await site.post(`/gestion/agenda/${id}/publication`);
    expect((await countedSessions(db)).length).toBe(1);
    const gone = await site.post(`/gestion/agenda/${id}/suppression`);
    const list = await site.visit(gone.to ?? "");
    expect(list.querySelector("[role=status] form")?.getAttribute("action")).toBe(
      `/gestion/agenda/${id}/retablissement`,
    );
    expect(await countedSessions(db)).toEqual([]);
    const deleted = await site.visit("/gestion/agenda?etat=supprimes");
    expect(deleted.querySelector(`a[href="/gestion/agenda/${id}"]`)).not.toBeNull();
    await site.post(`/gestion/agenda/${id}/retablissement`);
    expect((await countedSessions(db)).length).toBe(1);
  });

  test("two colleagues: the second is told what the first saved, and loses nothing", async ({ db }) => {
    const { site, id } = await addAs(db);
    const change = (titre: string) =>
      site.post(`/gestion/agenda/${id}/modifier`, { ...webinar, titre, version: "1" });
    expect((await change("Accès à l’eau au Mali")).status).toBe(303);
    const late = await change("Accès à l’eau au Bénin");
    expect(late.status).toBe(409);
    const page = await late.page();
    expect(page.querySelector("[role=alert] table")?.textContent).toContain("Accès à l’eau au Mali");
    expect(page.querySelector("[name=titre]")?.getAttribute("value")).toBe("Accès à l’eau au Bénin");
    expect(page.querySelector("[name=version]")?.getAttribute("value")).toBe("2");
  });

  test("what is said in the folded parts is kept, said again and shown", async ({ db }) => {
    const { id: axis } = await termOf(db, "missions", "animation");
    const { site, id, event } = await addAs(db, {
      description: "Trois associations racontent.\n\nPuis un débat.",
      accessibilite: "Sous-titré en direct.",
      mission: String(axis),
      inscription: "here",
      places: "30",
      ouverture: ahead(1),
      cloture: `${ahead(20)} à 18h`,
      seances: "choix",
      prix: "12,50 €",
      prix_mots: "gratuit pour les adhérents",
      rappels: "10, 2",
    });
    expect(event).toMatchObject({ capacity: 30, series: false, price_cents: 1250, reminder_days: [10, 2] });
    expect(event?.closes?.slice(11)).toBe("18:00");
    const form = await site.visit(`/gestion/agenda/${id}/modifier`);
    expect(form.querySelector("[name=cloture]")?.getAttribute("value")).toBe(`${ahead(20)} à 18h00`);
    const page = await site.visit(`/gestion/agenda/${id}`);
    expect(page.querySelector("main")?.textContent).toContain("Animation territoriale");
    expect(page.querySelector("main")?.textContent).toContain("gratuit pour les adhérents");
  });
});
