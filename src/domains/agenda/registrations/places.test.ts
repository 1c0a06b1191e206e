import { sql } from "kysely";
import { expect, test } from "vitest";
import { connect, system } from "#platform/db/index.ts";
import { ownDatabase } from "#test/own-database.ts";
import { anEvent, listed, person, post } from "#test/registrations.ts";
import { cancelRegistration } from "./commands.cancel.ts";
import { register } from "./commands.register.ts";

const now = new Date();

test("a thousand people register at once for thirty places: thirty are in, the others wait in order of arrival", async () => {
  await using own = await ownDatabase();
  const { id: eventId } = await anEvent(own.db, { capacity: 30 });
  const { db } = connect(own.url, 24);
  const outcomes = await Promise.all(
    Array.from({ length: 1000 }, (_, n) =>
      register(db, system, post(), { eventId, sessionId: null, people: [person(`p${n}`)], by: "form" }, now),
    ),
  );
  await db.destroy();
  const rows = await listed(own.db, eventId);
  expect(rows).toHaveLength(1000);
  expect(rows.slice(0, 30).map(({ state }) => state)).toEqual(Array(30).fill("confirmed"));
  expect(rows.slice(30).map(({ state }) => state)).toEqual(Array(970).fill("waiting"));
  // What each was told is what is so: nobody else has their position, and the positions follow the order of arrival.
  const told = new Map(
    outcomes.flatMap((outcome) =>
      outcome.ok ? outcome.registered.map(({ id, place }) => [id, place] as const) : [],
    ),
  );
  expect(rows.map(({ id }) => told.get(id))).toEqual([
    ...Array(30).fill(0),
    ...Array.from({ length: 970 }, (_, place) => place + 1),
  ]);
  // Those who came first are in: no further in the crowd than the connections that served it at once.
  const latest = Math.max(...rows.slice(0, 30).map(({ given_name }) => Number(given_name.slice(1))));
  expect(latest).toBeLessThan(30 + 2 * 24);
  const { rows: letters } = await sql<{ subject: string; n: number }>`
    select left(subject, 16) as subject, count(*) as n from platform.letters group by 1 order by 1`.execute(
    own.db,
  );
  expect(letters).toEqual([
    { subject: "Liste d’attente ", n: 970 },
    { subject: "Votre inscriptio", n: 30 },
  ]);
}, 120_000);

test("places given back together by many go to as many who waited, once each, in order", async () => {
  await using own = await ownDatabase();
  const { id: eventId } = await anEvent(own.db, { capacity: 10 });
  const people = Array.from({ length: 20 }, (_, n) => person(`p${n}`));
  await register(own.db, system, post(), { eventId, sessionId: null, people, by: "form" }, now);
  const { db } = connect(own.url, 10);
  const before = await listed(own.db, eventId);
  const leaving = before.slice(0, 6);
  // Two clicks each, all together.
  await Promise.all(
    [...leaving, ...leaving].map(({ id }) =>
      cancelRegistration(db, system, post(), { id, eventId, by: "person" }, now),
    ),
  );
  await db.destroy();
  const after = await listed(own.db, eventId);
  expect(after.map(({ state }) => state)).toEqual([
    ...Array(6).fill("cancelled"),
    ...Array(10).fill("confirmed"),
    ...Array(4).fill("waiting"),
  ]);
  const { rows } = await sql<{ recipient: string }>`
    select recipient from platform.letters where subject like 'Une place pour vous%' order by id`.execute(
    own.db,
  );
  expect(rows.map(({ recipient }) => recipient).sort()).toEqual(
    before
      .slice(10, 16)
      .map(({ email }) => email)
      .sort(),
  );
});

test("the database itself refuses one person too many, whoever writes it", async () => {
  await using own = await ownDatabase();
  const { id: eventId } = await anEvent(own.db, { capacity: 1 });
  await register(own.db, system, post(), { eventId, sessionId: null, people: [person()], by: "form" }, now);
  const one = {
    ...{ event_id: eventId, person_key: "x", source: "staff", state: "confirmed" },
    confirmed_at: now,
  };
  await expect(own.db.insertInto("agenda.registrations").values(one).execute()).rejects.toThrow(
    "No place is left",
  );
});
