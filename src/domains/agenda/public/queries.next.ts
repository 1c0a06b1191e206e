import { sql } from "kysely";
import type { Day } from "#platform/dates.ts";
import { type Db, prepared } from "#platform/db/index.ts";
import { type DateLine, lineColumns, lineJoins, programmeOrder } from "./lines.ts";

/** The next dates of the agenda, for the home page; what is called off is among them, and said so. */
export async function listNextDates(db: Db, today: Day, count: number): Promise<DateLine[]> {
  const { rows } = await sql<DateLine>`${prepared}
    with next as (
      select date.* from agenda.public_dates date
      where date.last_on >= ${today}::date and not date.vague
      order by ${programmeOrder("date")} limit ${count})
    select ${lineColumns} from next line ${lineJoins} order by ${programmeOrder("line")}`.execute(db);
  return rows;
}
