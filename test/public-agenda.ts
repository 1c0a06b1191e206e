import { type Db, inTransaction, system } from "#platform/db/index.ts";

interface EventFacts {
  title?: string;
  [column: string]: unknown;
}
interface SessionFacts {
  starts_on: string;
  [column: string]: unknown;
}

/** A published event of the public agenda with its dates, with the columns that the test cares for; their numbers. */
export async function anEvent(
  db: Db,
  { title = "Groupe pays Mali", ...facts }: EventFacts = {},
  sessions: readonly SessionFacts[] = [],
): Promise<{ id: number; sessions: number[] }> {
  return inTransaction(db, system, async (db) => {
    const { id } = await db
      .insertInto("agenda.events")
      .values({ title, ...facts })
      .returning("id")
      .executeTakeFirstOrThrow();
    const numbers: number[] = [];
    for (const session of sessions) {
      const { id: number } = await db
        .insertInto("agenda.sessions")
        .values({ event_id: id, ...session })
        .returning("id")
        .executeTakeFirstOrThrow();
      numbers.push(number);
    }
    return { id, sessions: numbers };
  });
}

/** Who holds an event, as typed or by its card. */
export const anOrganiser = (
  db: Db,
  event_id: number,
  typed: string,
  facts: { organisation_id?: number; role?: string; position?: number } = {},
) =>
  db
    .insertInto("agenda.organisers")
    .values({ event_id, typed, ...facts })
    .execute();
