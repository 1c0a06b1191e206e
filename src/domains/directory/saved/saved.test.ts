import { expect } from "vitest";
import { directory } from "#paths/directory.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";

test("a view keeps filters, columns and order under a name, for oneself or for all", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  const query = "departement=59&tri=-commune&colonnes=commune,rna";
  const list = await site.visit(`${directory.all()}?${query}`);
  const keep = list.querySelector(".saved-views a")?.getAttribute("href") ?? "";
  const page = await site.visit(keep);
  const adresse = page.querySelector("[name=adresse]")?.getAttribute("value") ?? "";
  expect((await site.post(directory.views(), { nom: "", adresse })).status).toBe(422);
  const kept = await site.post(directory.views(), { nom: "Le Nord", adresse, partage: "moi" });
  const open = await site.visit(kept.to ?? "");
  expect(open.querySelector(".saved-views a[aria-current]")?.textContent).toBe("Le Nord");
  expect(
    [...open.querySelectorAll(".column-choice input[checked]")].map((box) => box.getAttribute("value")),
  ).toEqual(["commune", "rna"]);
  const other = await openSite(db, "administratrice_ca");
  expect((await other.visit(directory.all())).querySelector(".saved-views")?.textContent).not.toContain(
    "Le Nord",
  );
  await other.post(directory.views(), { nom: "Toutes", adresse: "statut=archived", partage: "equipe" });
  const removal = open.querySelector(".saved-views form")?.getAttribute("action") ?? "";
  expect((await other.post(removal)).status).toBe(404);
  const removed = await site.visit((await site.post(removal)).to ?? "");
  expect(removed.querySelector(".saved-views")?.textContent).toMatch(/^Toutes/);
  await site.post(removed.querySelector(".notice form")?.getAttribute("action") ?? "");
  expect((await site.visit(directory.all())).querySelector(".saved-views")?.textContent).toContain("Le Nord");
});

test("a view is kept by who may read the directory only", async ({ db }) => {
  const view = { nom: "Une vue", adresse: "" };
  expect((await (await openSite(db)).post(directory.views(), view)).to).toMatch(/^\/connexion/);
  for (const who of ["membre", "jure"] as const)
    for (const path of [directory.views(), directory.viewRemoval(1), directory.viewRestoration(1)])
      expect((await (await openSite(db, who)).post(path, view)).status).toBe(403);
});
