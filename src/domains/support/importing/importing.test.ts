import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { importFile } from "#domains/imports/index.ts";
import { support } from "#paths/support.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { importServices } from "#test/imports.ts";
import { loadLianes2021 } from "#test/lianes-2021.ts";
import { countMeetings } from "#test/meetings.ts";
import { openSite } from "#test/site.ts";
import { courseKind } from "./kind.ts";

const name = "accompagnements-t1-2021.csv";

async function load(db: Db) {
  const { services } = importServices(db);
  const bytes = await readFile(`demo/lianes-2021/${name}`);
  return importFile(services, system, { name, bytes, kind: "support" });
}

test("the supports of the first quarter come in with their meetings, and the log does not move", async ({
  db,
}) => {
  await loadLianes2021(db);
  const before = await countMeetings(db);
  const { counts } = await load(db);
  expect(counts).toMatchObject({ rows: 55, create: 55, problem: 0 });
  expect(await countMeetings(db)).toBe(before);
  const courses = await db.selectFrom("support.shared_courses").selectAll().execute();
  expect(courses.filter(({ meetings }) => meetings === 1)).toHaveLength(53);
  expect(courses.filter(({ year }) => year === 2021)).toHaveLength(54);
  const hours = await db
    .selectFrom("activities.shared_meetings as meeting")
    .where("meeting.id", "in", db.selectFrom("support.course_meetings").select("meeting_id"))
    .select((row) => row.fn.sum<number>("meeting.duration_minutes").as("minutes"))
    .executeTakeFirstOrThrow();
  const shared = courses.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  expect(Math.abs(shared - hours.minutes)).toBeLessThan(10); // a rounded minute for each meeting shared by three
  const departments = Map.groupBy(courses, ({ department_code }) => department_code);
  expect(departments.get("62")?.length).toBe(11);
  const page = await (await openSite(db, "animatrice")).visit(support.unmatched());
  expect(page.body.textContent).toContain("Premier rendez-vous d'accompagnement");
  expect(page.querySelectorAll("tbody tr")).toHaveLength(2);
});

test("the same file given twice changes nothing, and an import is taken back but for what people worked on", async ({
  db,
}) => {
  await loadLianes2021(db);
  await load(db);
  const again = await load(db);
  expect(again.counts).toMatchObject({ create: 0, same: 55 });
  const course = await db
    .selectFrom("support.courses")
    .select(["id", "import_id"])
    .orderBy("id")
    .executeTakeFirstOrThrow();
  const site = await openSite(db, "animatrice");
  await site.post(support.notes(course.id), { note: "À suivre" });
  await courseKind.undo(db, system, course.import_id ?? 0, []);
  const left = await db.selectFrom("support.courses").select("id").execute();
  expect(left).toEqual([{ id: course.id }]);
});
