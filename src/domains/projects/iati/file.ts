import { activity } from "./activity.ts";
import type { ActivityRow } from "./queries.ts";

type Facts = Parameters<typeof activity>[1];

/**
 * An IATI 2.03 file, written while its rows are read. Nothing when there is no row: the schema wants one activity at
 * least, and a file without any would be refused everywhere.
 */
export async function writeIati(
  rows: AsyncIterable<ActivityRow>,
  facts: Facts,
  now: Date,
): Promise<AsyncGenerator<string> | undefined> {
  const all = rows[Symbol.asyncIterator]();
  const first = await all.next();
  if (first.done) return undefined;
  return (async function* () {
    yield `<?xml version="1.0" encoding="utf-8"?>\n<iati-activities version="2.03" generated-datetime="${now.toISOString()}">\n`;
    for (let next: IteratorResult<ActivityRow> = first; !next.done; next = await all.next())
      yield `${activity(next.value, facts).text}\n`;
    yield "</iati-activities>\n";
  })();
}
