import { expect } from "vitest";
import { trainingEvidence } from "#paths/training-evidence.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { criteria, indicators } from "./referential.ts";

test("the referential has seven criteria and thirty-two indicators, each once", () => {
  expect(criteria.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect(indicators.map(({ number }) => number)).toEqual(Array.from({ length: 32 }, (_, place) => place + 1));
  expect(indicators.filter(({ only }) => !only)).toHaveLength(22);
});

test("Aminata says where an indicator stands, with its proof; a colleague who comes second is told", async ({
  db,
}) => {
  const site = await openSite(db, "animatrice");
  const path = trainingEvidence.indicator(30);
  expect((await site.visit(trainingEvidence.quality())).querySelectorAll("tbody tr")).toHaveLength(32);
  const bare = await site.post(path, { version: "0", etat: "met" });
  expect(bare.status, "an auditor asks for the proof").toBe(422);
  await site.post(path, { version: "0", etat: "met", comment: "À chaud", preuve: "Questionnaires 2021" });
  const late = await site.post(path, { version: "0", etat: "not_met", comment: "À froid" });
  expect(late.status).toBe(409);
  const page = await late.page();
  expect(page.querySelector(".callout")?.textContent).toContain("Questionnaires 2021");
  expect(page.querySelector("[name=comment]")?.textContent).toBe("À froid");
  const list = await site.visit(trainingEvidence.quality());
  expect(list.querySelector(".figure-value")?.textContent).toBe("1");
});

test("only the team answers, and only for an indicator that exists", async ({ db }) => {
  const good = { version: "0", etat: "partly" };
  expect((await (await openSite(db)).post(trainingEvidence.indicator(1), good)).to).toContain("/connexion");
  expect(
    (await (await openSite(db, "administratrice_ca")).post(trainingEvidence.indicator(1), good)).status,
  ).toBe(403);
  expect((await (await openSite(db, "animatrice")).post(trainingEvidence.indicator(99), good)).status).toBe(
    404,
  );
});
