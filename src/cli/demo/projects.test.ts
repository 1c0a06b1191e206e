import { expect } from "vitest";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { loadProjects } from "./projects.ts";

test("the initiatives and the tandems of 2021 are twenty-eight projects, however often they are loaded", async ({
  db,
}) => {
  for (const _time of [1, 2]) expect(await loadProjects(db, system, "demo/lianes-2021", "32")).toBe(28);
  const projects = await db
    .selectFrom("projects.projects")
    .select(["title", "country_codes", "origin"])
    .execute();
  expect(projects).toHaveLength(28);
  expect(projects.filter(({ country_codes }) => country_codes.length > 0)).toMatchObject([
    { title: "Partenariat TOGO" },
  ]);
  const paid = await db
    .selectFrom("projects.budget_lines as line")
    .innerJoin("projects.projects as project", "project.id", "line.project_id")
    .select(["project.origin", (row) => row.fn.sum<number>("line.planned_cents").as("cents")])
    .groupBy("project.origin")
    .orderBy("project.origin")
    .execute();
  expect(paid).toEqual([
    { origin: "grant", cents: 63_319_00 },
    { origin: "tandem", cents: 7_800_00 },
  ]);
  const twice = await db
    .selectFrom("directory.organisations")
    .select("name")
    .where("name", "=", "ABC Learning")
    .execute();
  expect(twice).toHaveLength(1);
});
