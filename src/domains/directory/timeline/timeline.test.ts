import fc from "fast-check";
import { sql } from "kysely";
import { expect } from "vitest";
import { importFile } from "#domains/imports/index.ts";
import { addMemberships } from "#domains/membership/index.ts";
import { directory } from "#paths/directory.ts";
import { partnerships } from "#paths/partnerships.ts";
import { type Db, system } from "#platform/db/index.ts";
import type { TimelinePart } from "#platform/timeline.ts";
import { test } from "#test/database.ts";
import { importServices } from "#test/imports.ts";
import { aMeeting } from "#test/meetings.ts";
import { anOrganisation, aRole } from "#test/people.ts";
import { openSite } from "#test/site.ts";
import { addLink } from "../links/commands.ts";
import { addPartnership } from "../partnerships/commands.ts";
import type { Place } from "./input.ts";
import { readTimeline } from "./queries.ts";

/** An organisation of which every room knows something. */
async function wellKnown(db: Db) {
  const { services } = importServices(db);
  await importFile(services, system, {
    name: "structures.csv",
    bytes: new TextEncoder().encode("Nom;Type\nAdice;ONG\n"),
  });
  const { id } = await db.selectFrom("directory.organisations").select("id").executeTakeFirstOrThrow();
  const other = await anOrganisation(db, "Réseau");
  await addLink(db, system, {
    kind: "member_of",
    from_id: id,
    to_id: other,
    since: "2015-01-01",
    until: null,
    note: "",
  });
  await addPartnership(db, system, id, {
    ...({ kind: "twinning", partner: "Ségou", country_code: "ML", since_year: 1998 } as const),
    ...({ state: "active", visibility: "public", note: "" } as const),
  });
  await aRole(db, id, { titre: "Présidente", depuis: "2019-02-01", jusqua: "2022-03-01" });
  await aMeeting(db, {
    heldOn: "2021-03-04",
    organisations: [{ typed: "Adice", organisationId: id }],
  });
  const college = await sql<{
    id: number;
  }>`select id from vocabularies.shared_terms where list_id = 'colleges' limit 1`.execute(db);
  await addMemberships(db, system, [
    { organisation_id: id, year: 2021, college_id: college.rows[0]?.id ?? 0 },
  ]);
  return { id, other };
}

test("all that the rooms know of an actor stands in one line of time, each line opening where it lives", async ({
  db,
}) => {
  const { id, other } = await wellKnown(db);
  const site = await openSite(db, "animatrice");
  await site.visit(directory.one(id));
  const { version } = await db
    .selectFrom("directory.organisations")
    .select("version")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  await db
    .updateTable("directory.organisations")
    .set({ acronym: "AD", website: "https://adice.fr", version: version + 1 })
    .where("id", "=", id)
    .execute();
  const page = await site.visit(partnerships.timeline(id));
  const lines = [...page.querySelectorAll(".timeline ul > li")].map((line) =>
    line.textContent?.replace(/\s+/g, " ").trim(),
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      "Fiche Modifié : Sigle, Site internet, Par Maillage",
      "Import structures.csv, Fiche créée ou complétée par ce fichier",
      "Personne Awa Diop quitte sa fonction, Présidente",
      "Réunion Comité de pilotage Mali, Comité de pilotage",
      expect.stringContaining("Adhésion Adhérente 2021"),
      "Personne Awa Diop prend une fonction, Présidente",
      "Lien est membre de Réseau",
      "Partenariat Jumelage avec Ségou, Mali",
    ]),
  );
  const days = [...page.querySelectorAll(".timeline-day")].map((day) => day.textContent);
  expect(days.slice(-5)).toEqual([
    ...["4 mars 2021", "1er janvier 2021", "1er février 2019", "1er janvier 2015", "1er janvier 1998"],
  ]);
  for (const link of page.querySelectorAll(".timeline ul a")) {
    const answer = await site.request(link.getAttribute("href") ?? "");
    expect([200, 303], link.getAttribute("href") ?? "").toContain(answer.status);
  }
  const meetings = await site.visit(`${partnerships.timeline(id)}?piece=meetings`);
  expect(meetings.querySelectorAll(".timeline ul > li").length).toBe(1);
  const panel = await site.visit(partnerships.timelinePanel(id));
  expect(panel.querySelectorAll("turbo-frame#chronologie .timeline ul > li").length).toBe(
    Math.min(lines.length, 10),
  );
  const theirs = await site.visit(partnerships.timeline(other));
  expect(theirs.body.textContent).toContain("a pour membre Adice");
  expect((await site.visit(directory.one(id))).querySelector("turbo-frame#chronologie")).not.toBeNull();
});

test("the board reads the line of time; a member and a stranger do not", async ({ db }) => {
  const id = await anOrganisation(db);
  await (await openSite(db, "administratrice_ca")).visit(partnerships.timeline(id));
  expect((await (await openSite(db, "membre")).request(partnerships.timeline(id))).status).toBe(403);
  expect((await (await openSite(db)).request(partnerships.timeline(id))).status).toBe(303);
  const site = await openSite(db, "animatrice");
  for (const odd of ["?avant=x", "?avant=2021-99-99.meetings.1", "?piece=rien"])
    await site.visit(partnerships.timeline(id) + odd);
});

test("page after page, each line is seen once and in order, whatever falls on the same day", async ({
  db,
}) => {
  const line = fc.record({ day: fc.integer({ min: 1, max: 3 }), part: fc.constantFrom("a", "b") });
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 25 }),
      fc.integer({ min: 1, max: 7 }),
      async (lines, size) => {
        const part = (id: string): TimelinePart => ({
          id,
          label: id,
          href: () => "/",
          lines:
            () => sql`select ('2021-01-0' || (line ->> 'day'))::date as day, (line ->> 'key')::bigint as key,
          'x'::text as title, ''::text as detail from jsonb_array_elements(${JSON.stringify(
            lines.map((one, key) => ({ ...one, key })).filter((one) => one.part === id),
          )}::jsonb) line`,
        });
        const seen: string[] = [];
        let after: Place | undefined;
        do {
          const page = await readTimeline(db, [part("a"), part("b")], 1, { after, size });
          seen.push(
            ...page.lines.map(({ day, room, key }) => `${day} ${room} ${String(key).padStart(3, "0")}`),
          );
          after = page.next;
        } while (after);
        expect(seen.length).toBe(lines.length);
        expect(seen).toEqual([...new Set(seen)].sort().reverse());
      },
    ),
    { numRuns: 30 },
  );
});
