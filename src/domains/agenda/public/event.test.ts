import { sql } from "kysely";
import { describe, expect } from "vitest";
import { addOrganisations } from "#domains/directory/index.ts";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openMounted } from "#test/mounted.ts";
import { anEvent, anOrganiser } from "#test/public-agenda.ts";
import { openSite } from "#test/site.ts";
import { type EventPart, ofTheEvent } from "./parts.ts";
import { agendaPublicRoutes } from "./routes.public.tsx";

const linkedIn = (page: Document) =>
  JSON.parse(page.querySelector("script[type='application/ld+json']")?.textContent ?? "{}");
const saidIn = (page: Document) => (page.querySelector("main")?.textContent ?? "").replace(/\s+/g, " ");

describe("the page of an event", () => {
  test("it says when, where, for whom, by whom, how much and how to come", async ({ db }) => {
    const [card = 0, hidden = 0] = await addOrganisations(db, system, [
      { name: "Ville de Lille", visibility: "listed" },
      { name: "Interne" },
    ]);
    const { id } = await anEvent(
      db,
      {
        ...{
          title: "Groupe pays Mali",
          description: "Se retrouver.",
          audience: "Associations",
          contact: "a@b.fr",
        },
        ...{ registration: "elsewhere", registration_url: "https://inscriptions.fr/mali", price_cents: 1250 },
        ...{
          accessibility: "Boucle magnétique",
          price_words: "gratuit pour les adhérents",
          origin: "relayed",
        },
      },
      [
        {
          ...{
            starts_on: "2099-03-28",
            starts_at: "09:30",
            ends_at: "12:00",
            online: true,
            place: "Hôtel de ville",
          },
          ...{ commune_code: "59350", address: "Place Augustin Laurent", online_url: "https://secret.fr" },
        },
      ],
    );
    await anOrganiser(db, id, "Mairie", { organisation_id: card, position: 0 });
    await anOrganiser(db, id, "Club interne", { organisation_id: hidden, position: 1 });
    await anOrganiser(db, id, "Une griotte", { role: "speaker", position: 2 });
    const site = await openSite(db);
    const page = await site.visit(`/agenda/${id}-groupe-pays-mali`);
    const said = saidIn(page);
    for (const words of [
      "Samedi 28 mars 2099, de 9 h 30 à 12 h",
      "Hôtel de ville, Lille et en ligne",
      "Boucle magnétique",
      "12,50 €, gratuit pour les adhérents",
      "Le réseau relaie cette annonce",
      "Une griotte",
      "une organisation qui n’est pas dans l’annuaire public",
    ])
      expect(said).toContain(words);
    expect(said).not.toContain("Club interne");
    expect(page.documentElement.outerHTML).not.toContain("secret.fr");
    expect(page.querySelector(`a[href="/acteurs/${card}-ville-de-lille"]`)).not.toBeNull();
    expect(page.querySelector("a[href='https://inscriptions.fr/mali']")?.textContent).toBe("S’inscrire");
    expect(page.querySelector("figure.event-map svg")).not.toBeNull();
    expect(linkedIn(page)).toMatchObject({
      "@type": "Event",
      startDate: "2099-03-28T09:30:00+01:00",
      eventStatus: "https://schema.org/EventScheduled",
      eventAttendanceMode: "https://schema.org/MixedEventAttendanceMode",
      location: [{ "@type": "Place", address: { addressLocality: "Lille" } }, { "@type": "VirtualLocation" }],
      organizer: [{ name: "Ville de Lille" }],
      offers: { price: 12.5, priceCurrency: "EUR" },
    });
  });

  test("cancelled and moved are said everywhere at once", async ({ db }) => {
    const off = await anEvent(
      db,
      { title: "Forum", cancelled_at: new Date(), cancelled_why: "Faute de salle." },
      [{ starts_on: "2099-05-04", online: true }],
    );
    const moved = await anEvent(db, { title: "Atelier" }, [
      {
        starts_on: "2099-05-11",
        moved_from: "2099-05-06",
        moved_from_at: "14:00",
        starts_at: "10:00",
        online: true,
      },
    ]);
    const site = await openSite(db);
    const page = await site.visit(`/agenda/${off.id}-forum`);
    expect(saidIn(page)).toContain("Annulé. Faute de salle.");
    expect(linkedIn(page).eventStatus).toBe("https://schema.org/EventCancelled");
    const other = await site.visit(`/agenda/${moved.id}-atelier`);
    expect(saidIn(other)).toContain("Prévu d’abord le mercredi 6 mai 2099 à 14 h.");
    expect(linkedIn(other)).toMatchObject({
      eventStatus: "https://schema.org/EventRescheduled",
      previousStartDate: "2099-05-06T14:00:00+02:00",
    });
    for (const path of ["/agenda", "/", "/integration/agenda", "/gestion"]) {
      const said = saidIn(await (path === "/gestion" ? await openSite(db, "animatrice") : site).visit(path));
      expect(said, path).toMatch(/Annulé/);
      expect(said, path).toMatch(/Nouvelle date/);
    }
    const month = saidIn(await site.visit("/agenda/mois/2099-05"));
    expect(month).toMatch(/Forum annulé/);
    expect(month).toMatch(/Atelier déplacé au lundi 11 mai 2099/);
    const feed = await (await site.request("/agenda.atom")).text();
    expect(feed).toContain("Annulé : Forum");
    expect(feed).toContain("Nouvelle date : Atelier");
    const calendar = await (await site.request("/agenda.ics")).text();
    expect(calendar).toContain("STATUS:CANCELLED");
    const file = await (await site.request("/agenda.csv")).text();
    expect(file).toMatch(/Forum.*Annulé/);
    const { events } = (await (await site.request("/api/v1/events")).json()) as {
      events: { sessions: { status: string }[] }[];
    };
    expect(events.map(({ sessions }) => sessions[0]?.status)).toEqual(["cancelled", "moved"]);
  });

  test("a training stands among the trainings, whichever address led there", async ({ db }) => {
    const training = await anEvent(db, { title: "Formation ECSI & Centre Sociaux", training: true }, [
      { starts_on: "2021-02-18", online: true, duration_minutes: 180, participants: 7 },
    ]);
    const event = await anEvent(db, { title: "Forum" }, [{ starts_on: "2021-02-18" }]);
    const site = await openSite(db);
    const right = `/formations/${training.id}-formation-ecsi-centre-sociaux`;
    for (const path of [
      `/formations/${training.id}`,
      `/agenda/${training.id}-formation`,
      `${right}-ancien`,
    ]) {
      const moved = await site.request(path);
      expect([moved.status, moved.headers.get("location")]).toEqual([301, right]);
    }
    expect((await site.request(`/formations/${event.id}`)).headers.get("location")).toBe(
      `/agenda/${event.id}-forum`,
    );
    const page = await site.visit(right);
    expect(saidIn(page)).toContain("7 personnes");
    expect(linkedIn(page)).toMatchObject({
      "@type": "Course",
      hasCourseInstance: [
        {
          "@type": "CourseInstance",
          courseMode: "online",
          startDate: "2021-02-18",
          courseWorkload: "PT180M",
        },
      ],
    });
  });

  test("another part of the network says there how to register, and reads with the page", async ({ db }) => {
    const { id } = await anEvent(
      db,
      { title: "Forum", registration: "elsewhere", registration_url: "https://ailleurs.fr" },
      [{ starts_on: "2099-05-04" }, { starts_on: "2099-05-05" }],
    );
    const part: EventPart<number> = {
      reads: () => sql<number>`(select count(*)::int from agenda.sessions where event_id = ${ofTheEvent})`,
      draws: (count, event) => ({
        heading: "S’inscrire",
        content: `${count} dates de ${event.title}`,
        action: { label: "Je m’inscris", href: "/agenda/inscription" },
      }),
    };
    const silent: EventPart = { reads: () => sql`null`, draws: () => null };
    const site = openMounted(db, agendaPublicRoutes({ parts: [silent, part as EventPart] }));
    const page = await site.visit(`/agenda/${id}-forum`);
    expect(page.body.textContent).toContain("2 dates de Forum");
    expect(page.querySelector(".page-actions a[href='/agenda/inscription']")?.textContent).toBe(
      "Je m’inscris",
    );
    expect(page.body.textContent).not.toContain("ailleurs.fr");
  });

  test("one registers here as long as it is open", async ({ db }) => {
    const here = { title: "Forum", registration: "here" };
    const open = await anEvent(db, here, [{ starts_on: "2099-05-04" }]);
    const over = await anEvent(db, here, [{ starts_on: "2020-05-04" }]);
    const closed = await anEvent(db, { ...here, closes_at: new Date("2020-01-01") }, [
      { starts_on: "2099-05-04" },
    ]);
    const soon = await anEvent(db, { ...here, opens_at: new Date("2098-01-01") }, [
      { starts_on: "2099-05-04" },
    ]);
    const site = await openSite(db);
    const form = `/agenda/${open.id}-forum/inscription`;
    const page = await site.visit(`/agenda/${open.id}-forum`);
    expect(page.querySelector(`.page-actions a[href='${form}']`)?.textContent).toBe("S’inscrire");
    await site.visit(form);
    for (const [id, said] of [
      [over.id, "C’était"],
      [closed.id, "Les inscriptions sont closes."],
      [soon.id, "Les inscriptions ouvriront le"],
    ] as const) {
      const other = await site.visit(`/agenda/${id}-forum`);
      expect(saidIn(other)).toContain(said);
      expect(other.querySelector(".page-actions a[href$='inscription']")).toBeNull();
    }
  });

  test("one without a date says when it is planned; one given up says so", async ({ db }) => {
    const vague = await anEvent(db, {
      ...{ title: "Forum", programme_year: 2099, planned_period: "Automne" },
      ...{ planned_from: "2099-09-22", planned_to: "2099-12-20" },
    });
    const dropped = await anEvent(db, { title: "Stand", programme_year: 2099, dropped_at: new Date() });
    const site = await openSite(db);
    const page = await site.visit(`/agenda/${vague.id}-forum`);
    expect(saidIn(page)).toContain("Automne 2099, date et lieu à préciser");
    expect(linkedIn(page)).toMatchObject({ "@type": "Event", startDate: "2099-09-22" });
    expect(saidIn(await site.visit(`/agenda/${dropped.id}-stand`))).toContain("N’aura pas lieu.");
  });

  test("what is internal, a draft, proposed, refused or removed is nowhere", async ({ db }) => {
    const hidden = [
      { visibility: "internal" },
      { status: "draft" },
      { status: "proposed" },
      { status: "refused" },
      { removed_at: new Date() },
    ];
    const site = await openSite(db);
    for (const facts of hidden) {
      const { id } = await anEvent(db, { title: "Entre nous", ...facts }, [{ starts_on: "2099-01-01" }]);
      for (const path of [`/agenda/${id}-entre-nous`, `/agenda/${id}-entre-nous.ics`, `/formations/${id}`])
        await site.visit(path, { status: 404 });
      expect((await site.request(`/api/v1/events/${id}`)).status).toBe(404);
    }
    const told: string[] = [];
    for (const path of [
      "/agenda",
      "/agenda/mois/2099-01",
      "/agenda.ics",
      "/agenda.atom",
      "/agenda.json",
      "/sitemap.xml",
    ])
      told.push(await (await site.request(path)).text());
    expect(told.join()).not.toMatch(/Entre nous|entre-nous/);
  });

  test("a title with anything in it is read by programs as it is", async ({ db }) => {
    const { id } = await anEvent(db, { title: 'Aide & <script>"alerte"</script>', training: true }, [
      { starts_on: "2021-02-18" },
      { starts_on: "2021-02-19" },
    ]);
    const site = await openSite(db);
    const feed = await (await site.request("/formations.atom")).text();
    expect(feed.match(/<entry>/g)?.length).toBe(2);
    expect(feed).toContain("Aide &amp; &lt;script&gt;");
    expect(feed).not.toContain("<script>");
    expect(await (await site.request("/sitemap.xml")).text()).toContain(`/formations/${id}-aide-script`);
  });
});
