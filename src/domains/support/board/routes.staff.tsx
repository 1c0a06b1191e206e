import { Hono } from "hono";
import { accountNames, staffOptions } from "#domains/accounts/index.ts";
import { support } from "#paths/support.ts";
import { dayInParis } from "#platform/dates.ts";
import { inPages } from "#platform/db/pages.ts";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { formOf, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { isAdministrator } from "#platform/web/visitor.ts";
import { readSupport, writeSupport } from "../access.ts";
import { chooseDigest } from "../reminders/commands.ts";
import { wantsDigest } from "../reminders/queries.ts";
import { mondayOf } from "../rules.ts";
import { findSupportSettings } from "../settings/queries.ts";
import { courseColumns } from "./columns.ts";
import { boardQuestion, courseQuestion } from "./input.ts";
import { readBoard } from "./queries.board.ts";
import { filteredCourses, searchCourses } from "./queries.list.ts";
import { readWeek } from "./queries.week.ts";
import { BoardPage, boardTitle } from "./views.board.tsx";
import { CourseListPage, listTitle } from "./views.list.tsx";
import { WeekPage, weekTitle } from "./views.week.tsx";

/** The courses as a board, a list, a week. */
export const boardRoutes = new Hono<AppEnv>()
  .get("/", may(readSupport), async (c) => {
    const db = c.get("db");
    const { referent } = readQuery(c, boardQuestion);
    const [board, staff] = await Promise.all([readBoard(db, referent), staffOptions(db)]);
    const names = await accountNames(
      db,
      board.flatMap(({ cards }) => cards.map(({ referent_id }) => referent_id)),
    );
    const rights = {
      mayWrite: writeSupport.allows(c.get("visitor")),
      seesSettings: isAdministrator(c.get("visitor")),
    };
    const facts = { board, staff, names, referent, today: dayInParis(new Date()) };
    return c.render(<BoardPage {...facts} {...rights} />, { title: boardTitle });
  })
  .get("/semaine", may(readSupport), async (c) => {
    const db = c.get("db");
    const me = c.get("visitor").accountId ?? "personne";
    const referent = readQuery(c, boardQuestion).referent ?? me;
    const today = dayInParis(new Date());
    const monday = mondayOf(today);
    const { quiet_weeks: quietWeeks } = await findSupportSettings(db);
    const [week, staff, digest] = await Promise.all([
      readWeek(db, referent, monday, quietWeeks),
      staffOptions(db),
      wantsDigest(db, me),
    ]);
    const own = referent === me && staff.some(({ value }) => value === me);
    const mayWrite = writeSupport.allows(c.get("visitor"));
    const facts = { week, staff, digest, referent, monday, today, quietWeeks, own, mayWrite };
    return c.render(<WeekPage {...facts} />, { title: weekTitle });
  })
  .post("/rappels", may(writeSupport), async (c) => {
    const wanted = (await formOf(c)).get("voulu") === "oui";
    await chooseDigest(c.get("db"), authorOf(c), wanted);
    await leaveNotice(c, {
      text: wanted ? "Vous recevrez le rappel du lundi." : "Vous ne recevrez plus le rappel du lundi.",
    });
    return c.redirect(support.week(), 303);
  })
  .get("/liste", may(readSupport), async (c) => {
    const db = c.get("db");
    const asked = readQuery(c, courseQuestion);
    const list = await searchCourses(db, asked);
    const names = await accountNames(
      db,
      list.referents.map(({ value }) => value),
    );
    const mayWrite = writeSupport.allows(c.get("visitor"));
    return c.render(<CourseListPage list={list} asked={asked} names={names} mayWrite={mayWrite} />, {
      title: listTitle(asked),
    });
  })
  .on("GET", exportPaths("/liste"), may(readSupport), async (c) => {
    const db = c.get("db");
    const asked = readQuery(c, courseQuestion);
    const staff = await staffOptions(db);
    return exportList(c, {
      name: listTitle(asked),
      format: formatOf(c),
      columns: courseColumns(new Map(staff.map(({ value, label }) => [value, label]))),
      rows: inPages(db, filteredCourses(asked), { by: ["id"] }),
    });
  });
