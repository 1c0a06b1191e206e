import { organisationsTable } from "#domains/directory/index.ts";
import { termsTable } from "#domains/vocabularies/index.ts";
import type { Db } from "#platform/db/index.ts";
import { type Kept, keepUntilChanged } from "#platform/memory/kept.ts";
import type { Request } from "#platform/web/env.ts";
import type { Dates } from "./held.ts";
import { readDates } from "./queries.ts";

declare module "#platform/web/env.ts" {
  interface Services {
    /** Absent in tests and commands: the agenda is read at each page. */
    agendaDates?: Kept<Dates>;
  }
}

/** The public agenda in memory, one a process, read again when something that it says has changed. */
export const keepAgenda = (db: Db): Kept<Dates> =>
  keepUntilChanged(
    [
      ...["agenda.events", "agenda.sessions", "agenda.organisers", "agenda.modules"],
      ...[organisationsTable, termsTable],
    ],
    () => readDates(db),
  );

/** The public agenda as it stands, at most a second ago. */
export const datesOf = (c: Request): Promise<Dates> =>
  c.get("agendaDates")?.get() ?? readDates(c.get("replica"));
