import { describe, expect } from "vitest";
import { addOrganisations } from "#domains/directory/index.ts";
import { addDays, dayInParis } from "#platform/dates.ts";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { anEvent, anOrganiser } from "#test/public-agenda.ts";
import { termsOf } from "#test/records.ts";
import { openSite } from "#test/site.ts";

const today = dayInParis(new Date());
const year = Number(today.slice(0, 4));
const next = year + 1;

const titlesIn = (page: Document) =>
  [...page.querySelectorAll(".programme .line-title")].map((one) => one.textContent?.trim());
const headingsIn = (page: Document) =>
  [...page.querySelectorAll(".programme h2")].map((one) => one.textContent?.trim().replace(/\s/g, " "));
const saidIn = (page: Document) => (page.querySelector("main")?.textContent ?? "").replace(/\s+/g, " ");

describe("the agenda as a list", () => {
  test("what is to come stands by month, what has no date after what has one; the past by year", async ({
    db,
  }) => {
    await anEvent(db, { title: "Webinaire eau" }, [
      { starts_on: `${next}-05-12`, starts_at: "14:00", online: true },
    ]);
    await anEvent(db, {
      ...{ title: "Commission énergie", programme_year: next },
      ...{ planned_period: "Mai", planned_from: `${next}-05-01`, planned_to: `${next}-05-31` },
    });
    await anEvent(db, {
      ...{ title: "Forum d’automne", programme_year: next, planned_period: "Automne" },
      ...{ planned_from: `${next}-09-22`, planned_to: `${next}-12-20` },
    });
    await anEvent(db, { title: "Un jour" });
    await anEvent(db, { title: "Fin mai" }, [
      { starts_on: `${next}-05-31`, place: "Lille", commune_code: "59350" },
    ]);
    await anEvent(db, { title: "Autrefois" }, [{ starts_on: "2019-03-04" }]);
    const site = await openSite(db);
    const page = await site.visit("/agenda");
    expect(titlesIn(page)).toEqual([
      "Webinaire eau",
      "Fin mai",
      "Commission énergie",
      "Forum d’automne",
      "Un jour",
    ]);
    expect(headingsIn(page)).toEqual([`Mai ${next}`, `Automne ${next}`, "Date à préciser"]);
    expect(saidIn(page)).toContain("5 dates à venir");
    expect(saidIn(page)).toContain("date à préciser");
    const past = await site.visit("/agenda?annee=2019");
    expect(titlesIn(past)).toEqual(["Autrefois"]);
    expect([...page.querySelectorAll(".programme-years a")].map((one) => one.textContent?.trim())).toEqual([
      "À venir 5",
      `${next} 4`,
      "2019 1",
    ]);
  });

  test("what was planned in a period that is over, and had no date, is not announced any more", async ({
    db,
  }) => {
    await anEvent(db, {
      ...{ title: "Jamais datée", programme_year: 2020, planned_period: "Mai" },
      ...{ planned_from: "2020-05-01", planned_to: "2020-05-31" },
    });
    await anEvent(db, { title: "Abandonné", programme_year: next, dropped_at: new Date() });
    const site = await openSite(db);
    expect(titlesIn(await site.visit("/agenda"))).toEqual([]);
    expect(titlesIn(await site.visit("/agenda?annee=2020"))).toEqual([]);
  });

  test("each filter says what it would give, and narrows the list and the month alike", async ({ db }) => {
    const kind = await termsOf(db, "event_kinds");
    const type = await termsOf(db, "actor_types");
    const goal = await termsOf(db, "odd");
    const [card = 0] = await addOrganisations(db, system, [{ name: "Ville de Lille", visibility: "listed" }]);
    const { id } = await anEvent(
      db,
      {
        ...{ title: "Eau au Mali", kind_id: kind("webinaire"), goal_ids: [goal("6")], country_codes: ["ML"] },
        ...{ audience_type_ids: [type("osim")], origin: "relayed" },
      },
      [{ starts_on: `${next}-03-02`, online: true }],
    );
    await anOrganiser(db, id, "Mairie de Lille", { organisation_id: card });
    await anEvent(db, { title: "Formation ECSI", training: true }, [
      { starts_on: `${next}-03-03`, place: "Lille", commune_code: "59350" },
      { starts_on: `${next}-03-10`, place: "Lille", commune_code: "59350" },
    ]);
    const site = await openSite(db);
    const page = await site.visit("/agenda");
    expect(saidIn(page)).toContain("3 dates à venir, pour 2 événements ou formations");
    const narrowing = [
      ["q=mali", 1],
      ["q=mairie", 1],
      ["quoi=formations", 2],
      ["quoi=evenements", 1],
      ["type=webinaire", 1],
      ["cadre=en-ligne", 1],
      ["cadre=sur-place", 2],
      ["departement=59", 2],
      ["departement=59&commune=59350", 2],
      ["odd=6", 1],
      ["pays=ml", 1],
      ["public=osim", 1],
      [`organisateur=${card}`, 1],
      ["origine=relayes", 1],
      ["origine=reseau", 2],
    ] as const;
    for (const [asked, count] of narrowing) {
      expect(titlesIn(await site.visit(`/agenda?${asked}`)).length, asked).toBe(count);
      const month = await site.visit(`/agenda/mois/${next}-03?${asked}`);
      expect(month.querySelectorAll("table.month li").length, asked).toBe(count);
    }
    for (const link of page.querySelectorAll(".facet a")) {
      const count = Number(link.querySelector(".facet-count")?.textContent);
      const given = titlesIn(await site.visit(link.getAttribute("href") ?? "")).length;
      expect(given, link.getAttribute("href") ?? "").toBe(count);
    }
  });

  test("nothing is never said without why, and how to widen", async ({ db }) => {
    const site = await openSite(db);
    expect(saidIn(await site.visit("/agenda"))).toContain("Rien n’est annoncé à venir.");
    await anEvent(db, { title: "Autrefois" }, [{ starts_on: "2019-03-04", online: true }]);
    const page = await site.visit("/agenda?cadre=en-ligne&q=autre");
    expect(saidIn(page)).toContain("Rien n’est annoncé à venir pour « autre », En ligne.");
    expect(page.querySelector(".empty a[href*='annee=2019']")?.textContent).toContain("2019");
    expect(titlesIn(await site.visit("/agenda?cadre=en-ligne&q=autre&annee=2019"))).toEqual(["Autrefois"]);
    expect(saidIn(await site.visit("/agenda?annee=2019&page=9"))).toContain("au-delà de la fin");
    const month = await site.visit("/agenda/mois/2019-04");
    expect(month.querySelector(".empty a[href='/agenda/mois/2019-03']")).not.toBeNull();
    await site.visit("/agenda?departement=zz&odd=99&pays=xyz&organisateur=abc&page=-1&annee=12");
  });

  test("the year under way shows its past dates too, fifty a page", async ({ db }) => {
    const dates = Array.from({ length: 55 }, (_, rank) => ({ starts_on: addDays("2021-01-01", rank) }));
    await anEvent(db, { title: "Permanence" }, dates);
    const site = await openSite(db);
    expect(titlesIn(await site.visit("/agenda?annee=2021")).length).toBe(50);
    expect(titlesIn(await site.visit("/agenda?annee=2021&page=2")).length).toBe(5);
  });
});

describe("the agenda as a month", () => {
  test("each day has what is held on it, on all its days; each week has seven", async ({ db }) => {
    await anEvent(db, { title: "Festival" }, [{ starts_on: "2026-11-13", ends_on: "2026-11-15" }]);
    await anEvent(db, { title: "Atelier" }, [
      { starts_on: "2026-11-14", starts_at: "09:30", ends_at: "12:00" },
    ]);
    const page = await (await openSite(db)).visit("/agenda/mois/2026-11");
    const cells = [...page.querySelectorAll("table.month td:not(.month-empty)")];
    expect(cells.map((cell) => cell.querySelector("time")?.getAttribute("datetime"))).toEqual([
      "2026-11-13",
      "2026-11-14",
      "2026-11-15",
    ]);
    expect(cells[1]?.textContent?.replace(/\s+/g, " ")).toContain("9 h 30 Atelier");
    expect(cells[1]?.textContent).toContain("suite");
    for (const row of page.querySelectorAll("table.month tbody tr")) expect(row.children.length).toBe(7);
    expect(page.querySelectorAll("table.month time").length).toBe(30);
    expect([...page.querySelectorAll("table.month th")].map((th) => th.textContent)[0]).toBe("Lundi");
  });

  test("what has no date yet stands under the table; what is no month is not found", async ({ db }) => {
    await anEvent(db, {
      ...{ title: "Commission", programme_year: next, planned_period: "Mai" },
      ...{ planned_from: `${next}-05-01`, planned_to: `${next}-05-31` },
    });
    const site = await openSite(db);
    const page = await site.visit(`/agenda/mois/${next}-05`);
    expect(page.querySelector(".to-be-dated")?.textContent).toContain("date à préciser");
    for (const wrong of ["2026-13", "2026-00", "novembre", "1026-01", "2026-1"])
      await site.visit(`/agenda/mois/${wrong}`, { status: 404 });
  });
});
