import { sql } from "kysely";
import { describe, expect } from "vitest";
import { criteria } from "#app/criteria.ts";
import { dayInParis, yearOf } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { alone, network, of, termsOf } from "#test/segments.ts";
import type { Definition } from "./definition.ts";
import { countSegment, listSegmentOrganisations, segmentCondition, sentenceOf } from "./queries.ts";

const found = async (db: Db, definition: Definition) =>
  (await listSegmentOrganisations(db, criteria, definition)).map(({ name }) => name);

const family = of("directory.family", { famille: ["associations"] });
const somme = of("directory.department", { departement: ["80"] });
const mali = of("directory.country", { pays: ["ML"] });
const member = of("membership.member", { annee: ["2021"] });

describe("an officer reads who is in a segment", () => {
  test("by what the organisations are, where they are, what they did", async ({ db }) => {
    await network(db);
    const cases: [Definition, string[], string][] = [
      [
        [],
        ["Amis du Mali", "Collectif du Nord", "Lille Togo", "Sans rien", "Ville d’Amiens"],
        "toutes les organisations",
      ],
      [
        alone(family, somme, member, mali),
        ["Amis du Mali"],
        "les associations de la Somme membres en 2021 qui agissent au Mali",
      ],
      [
        alone(family, { ...somme, not: true }),
        ["Collectif du Nord", "Lille Togo"],
        "les associations hors de la Somme",
      ],
      [
        alone({ ...family, not: true }, of("directory.department", { departement: ["59", "80"] })),
        ["Ville d’Amiens"],
        "les organisations du Nord ou de la Somme qui ne sont pas des associations",
      ],
      [
        alone(family, { ...member, not: true }, { ...mali, not: true }),
        ["Collectif du Nord"],
        "les associations qui ne sont pas membres en 2021 et qui n’agissent pas au Mali",
      ],
      [
        [[family], [of("directory.has", { quoi: ["website"] }), member]],
        ["Amis du Mali", "Lille Togo"],
        "les associations, soit qui ont un site internet, soit membres en 2021",
      ],
      [
        alone(
          of("directory.type", { type: ["ong", "osim"] }),
          of("directory.country", { pays: ["TG", "MG"] }),
        ),
        ["Lille Togo"],
        "les ONG et les OSIM qui agissent au Togo ou à Madagascar",
      ],
      [
        alone(of("directory.type", { type: ["ong", "osim"] }, true), { ...somme, not: true }),
        ["Collectif du Nord", "Sans rien"],
        "les organisations hors de la Somme qui ne sont pas des ONG ni des OSIM",
      ],
      [
        alone(of("membership.lapsed", { annee: ["2021"] })),
        ["Ville d’Amiens"],
        "les organisations qui étaient membres en 2020 sans l’être en 2021",
      ],
      [
        alone(of("membership.years", { nombre: ["2"] })),
        ["Amis du Mali"],
        "les organisations qui ont été membres au moins 2 années",
      ],
      [
        alone(of("activities.met-at", { type: ["formation"], annee: ["2021"] })),
        ["Lille Togo"],
        "les organisations qui ont pris part à une réunion du type « Formation » en 2021",
      ],
      [
        alone(of("activities.never-met", {}), family),
        ["Amis du Mali", "Collectif du Nord"],
        "les associations qui n’ont encore pris part à aucune réunion",
      ],
      [
        alone(of("directory.sector", { secteur: ["eau"] }), of("directory.founded", { annee: ["1990"] })),
        ["Amis du Mali"],
        "les organisations qui agissent dans le secteur « Eau et assainissement » et dont la création date de 1990 ou d’après",
      ],
      [
        alone(of("directory.goal", { odd: ["6", "1"] }), of("directory.commune", { commune: ["59350"] })),
        ["Lille Togo"],
        "les organisations de Lille qui agissent pour l’ODD 6 ou 1",
      ],
      [
        alone(of("directory.completeness", { part: ["40"] })),
        ["Amis du Mali", "Lille Togo"],
        "les organisations dont la fiche est remplie à 40 % au moins",
      ],
    ];
    for (const [definition, names, words] of cases) {
      expect(await sentenceOf(db, criteria, definition)).toBe(words);
      expect(await found(db, definition), words).toEqual(names);
      expect(await countSegment(db, criteria, definition), words).toBe(names.length);
    }
  });

  test("nobody is in a segment one of whose criteria is gone, and archived ones wait until asked for", async ({
    db,
  }) => {
    const [first = 0] = await network(db);
    expect(await found(db, alone(of("projects.gone", {}, true)))).toEqual([]);
    expect(await sentenceOf(db, criteria, alone(of("projects.gone", {})))).toContain("critère disparu");
    await db
      .updateTable("directory.organisations")
      .set({ status: "archived" })
      .where("id", "=", first)
      .execute();
    expect(await found(db, alone(mali))).toEqual(["Lille Togo"]);
    expect(await found(db, alone(of("directory.status", { etat: ["archived"] })))).toEqual(["Amis du Mali"]);
  });

  test("what every room knows makes one sentence", async ({ db }) => {
    await network(db);
    const project = of("projects.has", { pays: ["ML"] });
    expect(await sentenceOf(db, criteria, alone(project, member, somme, family))).toBe(
      "les associations de la Somme membres en 2021 qui ont un projet au Mali",
    );
    expect(await found(db, alone(family, { ...project, not: true }))).toEqual([
      "Amis du Mali",
      "Collectif du Nord",
      "Lille Togo",
    ]);
    for (const criterion of criteria)
      expect(new Set(criterion.fields.map(({ name }) => name)).size, criterion.id).toBe(
        criterion.fields.length,
      );
  });

  test("a segment said of this year follows the calendar", async ({ db }) => {
    const [first = 0] = await network(db);
    const year = yearOf(dayInParis(new Date()));
    const college = (await termsOf(db))("colleges", "association");
    await db
      .insertInto("membership.memberships")
      .values({ organisation_id: first, year, college_id: college })
      .execute();
    const now = alone(of("membership.member", { annee: ["cette année"] }));
    expect(await found(db, now)).toEqual(["Amis du Mali"]);
    expect(await sentenceOf(db, criteria, now)).toBe(`les organisations membres en ${year}`);
    expect(await found(db, alone(of("membership.lapsed", { annee: ["l’an prochain"] })))).toEqual([
      "Amis du Mali",
    ]);
  });

  test("another room draws from it page by page, and puts it in its own statement", async ({ db }) => {
    await network(db);
    const pages: string[] = [];
    let after: { key: string; id: number } | undefined;
    for (;;) {
      const page = await listSegmentOrganisations(db, criteria, [], {
        limit: 2,
        ...(after ? { after } : {}),
      });
      pages.push(...page.map(({ name }) => name));
      after = page.at(-1);
      if (page.length < 2) break;
    }
    expect(pages).toEqual(await found(db, []));
    const inside = await segmentCondition(db, criteria, alone(member), sql.ref("membership.organisation_id"));
    const { rows } = await sql`select from membership.memberships membership where ${inside}`.execute(db);
    expect(rows).toHaveLength(2);
  });
});
