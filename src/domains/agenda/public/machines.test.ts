import { describe, expect } from "vitest";
import { test } from "#test/database.ts";
import { anEvent } from "#test/public-agenda.ts";
import { openSite } from "#test/site.ts";

const _linkedIn = (page: Document) =>
  JSON.parse(page.querySelector("script[type='application/ld+json']")?.textContent ?? "{}");
const _saidIn = (page: Document) => (page.querySelector("main")?.textContent ?? "").replace(/\s+/g, " ");

describe("the agenda for programs", () => {
  test("they read the events page after page, and are told what they ask badly", async ({ db }) => {
    const { id } = await anEvent(db, { title: "Eau au Mali", country_codes: ["ML"] }, [
      {
        starts_on: "2026-07-01",
        starts_at: "09:30",
        commune_code: "59350",
        place: "Lille",
        online_url: "https://secret",
      },
    ]);
    await anEvent(db, { title: "Formation", training: true }, [{ starts_on: "2026-08-01" }]);
    const site = await openSite(db);
    const get = async (path: string) => {
      const answer = await site.request(`/api/v1/events${path}`);
      const body = (await answer.json()) as {
        total: number;
        next: string;
        events: { id: number }[];
        error: string;
      };
      return { status: answer.status, body, text: JSON.stringify(body) };
    };
    const first = await get("?limit=1");
    expect([first.body.total, first.body.events.length]).toEqual([2, 1]);
    expect(first.body.events[0]).toMatchObject({
      id,
      countries: [{ code: "ML", label: "Mali" }],
      sessions: [{ starts_at: "2026-07-01T07:30:00.000Z", status: "scheduled", commune: { code: "59350" } }],
      url: `http://localhost/agenda/${id}-eau-au-mali`,
      calendar_url: `http://localhost/agenda/${id}-eau-au-mali.ics`,
    });
    expect(first.text).not.toContain("secret");
    expect((await get(new URL(first.body.next).search)).body.events.length).toBe(1);
    for (const [asked, count] of [
      ["?q=eau", 1],
      ["?from=2026-07-02", 1],
      ["?to=2026-07-02", 1],
      ["?training=true", 1],
      ["?departement=59", 1],
      ["?pays=ML", 1],
      ["?odd=6", 0],
      ["?type=webinaire&secteur=eau&updated_since=2020-01-01", 0],
    ] as const)
      expect((await get(asked)).body.total, asked).toBe(count);
    expect(await get("?from=hier")).toMatchObject({ status: 400 });
    expect((await get("?limit=1000")).body.error).toContain("100");
  });

  test("the list is taken away as it is filtered", async ({ db }) => {
    await anEvent(db, { title: "Webinaire" }, [
      { starts_on: "2099-07-01", starts_at: "09:30", online: true },
    ]);
    await anEvent(db, { title: "À dater", programme_year: 2099, planned_period: "Mai" });
    const site = await openSite(db);
    const rows = (await (await site.request("/agenda.json")).json()) as { title: string; period: string }[];
    expect(rows.map(({ title }) => title)).toEqual(["Webinaire", "À dater"]);
    expect(await (await site.request("/agenda.csv?cadre=en-ligne")).text()).not.toContain("À dater");
    expect((await site.request("/agenda.xlsx")).status).toBe(200);
  });

  test("another site shows it in a frame, and the page that gives the code keeps the filters", async ({
    db,
  }) => {
    await anEvent(db, { title: "Webinaire" }, [{ starts_on: "2099-07-01", online: true }]);
    const site = await openSite(db);
    const framed = await site.visit("/integration/agenda?cadre=en-ligne");
    for (const link of framed.querySelectorAll(".programme a"))
      expect(link.getAttribute("target")).toBe("_parent");
    const page = await site.visit("/agenda/integrer?cadre=en-ligne");
    expect(page.querySelector("main")?.textContent).toContain("http://localhost/agenda.ics?cadre=en-ligne");
    expect(page.querySelector("main")?.textContent).toContain("/integration/agenda?cadre=en-ligne");
  });
});
