import { describe, expect } from "vitest";
import { incubation } from "#paths/incubation.ts";
import { test } from "#test/database.ts";
import { aCohort, aMilestone, aStay, theCohort } from "#test/incubation.ts";
import { anOrganisation } from "#test/people.ts";
import { openSite } from "#test/site.ts";

const said = { nom: "Élan 2025", de: "2025", a: "2030", objet: "Aller plus loin ensemble" };

describe("climbing the ladder of cohorts", () => {
  const writing = (id: number, stay: number, milestone: number) => [
    incubation.add(),
    incubation.edit(id),
    incubation.closing(id),
    incubation.reopening(id),
    incubation.removal(id),
    incubation.restoration(id),
    incubation.organisations(id),
    incubation.milestones(id),
    incubation.milestone(id, milestone),
    incubation.milestoneRemoval(id, milestone),
    incubation.milestoneRestoration(id, milestone),
    incubation.reached(id, milestone, stay),
    incubation.unreached(id, milestone, stay),
    incubation.unlinking(id, 1),
    incubation.relinking(id, 1),
    incubation.budget(id),
    incubation.line(id, 1),
    incubation.lineRemoval(id, 1),
    incubation.lineRestoration(id, 1),
    incubation.entry(stay),
    incubation.leaving(stay),
    incubation.comeBack(stay),
    incubation.stayRemoval(stay),
    incubation.stayRestoration(stay),
    incubation.course(stay),
    incubation.newCourse(stay),
    incubation.points(stay),
    incubation.mark(stay, milestone),
    incubation.people(stay),
    incubation.personRemoval(stay, 1),
    incubation.personRestoration(stay, 1),
  ];

  test("strangers are asked to sign in, members and the board may not write, the board reads", async ({
    db,
  }) => {
    const id = await aCohort(db);
    const { stay } = await aStay(db, id);
    const milestone = await aMilestone(db, id);
    const [stranger, member, board] = [
      await openSite(db),
      await openSite(db, "membre"),
      await openSite(db, "administratrice_ca"),
    ];
    for (const path of writing(id, stay, milestone)) {
      expect((await stranger.post(path)).to, path).toContain("/connexion");
      expect((await member.post(path)).status, path).toBe(403);
      expect((await board.post(path)).status, path).toBe(403);
    }
    for (const path of [incubation.all(), incubation.one(id), incubation.stay(stay)]) {
      const page = await board.visit(path);
      expect(page.querySelectorAll("main form[method=post]").length, path).toBe(0);
      await member.visit(path, { status: 403 });
    }
  });

  test.for([
    [{ nom: "" }, "Donnez un nom"],
    [{ de: "" }, "Donnez l’année où elle commence"],
    [{ de: "20" }, "n’est pas une année"],
    [{ a: "2024" }, "Elle finirait avant"],
    [{ a: "2099" }, "vingt ans au plus"],
  ] as const)("a cohort %j is refused with what was typed", async ([wrong, message], { db }) => {
    const site = await openSite(db, "animatrice");
    const answer = await site.post(incubation.add(), { ...said, ...wrong });
    expect(answer.status).toBe(422);
    const page = await answer.page();
    expect(page.querySelector("#erreurs")?.textContent).toContain(message);
    expect(page.querySelector("[name=objet]")?.textContent).toContain("Aller plus loin");
  });

  test.for([
    [{ organisations: "" }, "au moins une organisation"],
    [{ organisations: "Inconnue de Tombouctou" }, "n’est pas dans l’annuaire"],
    [{ entree: "le trente" }, "n’est pas une date"],
    [{ entree: "1/9/2031" }, "dans plus d’un an"],
  ] as const)("an entry %j is refused with what was typed", async ([wrong, message], { db }) => {
    const id = await aCohort(db);
    await anOrganisation(db, "Adice");
    const site = await openSite(db, "animatrice");
    const typed = { organisations: "Adice", entree: "1/9/2025", ...wrong };
    const answer = await site.post(incubation.organisations(id), typed);
    expect(answer.status).toBe(422);
    const page = await answer.page();
    expect(page.querySelector("#erreurs")?.textContent).toContain(message);
    expect(page.querySelector("[name=entree]")?.getAttribute("value")).toBe(typed.entree);
    expect((await theCohort(db, id)).stays).toEqual([]);
  });
});
