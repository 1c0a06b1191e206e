import { describe, expect, test } from "vitest";
import { openPage } from "../browser.ts";

type Page = Awaited<ReturnType<typeof openPage>>;

/** What has the focus, in a few words: its text or its name. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const held = document.activeElement;
    if (!held || held === document.body) return "";
    return (held.getAttribute("name") ?? held.textContent ?? "").replace(/\s+/g, " ").trim();
  });

/** Everything that takes the focus with Tab, in the order of the page; of radios of one name, one. */
const mark = (page: Page) =>
  page.evaluate(() => {
    const all = document.querySelectorAll<HTMLInputElement>(
      "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']",
    );
    let rank = 0;
    for (const one of all) {
      if (one.disabled || one.tabIndex < 0 || !one.checkVisibility({ visibilityProperty: true })) continue;
      const group = [...document.querySelectorAll<HTMLInputElement>(`[name="${one.name}"]`)].filter(
        ({ type, form }) => one.type === "radio" && type === "radio" && form === one.form,
      );
      const chosen = group.find((radio) => radio.checked) ?? group[0];
      if (chosen && chosen !== one) continue;
      one.dataset.rank = String(rank++);
    }
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    document.querySelector<HTMLElement>(".skip")?.focus();
    return rank;
  });

/** Goes through the page by one key; each place in turn, or what has the focus and is not seen: no ring, or something over it. */
async function walk(page: Page, key: "Tab" | "Shift+Tab", count: number) {
  const places: (string | undefined)[] = [];
  for (let step = 1; step < count; step++) {
    await page.keyboard.press(key);
    places.push(
      await page.evaluate(() => {
        const held = document.activeElement;
        if (!(held instanceof HTMLElement)) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(held);
        const { left, top, width, height } = held.getBoundingClientRect();
        const ringed = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
        const above = document.elementFromPoint(
          left + Math.min(width / 2, 30),
          top + Math.min(height / 2, 12),
        );
        const bare =
          above && (held.contains(above) || above.contains(held) || above.closest("label")?.control === held);
        return ringed && bare ? held.dataset.rank : `not seen: ${held.outerHTML.slice(0, 120)}`;
      }),
    );
  }
  return places;
}

/** A page of the office with all that is folded in it. */
async function opened(page: Page, path: string) {
  await page.goto(path, { waitUntil: "networkidle" });
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll("main details")) (fold as HTMLDetailsElement).open = true;
  });
}

describe("someone who has only a keyboard", () => {
  test("reaches everything of a page in its order, forth and back, and always sees where they are", async () => {
    const page = await openPage({ as: "officer" });
    await page.goto("/gestion/accompagnements/liste");
    const course = await page.locator("main .table tbody a").first().getAttribute("href");
    for (const [path, width] of [
      [course ?? "", 1280],
      ["/gestion/accompagnements/nouveau", 1280],
      ["/gestion/rendez-vous/nouveau", 1280],
      ["/gestion/annuaire?q=association", 1280],
      ["/gestion/accompagnements/liste?q=projet", 360],
    ] as const) {
      await page.setViewportSize({ width, height: 740 });
      await opened(page, path);
      const count = await mark(page);
      const ranks = Array.from({ length: count }, (_, rank) => String(rank));
      expect(await walk(page, "Tab", count), path).toEqual(ranks.slice(1));
      expect(await walk(page, "Shift+Tab", count), path).toEqual(ranks.slice(0, -1).reverse());
    }
    await page.close();
  });

  test("is led from what is to mend to its field, and nothing that they typed is gone", async () => {
    const page = await openPage({ as: "officer" });
    await page.goto("/gestion/accompagnements/liste");
    await page.goto((await page.locator("main .table tbody a").first().getAttribute("href")) ?? "");
    await page.locator("summary", { hasText: "Ajouter une personne" }).press("Enter");
    await page.locator("[name=fonction]").fill("Présidente");
    await page.locator("[name=fonction]").press("Enter");
    await expect.poll(() => focused(page)).toContain("Une chose est à corriger");
    expect(await page.locator("#erreurs").evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThan(
      0,
    );
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toBe("nom");
    await page.keyboard.type("Awa Diop");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toContain("Awa Diop est de cet accompagnement.");
    const person = page.locator("#personnes li", { hasText: "Awa Diop, Présidente" });
    await person.getByRole("button", { name: /Retirer/ }).press("Enter");
    await expect.poll(() => focused(page)).toContain("Awa Diop n’est plus de cet accompagnement.");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Annuler le retrait");
    await page.keyboard.press("Enter");
    await expect.poll(() => focused(page)).toContain("de nouveau");
    expect(await person.count()).toBe(1);
    await page.close();
  });

  test("closes with Escape what they unfolded, and is where they were", async () => {
    const page = await openPage({ as: "officer" });
    await page.goto("/gestion/accompagnements/nouveau");
    const menu = page.locator("details.create");
    await menu.locator("summary").press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    expect(await menu.evaluate((one: HTMLDetailsElement) => one.open)).toBe(false);
    expect(await focused(page)).toContain("Créer");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Shift+Tab");
    expect(await menu.evaluate((one: HTMLDetailsElement) => one.open)).toBe(false);
    await page.goto("/gestion/accompagnements/liste");
    await page.goto((await page.locator("main .table tbody a").first().getAttribute("href")) ?? "");
    await page.locator("summary", { hasText: "Écrire une note" }).press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("À garder");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("Écrire une note");
    expect(await page.locator("[name=note]").isVisible()).toBe(false);
    await page.keyboard.press("Enter");
    expect(await page.locator("[name=note]").inputValue()).toBe("À garder");
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole("button", { name: "Rubriques" }).press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("Rubriques");
    await page.close();
  });
});
