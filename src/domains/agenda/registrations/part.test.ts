import { expect } from "vitest";
import { publicAgenda } from "#paths/public-agenda.ts";
import { registrations } from "#paths/registrations.ts";
import { test } from "#test/database.ts";
import { anEvent, person, registered } from "#test/registrations.ts";
import { openSite } from "#test/site.ts";

const slug = "monter-un-projet-au-mali";
const pageOf = (id: number) => publicAgenda.event({ id, training: false, slug });
const words = (page: Document) => page.querySelector("#s-inscrire")?.textContent?.replace(/\s+/g, " ");

test("the page of an event says what is left, then that one may wait", async ({ db }) => {
  const { id } = await anEvent(db, { capacity: 2 });
  const site = await openSite(db);
  const action = (page: Document) =>
    page.querySelector(`.page-actions a[href='${registrations.form(id, slug)}']`);
  const open = await site.visit(pageOf(id));
  expect(words(open)).toContain("2 places restent libres.");
  expect(action(open)?.textContent).toBe("S’inscrire");
  await registered(db, id, [person("Awa"), person("Bineta"), person("Chloé")]);
  const full = await site.visit(pageOf(id));
  expect(words(full)).toContain("Complet : une personne attend déjà une place.");
  expect(action(full)?.textContent).toBe("Rejoindre la liste d’attente");
});

test("dates that one chooses have each their places, and lead to the form with the date chosen", async ({
  db,
}) => {
  const { id, sessions } = await anEvent(db, { capacity: 1, series: false, days: [-3, 10, 20] });
  await registered(db, id, [person("Awa")], { sessionId: sessions[1] ?? 0 });
  const page = await (await openSite(db)).visit(pageOf(id));
  const links = [...page.querySelectorAll("#s-inscrire li a")].map((link) => link.getAttribute("href"));
  expect(links).toEqual(
    sessions.slice(1).map((session) => `${registrations.form(id, slug)}?session=${session}`),
  );
  expect(words(page)).toMatch(/Complet : une liste d’attente est ouverte.*Une place reste libre/);
});

test("nothing is offered for what is over, cancelled or takes nobody", async ({ db }) => {
  const site = await openSite(db);
  for (const facts of [{ days: [-3] }, { registration: "none" as const }, { days: [5], cancelled: true }]) {
    const { cancelled, ...rest } = { cancelled: false, ...facts };
    const { id } = await anEvent(db, rest);
    if (cancelled)
      await db.updateTable("agenda.events").set({ cancelled_at: new Date() }).where("id", "=", id).execute();
    const page = await site.visit(pageOf(id));
    expect(words(page)).toBeUndefined();
    expect(page.querySelector(".page-actions a[href$='inscription']")).toBeNull();
  }
});
