import { expect } from "vitest";
import { support } from "#paths/support.ts";
import { test } from "#test/database.ts";
import { rememberedJobs } from "#test/services.ts";
import { openSite, testConfig } from "#test/site.ts";
import { aCourse, lettersTo, theCourse } from "#test/support.ts";
import { formOf } from "../courses/texts.form.ts";
import { passOn } from "./commands.ts";

test("when a referent leaves, their courses pass to another with a word, and the history keeps both", async ({
  db,
}) => {
  const site = await openSite(db, "administrateur");
  const { userId } = await openSite(db, "animatrice");
  const ids = [
    await aCourse(db, { referentId: userId }),
    await aCourse(db, { referentId: userId, subject: "Autre" }),
  ];
  const from = await site.visit(`${support.handovers()}?de=${userId}`);
  expect(from.querySelectorAll("[name='lesquels[]']")).toHaveLength(2);
  const pass = {
    de: userId ?? "",
    a: site.userId ?? "",
    "lesquels[]": [String(ids[0])],
    mot: "Le maire est l’appui.",
  };
  expect((await site.post(support.handovers(), { ...pass, a: "" })).status).toBe(422);
  expect((await site.post(support.handovers(), { ...pass, "lesquels[]": [] })).status).toBe(422);
  expect((await site.post(support.handovers(), pass)).status).toBe(303);
  const [first, second] = [await theCourse(db, ids[0] ?? 0), await theCourse(db, ids[1] ?? 0)];
  expect(first).toMatchObject({
    referent_id: site.userId,
    handovers: [{ from: "Aminata Animatrice", to: "Djamel Directeur" }],
  });
  expect(second.referent_id).toBe(userId);
  expect((await site.visit(support.one(first.id))).body.textContent).toContain("Le maire est l’appui.");
  await site.visit(support.handover(second.id));
  const board = await openSite(db, "administratrice_ca");
  expect((await board.post(support.handovers(), pass)).status).toBe(403);
});

test("who takes over and who had asked are written to once, and who takes them themselves is not", async ({
  db,
}) => {
  const director = await openSite(db, "administrateur");
  const { userId } = await openSite(db, "animatrice");
  const requester = await openSite(db);
  await requester.post(support.ask(), {
    ...{ organisation: "Kabé Bénin", votre_nom: "Fatou Diop", votre_courriel: "fatou@kabe.fr" },
    ...{ sujet: "Électrification d’une école", message: "Nous cherchons des fonds." },
  });
  const asked = await db.selectFrom("support.courses").select("id").executeTakeFirstOrThrow();
  await db.updateTable("support.courses").set({ referent_id: userId }).execute();
  const plain = await aCourse(db, { referentId: userId, subject: "Forage" });
  const desk = { config: testConfig, jobs: rememberedJobs() };
  const author = { accountId: userId, requestId: null };
  const pass = { ids: [asked.id, plain], from: userId, to: director.userId, word: "Le maire est l’appui." };
  expect(await passOn(db, author, desk, pass, new Date())).toBe(2);
  expect(await passOn(db, author, desk, pass, new Date())).toBe(0);
  const [taken, none] = await lettersTo(db, "administrateur@exemple.fr");
  expect(none).toBeUndefined();
  expect(taken?.subject).toBe("2 accompagnements vous sont confiés");
  for (const said of ["Aminata Animatrice", "Forage", "Électrification", "Le maire est l’appui."])
    expect(taken?.text).toContain(said);
  const told = (await lettersTo(db, "fatou@kabe.fr")).at(-1);
  expect(told?.subject).toContain("Djamel Directeur vous répond désormais");
  const link = /\/accompagnement\/suivi\/[\w-]+/.exec(told?.text ?? "")?.[0] ?? "";
  expect((await requester.visit(link)).body.textContent).toContain("Djamel Directeur");

  // The referent changed in the form is the same hand-over; taken by its author, only who asked is told.
  const officer = await openSite(db, "animatrice");
  const form = { ...formOf(await theCourse(db, asked.id)), referent: userId ?? "" };
  const version = String((await theCourse(db, asked.id)).version);
  expect((await officer.post(support.edit(asked.id), { ...form, version })).status).toBe(303);
  expect(await lettersTo(db, "animatrice@exemple.fr")).toEqual([]);
  expect((await lettersTo(db, "fatou@kabe.fr")).at(-1)?.subject).toContain("Aminata Animatrice");
});
