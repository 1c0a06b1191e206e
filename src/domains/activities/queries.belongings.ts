import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { MeetingPart, MeetingPartLine } from "#platform/meeting-part.ts";

/** All that a meeting belongs to, as the rooms above say it: one statement whatever their number. */
export async function listBelongings(db: Db, parts: readonly MeetingPart[], meetingId: number) {
  if (parts.length === 0) return [];
  const lines = parts.map(
    (part) => sql`select ${part.id} as part, line.* from (${part.lines(sql`${meetingId}::bigint`)}) line`,
  );
  const { rows } = await sql<MeetingPartLine & { part: string }>`
    select part, key, title, detail from (${sql.join(lines, sql` union all `)}) lines order by part, key`.execute(
    db,
  );
  return rows.flatMap(({ part: id, key, title, detail }) => {
    const part = parts.find((one) => one.id === id);
    return part ? [{ label: part.label, title, detail, href: part.href(key) }] : [];
  });
}
