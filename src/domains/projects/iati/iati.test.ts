import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { sql } from "kysely";
import { parseXmlDocument } from "slimdom";
import { describe, expect } from "vitest";
import { setSettings } from "#domains/network/index.ts";
import { listTerms } from "#domains/vocabularies/index.ts";
import { projects } from "#paths/projects.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { breaches, codesOf, reference } from "#test/iati.ts";
import { carriedBy, organisationNamed, projectOf } from "#test/projects.ts";
import { openSite } from "#test/site.ts";
import { type Stage, stages } from "../rules.ts";

const address = projects.publicIati();
/** Anyone’s example of a right SIREN (that of no network). */
const siren = "732829320";
const signed = (db: Db) => setSettings(db, system, { siren, name: "Lianes & cie" });
const hasXmllint = spawnSync("xmllint", ["--version"]).status === 0;
const unchecked = [reference ? "" : "the reference of IATI", hasXmllint ? "" : "xmllint"].filter(Boolean);
if (unchecked.length > 0)
  process.stderr.write(
    `IATI files are not checked against the standard here: no ${unchecked.join(", no ")}.\n`,
  );

const whole = async (db: Db) => ({
  sectorIds: (await listTerms(db, "sectors")).slice(0, 1).map(({ id }) => id),
  starts: { on: "2021-03-01", precision: "month" as const },
  countryCodes: ["ML"],
});

async function read(db: Db, query = "") {
  const answer = await (await openSite(db)).request(address + query);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toContain("application/xml");
  return answer.text();
}

describe("who gets the file", () => {
  test("nobody while the network has no SIREN to sign it with, and the page says why", async ({ db }) => {
    await projectOf(db, { title: "Puits", ...(await whole(db)) });
    const page = await (await openSite(db)).visit(address, { status: 404 });
    expect(page.body.textContent).toContain("signé du SIREN");
    const list = await (await openSite(db)).visit(projects.publicList());
    expect(list.querySelector(`a[href="${address}"]`)).toBeNull();
  });

  test("nobody while no project can be written: the schema wants one at least", async ({ db }) => {
    await signed(db);
    await projectOf(db, { title: "Puits" });
    const page = await (await openSite(db)).visit(address, { status: 404 });
    expect(page.body.textContent).toContain("une date de début");
  });

  test("anyone, from the list of the projects and with its filters", async ({ db }) => {
    await signed(db);
    await projectOf(db, { title: "Puits", ...(await whole(db)) });
    await projectOf(db, { title: "Jardin", ...(await whole(db)), countryCodes: ["BJ"] });
    const list = await (await openSite(db)).visit(projects.publicList());
    expect(list.querySelector(`a[href="${address}"]`)?.textContent).toBe("IATI");
    const file = await read(db, "?pays=BJ");
    expect(file).toContain("Jardin");
    expect(file).not.toContain("Puits");
  });
});

test("neither an internal project, nor an amount, nor an organisation or a SIREN kept from the public goes out", async ({
  db,
}) => {
  await signed(db);
  const secret = await organisationNamed(db, "Zibeline secours", "internal");
  const shy = await organisationNamed(db, "Kabé");
  await sql`update directory.organisations set siren = '356000000',
    facts = '{"siren": {"visibility": "staff"}}' where id = ${shy}`.execute(db);
  await projectOf(db, { title: "Zibeline", visibility: "internal", ...(await whole(db)) });
  await projectOf(db, {
    title: "Puits",
    ...(await whole(db)),
    notes: "Zibeline fragile",
    participants: [...carriedBy(secret, "Zibeline secours"), ...carriedBy(shy, "Kabé")],
    budget: [
      { funder: "Zibeline banque", organisationId: secret, plannedCents: 7_777_00, receivedCents: null },
    ],
  });
  const file = await read(db);
  for (const word of ["Zibeline", "7777", "356000000"]) expect(file).not.toContain(word);
  expect(file).toContain("<narrative>Kabé</narrative>");
});

describe("the page that tells what is missing", () => {
  test("a stranger signs in first, a member is refused", async ({ db }) => {
    expect((await (await openSite(db)).request(projects.iati())).headers.get("location")).toContain(
      "/connexion",
    );
    expect((await (await openSite(db, "membre")).request(projects.iati())).status).toBe(403);
  });

  test("an officer reads which projects stay out and why, and mends them from there", async ({ db }) => {
    const id = await projectOf(db, { title: "Puits" });
    await projectOf(db, { title: "Jardin", summary: "Un jardin.", ...(await whole(db)) });
    const page = await (await openSite(db, "animatrice")).visit(projects.iati());
    const text = page.body.textContent ?? "";
    expect(text).toContain(
      "une date de début ; un pays, ou un lieu ici ; un secteur rapproché d’un code-objet du CAD",
    );
    expect(text).toContain("il lui faut le SIREN du réseau");
    expect(page.querySelector(`a[href="${projects.edit(id)}"]`)).not.toBeNull();
    expect(text).not.toContain("Jardin");
  });
});

/** Projects of every kind: with and without dates, sectors, countries, places, SIREN, markers. */
async function plant(db: Db, count: number) {
  const [sectors, goals, markers] = await Promise.all(
    ["sectors", "odd", "markers"].map(async (list) => (await listTerms(db, list)).map(({ id }) => id)),
  );
  const known = await organisationNamed(db, "Mairie & <fils>");
  const hall = (await listTerms(db, "actor_types")).find(({ code }) => code === "collectivite");
  await sql`update directory.organisations set siren = '356000000', actor_type_id = ${hall?.id} where id = ${known}`.execute(
    db,
  );
  const unnamed = await organisationNamed(db, "Discrète", "internal");
  const day = fc.constantFrom("2019-02-01", "2021-06-30", "2099-12-31");
  const project = fc.record({
    title: fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
      .map((text) => text.replaceAll("\0", "") || "Sans titre"),
    description: fc.constantFrom("", "Un & <b>puits</b>\u0007", "Deux\n\nparagraphes"),
    beneficiaries: fc.constantFrom("", "Les élèves"),
    stage: fc.constantFrom(...stages.map(({ code }): Stage => code)),
    days: fc.tuple(fc.option(day, { freq: 5 }), fc.option(day)),
    sectorIds: fc.subarray(sectors ?? [], { maxLength: 6 }),
    goalIds: fc.subarray(goals ?? [], { maxLength: 4 }),
    countryCodes: fc.subarray(["ML", "BJ", "SN", "XK", "MA", "TG", "HT"]),
    organisationId: fc.option(fc.constantFrom(known, unnamed)),
    role: fc.constantFrom(
      "carrier" as const,
      "funder" as const,
      "partner_there" as const,
      "technical" as const,
    ),
    place: fc.boolean(),
    origin: fc.constantFrom("tandem" as const, "grant" as const, "programme" as const),
  });
  for (const { days, organisationId, role, place, ...said } of fc.sample(project, {
    numRuns: count,
    seed: 2021,
  })) {
    const [early, late] = days;
    const [starts, ends] = early && late ? [early, late].sort() : [early, late];
    const id = await projectOf(db, {
      ...said,
      starts: starts ? { on: starts, precision: "day" } : null,
      ends: ends ? { on: ends, precision: "year" } : null,
      participants: [{ role, name: "L’école", organisationId, countryCode: null }],
      places: place
        ? [
            {
              side: "there",
              name: "Gao",
              communeCode: null,
              countryCode: "ML",
              longitude: -0.0444,
              latitude: 16.2717,
            },
          ]
        : [],
    });
    await sql`insert into projects.markers (project_id, marker_id, score)
      select ${id}::bigint, marker, (marker + ${id}::bigint) % 3 from unnest(${markers ?? []}::bigint[]) marker`.execute(
      db,
    );
  }
  // What people write in the panorama itself is of no scheme.
  await sql`update projects.projects set origin = 'own', origin_ref = null where id % 2 = 0`.execute(db);
}

describe.skipIf(!reference)("the file is what the standard asks", () => {
  test("the official ruleset finds nothing in projects of every kind, and the codes are in their lists", async ({
    db,
  }) => {
    await signed(db);
    await plant(db, 40);
    const file = await read(db);
    const parsed = parseXmlDocument(file);
    const activities = parsed.getElementsByTagName("iati-activity");
    expect(activities.length).toBeGreaterThan(8);
    expect(activities.length).toBeLessThan(40);
    expect(breaches(file, new Date())).toEqual([]);
    for (const [element, attribute, list] of [
      ["activity-status", "code", "ActivityStatus"],
      ["activity-date", "type", "ActivityDateType"],
      ["participating-org", "role", "OrganisationRole"],
      ["participating-org", "type", "OrganisationType"],
      ["reporting-org", "type", "OrganisationType"],
      ["recipient-country", "code", "Country"],
      ["sector", "code", "Sector"],
      ["tag", "code", "UNSDG-Goals"],
      ["policy-marker", "code", "PolicyMarker"],
      ["policy-marker", "significance", "PolicySignificance"],
      ["category", "code", "DocumentCategory"],
    ] as const) {
      const known = codesOf(list);
      const used = parsed.getElementsByTagName(element).flatMap((one) => one.getAttribute(attribute) ?? []);
      expect(used.length, element).toBeGreaterThan(0);
      expect(
        used.filter((code) => !known.has(code)),
        `${element}/@${attribute}`,
      ).toEqual([]);
    }
  });

  test.skipIf(!hasXmllint)("its schema too", async ({ db }) => {
    await signed(db);
    await plant(db, 40);
    const schema = `${reference}/xsd/iati-activities-schema.xsd`;
    const check = spawnSync("xmllint", ["--nonet", "--noout", "--schema", schema, "-"], {
      input: await read(db),
      encoding: "utf8",
    });
    expect(check.stderr.trim()).toBe("- validates");
  });

  test("the check itself sees what is wrong", async ({ db }) => {
    await signed(db);
    await projectOf(db, { title: "Puits", ...(await whole(db)), countryCodes: ["ML", "BJ"] });
    const file = await read(db);
    const numbers = (text: string) => breaches(text, new Date()).map((line) => line.split(" ")[0]);
    expect(numbers(file)).toEqual([]);
    expect(numbers(file.replace('percentage="50.00"', 'percentage="40"'))).toEqual(["3.1.2"]);
    expect(numbers(file.replace(/<sector[^>]*>/, ""))).toContain("6.2.2");
    expect(numbers(file.replace("2021-03-01", "2999-03-01"))).toEqual(["11.1.4"]);
    expect(numbers(file.replace(`<iati-identifier>FR-RCS-${siren}-`, "<iati-identifier>X"))).toEqual([
      "1.1.21",
    ]);
  });

  test("every sector, goal and marker that we ship answers to a code of its list", async ({ db }) => {
    for (const [list, word, codes] of [
      ["sectors", "dac-purpose", "Sector"],
      ["odd", "iati-sdg-goal", "UNSDG-Goals"],
      ["markers", "dac-policy-marker", "PolicyMarker"],
    ] as const) {
      const known = codesOf(codes);
      const used = (await listTerms(db, list)).flatMap(
        ({ crosswalk }) => (crosswalk as Record<string, string[]>)[word] ?? [],
      );
      expect(used.length).toBeGreaterThan(3);
      expect(used.filter((code) => !known.has(code))).toEqual([]);
    }
  });
});
