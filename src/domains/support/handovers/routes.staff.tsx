import { Hono } from "hono";
import { z } from "zod";
import { accountNames, staffOptions } from "#domains/accounts/index.ts";
import { support } from "#paths/support.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer } from "#platform/web/page.ts";
import { plural } from "#ui/format.ts";
import { writeSupport } from "../access.ts";
import { openCourseOf } from "../courses/page.tsx";
import { chosenAmong, line } from "../input.ts";
import { passOn } from "./commands.ts";
import { listHeld, listHolders } from "./queries.ts";
import { HandoversPage, handoversTitle, nobody } from "./views.tsx";

const page = { title: handoversTitle };

/** Passing courses on: all those of a colleague, some, or one. */
export const handoverRoutes = new Hono<AppEnv>()
  .get("/relais", may(writeSupport), async (c) => {
    const from = readHolder(c.req.query("de"));
    return c.render(<HandoversPage {...(await read(c, from))} />, page);
  })
  .post("/relais", may(writeSupport), async (c) => {
    const from = readHolder((await readForm(c, z.object({ de: z.string().optional() }))).typed["de"]);
    const facts = await read(c, from);
    const form = await readForm(c, handoverForm(facts));
    if (!form.ok || from === undefined)
      return answer(
        c,
        422,
        <HandoversPage {...facts} typed={form.typed} errors={form.ok ? {} : form.errors} />,
        page,
      );
    const { a, lesquels, mot } = form.value;
    const pass = { ids: lesquels, from: holder(from), to: holder(a), word: mot };
    const desk = { config: c.get("config"), jobs: c.get("jobs") };
    let passed = 0;
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      passed = await passOn(db, authorOf(c), desk, pass, new Date());
      return support.handovers();
    });
    await leaveNotice(c, {
      text: passed
        ? `${plural(passed, "accompagnement")} : le relais est passé, et qui reprend est prévenu.`
        : "Ces accompagnements ont déjà changé de mains : rien n’a bougé.",
    });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/relais", may(writeSupport), async (c) => {
    const course = await openCourseOf(c);
    const from = course.referent_id ?? nobody;
    const facts = await read(c, from);
    const typed = { de: from, lesquels: [String(course.id)] };
    return c.render(<HandoversPage {...facts} typed={typed} />, page);
  });

const readHolder = (typed: unknown) =>
  typeof typed === "string" && (typed === nobody || z.uuid().safeParse(typed).success) ? typed : undefined;

const holder = (chosen: string) => (chosen === nobody ? null : chosen);

async function read(c: Request, from: string | undefined) {
  const db = c.get("db");
  const [staff, holders, held] = await Promise.all([
    staffOptions(db),
    listHolders(db),
    from === undefined ? [] : listHeld(db, holder(from)),
  ]);
  const names = await accountNames(
    db,
    holders.map(({ id }) => id),
  );
  return { staff, holders, held, names, from };
}

const handoverForm = ({ staff, held }: Awaited<ReturnType<typeof read>>) =>
  z.object({
    a: z
      .string("Choisissez à qui passer le relais.")
      .refine(
        (chosen) => chosen === nobody || staff.some(({ value }) => value === chosen),
        "Choisissez à qui passer le relais.",
      ),
    lesquels: chosenAmong(held.map(({ id }) => id)).refine(
      (ids) => ids.length > 0,
      "Cochez au moins un accompagnement.",
    ),
    mot: line("Le mot", 2000),
  });
