import { expect, inject, test } from "vitest";
import { expectAccessible, openPage, openPlainPage } from "../browser.ts";

test("each figure of the published report opens on as many rows as it says", async () => {
  const page = await openPlainPage();
  await page.goto("/bilan/2021");
  for (const [figure, rows] of [
    ["205", 205],
    ["123", 123],
    ["53", 53],
    ["72", 72],
    ["21", 21],
  ] as const) {
    await page.goto("/bilan/2021");
    await page
      .locator("a.figure-value", { hasText: new RegExp(`^${figure}\\b`) })
      .first()
      .click();
    expect(await page.locator("main").textContent()).toMatch(new RegExp(`\\b${rows}\\b`));
  }
  await page.close();
});

test("a published edition never moves, whatever is noted afterwards", async () => {
  const site = inject("siteUrl");
  const read = async () =>
    (await (await fetch(`${site}/bilan/2021`)).text()).match(/figure-value[^>]*>[^<]+/g);
  const before = await read();
  const page = await openPage({ as: "officer" });
  await page.goto("/gestion/activite/nouvelle");
  await page.getByLabel("Sujet").fill("Une réunion de 2021 retrouvée");
  await page.getByLabel("Type").selectOption({ label: "Accompagnement" });
  await page.getByLabel("Date").fill("3/3/2021");
  await page.getByLabel("Durée").fill("1");
  await page.getByLabel("Participants").fill("1");
  await page.getByLabel("En ligne").check();
  await page.getByLabel("Lieux").fill("");
  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await page.getByText("Réunion notée.").waitFor();
  const live = (await (await fetch(`${site}/api/v1/indicators?year=2021`)).json()) as {
    id: string;
    value: unknown;
  }[];
  expect(live.find((one) => one.id === "meetings.count")?.value).toBe(382);
  expect(await read()).toEqual(before);
  await page.getByRole("button", { name: "Supprimer" }).click();
  await page.getByText("Annuler la suppression").waitFor();
  await page.close();
});

test("the report is a tagged PDF of many pages", async () => {
  const response = await fetch(`${inject("siteUrl")}/bilan/2021.pdf`);
  expect(response.headers.get("content-type")).toContain("application/pdf");
  const text = Buffer.from(await response.arrayBuffer()).toString("latin1");
  expect(text.startsWith("%PDF-")).toBe(true);
  expect(text.length).toBeGreaterThan(100_000);
});

test("the desk's pages are accessible, wide and narrow", async () => {
  const paths = [
    ...[
      "",
      "/activite",
      "/activite/nouvelle",
      "/formations",
      "/annuaire",
      "/adhesions?annee=2021",
      "/imports",
    ],
    ...["/bilan", "/bilan/2021", "/bilan/2021/reconciliation", "/indicateurs?annee=2021", "/territoire"],
    ...[
      "/territoire/bureaux",
      "/vocabulaires",
      "/vocabulaires/actor_types",
      "/comptes",
      "/journal",
      "/courrier",
    ],
    ...["/taches", "/reglages", "/recherche?q=lille"],
  ];
  for (const width of [1280, 320]) {
    const page = await openPage({ as: "administrator", viewport: { width, height: 800 } });
    for (const path of paths) {
      const response = await page.goto(`/gestion${path}`);
      expect(response?.status(), path).toBe(200);
      await expectAccessible(page);
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow, `${path} does not scroll sideways at ${width}`).toBeLessThanOrEqual(0);
    }
    await page.close();
  }
});
