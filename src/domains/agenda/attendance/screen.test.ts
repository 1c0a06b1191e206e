import { expect } from "vitest";
import { registrations } from "#paths/registrations.ts";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { anEvent } from "#test/registrations.ts";
import { openSite } from "#test/site.ts";

/** An event with many people: P000 Nom, P001 Nom… in the order of their names. */
async function aCrowd(db: Db, count: number, days: readonly number[] = [0]) {
  const event = await anEvent(db, { days });
  const rows = await db
    .insertInto("agenda.registrations")
    .values(
      Array.from({ length: count }, (_, n) => ({
        ...{ event_id: event.id, person_key: `k${n}`, source: "form", state: "confirmed" },
        ...{ given_name: "Awa", family_name: `P${String(n).padStart(3, "0")}`, email: `p${n}@exemple.fr` },
        ...{ confirmed_at: new Date(), organisation: n < 3 ? "Lycée Pasteur" : "" },
      })),
    )
    .returning("id")
    .execute();
  return { ...event, ids: rows.map(({ id }) => id) };
}

const presentAt = (db: Db, session = 0) =>
  db
    .selectFrom("agenda.attendances")
    .select("registration_id as id")
    .where("session_id", "=", session)
    .where("state", "=", "present")
    .orderBy("registration_id")
    .execute()
    .then((rows) => rows.map(({ id }) => id));

const boxes = (page: Document) =>
  [...page.querySelectorAll("input[name='present[]']")].map((box) => box.getAttribute("value"));

test("three hundred people are a page of fifty at a time; what is checked is kept by whatever opens another", async ({
  db,
}) => {
  const { id, sessions, ids } = await aCrowd(db, 300);
  const [session = 0] = sessions;
  const site = await openSite(db, "animatrice");
  const first = await site.visit(registrations.attendance(id));
  expect(boxes(first)).toHaveLength(50);
  expect(first.body.textContent).toContain("300\u00a0personnes");
  expect(first.querySelector(".pagination")?.textContent).toContain("Page 1 sur 6");
  const next = first.querySelector(".pagination button[name='page']");
  expect(next?.getAttribute("value")).toBe("2");
  const sent = { avant: "", venus: "", ici: "1", "present[]": [`${ids[0]}-${session}`] };
  const moved = await site.post(registrations.attendance(id), { ...sent, page: "2" });
  expect(moved.to).toBe(`${registrations.attendance(id)}?page=2`);
  expect(boxes(await site.visit(moved.to ?? ""))).toContain(`${ids[50]}-${session}`);
  expect(await presentAt(db, session)).toEqual([ids[0]]);

  // Looking for someone keeps too, and unchecking on one page leaves the others.
  const search = { ...sent, avant: "", "present[]": [`${ids[60]}-${session}`], ici: "2", geste: "chercher" };
  const found = await site.post(registrations.attendance(id), { ...search, q: "lycee" });
  expect(found.to).toBe(`${registrations.attendance(id)}?q=lycee`);
  expect(boxes(await site.visit(found.to ?? ""))).toHaveLength(3);
  expect(await presentAt(db, session)).toEqual([ids[0], ids[60]]);
  const present = await site.visit(`${registrations.attendance(id)}?montrer=presents`);
  expect(boxes(present)).toHaveLength(2);
  expect(boxes(await site.visit(`${registrations.attendance(id)}?montrer=attendus`))).toHaveLength(50);
  // A line to mend loses nothing of what was checked.
  const refused = await site.post(registrations.attendance(id), {
    ...{ avant: "", venus: "@@", "present[]": [`${ids[1]}-${session}`] },
  });
  expect(refused.status).toBe(422);
  expect(await presentAt(db, session)).toContain(ids[1]);
});

test("all those found are noted with one button, and taken back with one", async ({ db }) => {
  const { id, sessions, ids } = await aCrowd(db, 60, [0, 7]);
  const [one = 0, two = 0] = sessions;
  const site = await openSite(db, "animatrice");
  const all = { avant: "", venus: "", ici: "1", geste: "tous" };
  const page = await site.visit(registrations.attendance(id));
  expect(page.body.textContent, "which date is not said").not.toContain("Tous présents");
  await site.post(registrations.attendance(id), all);
  expect(await presentAt(db, one)).toEqual([]);

  await site.post(registrations.attendance(id), { ...all, date: String(one) });
  expect(await presentAt(db, one)).toEqual(ids);
  expect(await presentAt(db, two)).toEqual([]);
  const undo = async () => {
    const form = (await site.visit(registrations.attendance(id))).querySelector("[role=status] form");
    await site.post(form?.getAttribute("action") ?? "");
  };
  await undo();
  expect(await db.selectFrom("agenda.attendances").select("id").execute()).toEqual([]);

  await site.post(registrations.attendance(id), { avant: "", venus: "", "present[]": [`${ids[9]}-${two}`] });
  await site.post(registrations.attendance(id), { ...all, date: String(two), q: "pasteur" });
  expect(await presentAt(db, two)).toEqual([...ids.slice(0, 3), ids[9]]);
  await undo();
  expect(await presentAt(db, two)).toEqual([ids[9]]);
  const counted = await db
    .selectFrom("agenda.sessions")
    .select("participants")
    .where("id", "=", two)
    .execute();
  expect(counted).toEqual([{ participants: 1 }]);
  for (const persona of ["membre", undefined] as const) {
    const other = await openSite(db, persona);
    expect((await other.post(registrations.everyoneBack(id, two, new Date()))).status).toBe(
      persona ? 403 : 303,
    );
  }
  expect((await site.post(`${registrations.attendance(id)}/tous/retrait?date=x&a=y`)).status).toBe(303);
});
