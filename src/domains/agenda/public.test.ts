import { describe, expect } from "vitest";
import { dayInParis } from "#platform/dates.ts";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { aTraining, session } from "#test/trainings.ts";
import { addSessions } from "./events/commands.sessions.ts";
import { addEvent } from "./events/commands.ts";
import { blankEvent } from "./events/entry.ts";

describe("what everyone sees", () => {
  const year = Number(dayInParis(new Date()).slice(0, 4));

  test("upcoming sessions first, then the past by year, filtered by year and by being online", async ({
    db,
  }) => {
    await aTraining(db);
    await aTraining(db, "Mobiliser son partenaire local", {
      ...{ startsOn: "2020-07-02", online: false, place: "Lille", communeCode: "59350" },
    });
    await aTraining(db, "Bientôt", { startsOn: `${year + 1}-01-10`, participants: 0 });
    const site = await openSite(db);
    const headings = (page: Awaited<ReturnType<typeof site.visit>>) =>
      [...page.querySelectorAll("main h2")].map((heading) => heading.textContent);
    const page = await site.visit("/formations");
    expect(headings(page)).toEqual(["À venir", "2021", "2020"]);
    expect(page.querySelector(".lines .line-title")?.textContent).toBe("Bientôt");
    const online = await site.visit("/formations?cadre=en-ligne&annee=2021");
    expect(online.querySelector("main")?.textContent).not.toContain("Mobiliser");
    expect(headings(await site.visit("/formations?annee=2020"))).toEqual(["À venir", "2020"]);
    await site.visit("/formations?annee=1999");
    await site.visit("/formations?annee=abc&cadre=x&page=-1");
  });

  test("a training has its page, described to search engines; its old address leads to it", async ({
    db,
  }) => {
    const id = await aTraining(db);
    const site = await openSite(db);
    const moved = await site.request(`/formations/${id}`);
    expect(moved.status).toBe(301);
    const page = await site.visit(moved.headers.get("location") ?? "");
    expect(page.querySelector("h1")?.textContent).toBe("Formation ECSI & Centre Sociaux");
    const course = JSON.parse(page.querySelector("script[type='application/ld+json']")?.textContent ?? "{}");
    expect(course).toMatchObject({
      "@type": "Course",
      hasCourseInstance: [{ "@type": "CourseInstance", courseMode: "online", startDate: "2021-02-18" }],
    });
  });

  test("what is internal, deleted or not there is nowhere", async ({ db }) => {
    const hidden = await addEvent(
      db,
      system,
      { ...blankEvent, training: true, title: "Entre nous", visibility: "internal" },
      [session],
      "published",
    );
    const removed = await aTraining(db, "Retirée");
    await (await openSite(db, "animatrice")).post(`/gestion/agenda/${removed}/suppression`);
    const site = await openSite(db);
    for (const path of [`${hidden}-entre-nous`, `${removed}-retiree`, "999999"])
      await site.visit(`/formations/${path}`, { status: 404 });
    const told: string[] = [];
    for (const path of ["/formations", "/formations.atom", "/sitemap.xml"]) {
      const answer = await site.request(path);
      expect(answer.status, path).toBe(200);
      told.push(await answer.text());
    }
    expect(told.join()).not.toMatch(/Entre nous|Retirée|entre-nous|retiree/);
  });

  test("the feed is well formed, whatever a title holds", async ({ db }) => {
    const id = await aTraining(db, 'Aide & <script>"alerte"</script>');
    await addSessions(db, system, id, [{ ...session, startsOn: "2021-02-19" }]);
    const feed = await (await (await openSite(db)).request("/formations.atom")).text();
    expect(feed.match(/<entry>/g)?.length).toBe(2);
    expect(feed).toContain("Aide &amp; &lt;script&gt;");
    expect(feed).not.toContain("<script>");
    expect(await (await (await openSite(db)).request("/sitemap.xml")).text()).toContain(
      `/formations/${id}-aide-script`,
    );
  });
});
