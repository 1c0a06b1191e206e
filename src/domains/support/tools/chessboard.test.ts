import { expect } from "vitest";
import { addOrganisations, changeFields, type FieldValues } from "#domains/directory/index.ts";
import { listTerms } from "#domains/vocabularies/index.ts";
import { tools } from "#paths/tools.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { openSite } from "#test/site.ts";
import { listPartners } from "./queries.partners.ts";
import { shippedTools } from "./shipped/index.ts";

const weights = shippedTools.chessboard.weights ?? {
  place: 0,
  department: 0,
  country: 0,
  sector: 0,
  goal: 0,
  family: 0,
};

async function published(db: Db, name: string, fields: FieldValues) {
  const [id = 0] = await addOrganisations(db, system, [{ name }]);
  await changeFields(db, system, id, { ...fields }, { source: { source: "staff" } });
  await db
    .updateTable("directory.organisations")
    .set({ visibility: "listed", status: "published", department_code: "80" })
    .where("id", "=", id)
    .execute();
  return id;
}

test("the chessboard weighs published cards only, and says why", async ({ db }) => {
  const [water, school] = await listTerms(db, "sectors");
  const near = await published(db, "Puits partagés", {
    country_codes: ["ML", "SN"],
    sector_ids: [water?.id ?? 0],
  });
  const far = await published(db, "École du fleuve", {
    country_codes: ["ML"],
    sector_ids: [school?.id ?? 0],
  });
  const hidden = await published(db, "Discrète", { country_codes: ["ML"], sector_ids: [water?.id ?? 0] });
  await db
    .updateTable("directory.organisations")
    .set({ visibility: "internal" })
    .where("id", "=", hidden)
    .execute();
  const seeker = {
    organisationId: null,
    epciCode: null,
    departmentCode: "80",
    familyId: null,
    countries: ["ML", "SN"],
    sectors: [water?.id ?? 0],
    goals: [],
  };
  const partners = await listPartners(db, seeker, weights);
  expect(partners.map(({ id, score }) => [id, score])).toEqual([
    [near, 20 + 36 + 25],
    [far, 20 + 30],
  ]);
  expect(partners[0]).toMatchObject({ same_department: true, countries: ["ML", "SN"], sectors: [water?.id] });

  const site = await openSite(db);
  const page = await (
    await site.post(tools.trial("chessboard"), {
      departement: "80",
      pays: "Mali, Sénégal, Atlantide",
      "domaines[]": [String(water?.id)],
    })
  ).page();
  expect(page.querySelector(".tool-partners")?.textContent).toMatch(/Puits partagés\s*81\spoints/);
  expect(page.body.textContent).toContain("Pays en commun : Mali, Sénégal (36\u00a0points)");
  expect(page.body.textContent).toContain("Ce pays n’est pas reconnu : Atlantide");
  expect(page.body.textContent).not.toContain("Discrète");

  // For an organisation, what its card says is known already; who is kept is kept.
  const staff = await openSite(db, "animatrice");
  const path =
    (await staff.post(tools.add(), { outil: "chessboard", intitule: "Qui d’autre ?", fiche: String(near) }))
      .to ?? "";
  expect((await staff.visit(path)).querySelector(".tool-partners")?.textContent).toContain("École du fleuve");
  const { version } = await db.selectFrom("support.tool_sheets").select("version").executeTakeFirstOrThrow();
  await staff.post(path, {
    intitule: "Qui d’autre ?",
    [`garde.${far}`]: "oui",
    [`mot.${far}`]: "Appeler",
    version: String(version),
  });
  expect((await staff.visit(`${path}/papier`)).body.textContent).toMatch(
    /Partenaires gardés\s*École du fleuve[\s\S]*Appeler/,
  );
});
