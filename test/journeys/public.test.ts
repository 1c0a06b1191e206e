import { expect, inject, test } from "vitest";
import { expectAccessible, openPage, openPlainPage, weigh } from "../browser.ts";

/** Every page that the sitemap names, a handful of each kind, and those that it leaves out. */
async function publicPages(): Promise<string[]> {
  const sitemap = await (await fetch(`${inject("siteUrl")}/sitemap.xml`)).text();
  const named = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, address = ""]) => new URL(address).pathname,
  );
  const perKind = Map.groupBy(named, (path) => path.split("/").slice(0, 2).join("/"));
  const sample = [...perKind.values()].flatMap((paths) => paths.slice(0, 3));
  return [...new Set([...sample, ...others])];
}

const others = [
  "/connexion",
  "/acteurs?q=mali",
  "/acteurs?q=rien%20de%20tel",
  "/bilan/2021/lignes/meetings.trips",
  "/observatoire/indicateurs/meetings.in_offices?annee=2021",
  "/observatoire/indicateurs/support.by_department?annee=2021",
];

test("every public page is read without a script, by everyone, and is light", async () => {
  const paths = await publicPages();
  expect(paths.length).toBeGreaterThan(12);
  for (const path of paths) {
    const page = await openPlainPage();
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(200);
    expect(await page.locator("h1").count(), path).toBe(1);
    await page.close();
    expect(await weigh(path), `${path} weighs at most 60 KB`).toBeLessThanOrEqual(60 * 1024);
  }
});

test("every public page is accessible, in light and dark, wide and narrow", async () => {
  for (const path of await publicPages()) {
    for (const options of [{}, { colorScheme: "dark" as const, viewport: { width: 320, height: 640 } }]) {
      const page = await openPage(options);
      await page.goto(path);
      await expectAccessible(page);
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow, `${path} does not scroll sideways`).toBeLessThanOrEqual(0);
      await page.close();
    }
  }
});

test("an address that leads nowhere says so calmly", async () => {
  const page = await openPage();
  const response = await page.goto("/cette-page-n-existe-pas");
  expect(response?.status()).toBe(404);
  await expectAccessible(page);
  await page.close();
});
