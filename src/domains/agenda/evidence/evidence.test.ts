import fc from "fast-check";
import { describe, expect } from "vitest";
import { trainingEvidence } from "#paths/training-evidence.ts";
import { test } from "#test/database.ts";
import type { Persona } from "#test/personas.ts";
import { openSite } from "#test/site.ts";
import { aTrainingOf as aTraining, came } from "#test/trained.ts";
import { findEvidence, readEvidence } from "./queries.ts";
import { checksOf, objectives, reportOf, traineeKinds } from "./rules.ts";

describe("the report of a training body", () => {
  test("counts a person of three days once, and their hours three times; a training noted by number by its fullest day", async ({
    db,
  }) => {
    const named = await aTraining(db, "Mobiliser son partenaire", [
      ["2021-03-01", 180, 0],
      ["2021-03-02", 180, 0],
      ["2021-03-03", 120, 0],
    ]);
    await came(db, named.id, "Diallo", named.sessions);
    await came(db, named.id, "Petit", named.sessions.slice(0, 1));
    await aTraining(db, "Construire son budget", [
      ["2021-05-01", 60, 5],
      ["2021-05-08", 60, 7],
    ]);
    const { lines, years } = await readEvidence(db, 2021);
    expect(lines).toMatchObject([
      { title: "Construire son budget", people: 7, attendances: 12, minutes: 720, named: false },
      { title: "Mobiliser son partenaire", people: 2, attendances: 4, minutes: 660, named: true },
    ]);
    expect(years).toEqual([{ year: 2021 }]);
    expect((await readEvidence(db, 2020)).lines).toEqual([]);
  });

  test("a cancelled training, one of another body or a draft is not counted", async ({ db }) => {
    const { id } = await aTraining(db, "Monter un projet", [["2021-05-01", 60, 5]]);
    for (const change of [{ cancelled_at: new Date() }, { origin: "relayed" }, { status: "draft" }]) {
      await db
        .updateTable("agenda.events")
        .set({ cancelled_at: null, origin: "own", status: "published", ...change })
        .where("id", "=", id)
        .execute();
      expect((await readEvidence(db, 2021)).lines, JSON.stringify(change)).toEqual([]);
    }
  });

  test("Aminata says who was trained, one by one, and the page opens on what is counted", async ({ db }) => {
    const { id, sessions } = await aTraining(db, "Mobiliser son partenaire", [["2021-03-01", 180, 0]]);
    const diallo = await came(db, id, "Diallo", sessions);
    await came(db, id, "Petit", sessions);
    const site = await openSite(db, "animatrice");
    const page = await site.visit(trainingEvidence.report(2021));
    expect(page.querySelector(".callout")?.textContent).toContain("F-1 = F-4");
    await site.visit(trainingEvidence.one(id));
    const { to } = await site.post(trainingEvidence.one(id), {
      version: "0",
      stagiaires: "individual",
      objectif: "other",
      specialite: "332 Travail social",
      internes: "2",
      heures_internes: "6h",
      [`p${diallo}`]: "job_seeker",
    });
    expect(to).toBe(trainingEvidence.report(2021));
    const after = await site.visit(trainingEvidence.report(2021));
    expect(after.querySelector("main .tag-good")?.textContent).toBe("Concorde");
    const { lines, trainers } = await readEvidence(db, 2021);
    expect(lines.map(({ kind, people }) => [kind, people])).toEqual([
      ["individual", 1],
      ["job_seeker", 1],
    ]);
    expect(trainers).toMatchObject({ inside_trainers: 2, inside_minutes: 360 });
    const csv = await site.request(`${trainingEvidence.exported()}.csv?annee=2021`);
    expect(await csv.text()).toContain("332 Travail social");
  });

  test("two officers on one training: the second is told, and loses nothing", async ({ db }) => {
    const { id } = await aTraining(db, "Monter un projet", [["2021-05-01", 60, 5]]);
    const site = await openSite(db, "animatrice");
    const said = { version: "0", stagiaires: "other", objectif: "other" };
    await site.post(trainingEvidence.one(id), { ...said, specialite: "Première" });
    const late = await site.post(trainingEvidence.one(id), { ...said, specialite: "Seconde" });
    expect(late.status).toBe(409);
    const page = await late.page();
    expect(page.querySelector(".callout")?.textContent).toContain("Première");
    expect(page.querySelector("[name=specialite]")?.getAttribute("value")).toBe("Seconde");
    expect((await findEvidence(db, id))?.specialty).toBe("Première");
  });

  test("the writing route climbs the ladder", async ({ db }) => {
    const { id } = await aTraining(db, "Monter un projet", [["2021-05-01", 60, 5]]);
    const path = trainingEvidence.one(id);
    const good = { version: "0", stagiaires: "other", objectif: "other" };
    const answerTo = async (who: Persona | undefined, fields: Record<string, string>) =>
      (await (await openSite(db, who)).post(path, fields)).status;
    expect((await (await openSite(db)).post(path, good)).to).toContain("/connexion");
    expect(await answerTo("administratrice_ca", good)).toBe(403);
    expect(await answerTo("animatrice", { ...good, stagiaires: "x", heures_internes: "beaucoup" })).toBe(422);
    expect(await answerTo("animatrice", good)).toBe(303);
    expect((await (await openSite(db, "animatrice")).post(trainingEvidence.one(999_999), good)).status).toBe(
      404,
    );
  });
});

test("whatever the trainings, the frames add up to the same, and only a missing speciality breaks the checks", () => {
  const line = fc.record({
    eventId: fc.nat(),
    kind: fc.constantFrom(...traineeKinds),
    objective: fc.constantFrom(...objectives),
    specialty: fc.constantFrom("", "332 Travail social", "326 Informatique"),
    subcontracted: fc.boolean(),
    people: fc.nat(200),
    minutes: fc.nat(100_000),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const report = reportOf(lines);
      const broken = checksOf(report).filter(({ holds }) => !holds);
      const unsaid = lines.filter(({ specialty, people, minutes }) => !specialty && people + minutes > 0);
      expect(broken.length > 0).toBe(unsaid.length > 0);
      expect(report.subcontracted.people).toBeLessThanOrEqual(report.total.people);
    }),
  );
});
