import { sql } from "kysely";
import { listOffices, type Office } from "#domains/territory/index.ts";
import { instantAt } from "#platform/dates.clock.ts";
import { addDays, type Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import type { Host } from "./queries.hosts.ts";
import { type Closing, freeSlots, type Opening, type Slot } from "./rules.slots.ts";
import type { Mode } from "./texts.ts";

/** A slot that can be booked, with whom and where. */
export interface Offer extends Slot {
  host: Host;
  mode: Mode;
  place: string;
  communeCode: string | null;
  onlineUrl: string;
}

interface OpeningRow extends Opening {
  mode: Mode;
  officeId: number | null;
  place: string;
  onlineUrl: string;
}

interface Schedule {
  host_id: number;
  openings: OpeningRow[];
  closings: Closing[];
  taken: { startsAt: string; endsAt: string }[];
}

/**
 * The slots that these hosts offer between two days (both included), in order. `except`: an appointment that is being moved,
 * which takes no room. Two statements, whatever the number of hosts.
 */
export async function listOffers(
  db: Db,
  hosts: readonly Host[],
  { from, to, now, except = null }: { from: Day; to: Day; now: Date; except?: number | null },
): Promise<Offer[]> {
  if (hosts.length === 0) return [];
  const ids = hosts.map(({ id }) => id);
  // A day of margin on both sides: what is taken may begin before midnight, and pauses go over it.
  const [start, end] = [instantAt(addDays(from, -1), "00:00"), instantAt(addDays(to, 2), "00:00")];
  const { rows } = await sql<Schedule>`
    select host.id as host_id,
      (select coalesce(jsonb_agg(jsonb_build_object('id', opening.id, 'weekday', opening.weekday,
          'everyWeeks', opening.every_weeks, 'heldOn', opening.held_on, 'startsAt', opening.starts_at,
          'endsAt', opening.ends_at, 'slotMinutes', opening.slot_minutes, 'fromOn', opening.from_on,
          'toOn', opening.to_on, 'mode', opening.mode, 'officeId', opening.office_id, 'place', opening.place,
          'onlineUrl', opening.online_url) order by opening.id), '[]')
       from support.openings opening where opening.host_id = host.id and opening.removed_at is null
         and opening.from_on <= ${to} and (opening.to_on is null or opening.to_on >= ${from})) as openings,
      (select coalesce(jsonb_agg(jsonb_build_object('from_on', absence.from_on, 'to_on', absence.to_on)), '[]')
       from support.absences absence where absence.host_id = host.id and absence.to_on >= ${from}
         and absence.from_on <= ${to}) as closings,
      (select coalesce(jsonb_agg(jsonb_build_object('startsAt', period.starts_at, 'endsAt', period.ends_at)), '[]')
       from (
         select starts_at, ends_at from support.busy_times busy
         where busy.host_id = host.id and busy.starts_at < ${end} and busy.ends_at > ${start}
         union all
         select starts_at, ends_at from support.appointments taken
         where taken.host_id = host.id and taken.state = 'booked' and taken.starts_at < ${end}
           and taken.starts_at > ${start}::timestamptz - interval '1 day' and taken.ends_at > ${start}
           and taken.id is distinct from ${except}::bigint
       ) period) as taken
    from support.hosts host where host.id = any(${ids}::bigint[])`.execute(db);
  const offices = await listOffices(db);
  return hosts
    .flatMap((host) => {
      const schedule = rows.find(({ host_id }) => host_id === host.id);
      return schedule ? offersOf(host, schedule, offices, { from, to, now }) : [];
    })
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

function offersOf(
  host: Host,
  { openings, closings, taken }: Schedule,
  offices: readonly Office[],
  asked: { from: Day; to: Day; now: Date },
): Offer[] {
  const slots = freeSlots(openings, {
    ...asked,
    noticeHours: host.notice_hours,
    horizonDays: host.horizon_days,
    pauseMinutes: host.pause_minutes,
    closings,
    taken: taken.map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })),
  });
  return slots.flatMap((slot) => {
    const opening = openings.find(({ id }) => id === slot.openingId);
    if (!opening) return [];
    const office = offices.find(({ id }) => id === opening.officeId);
    return {
      ...slot,
      host,
      mode: opening.mode,
      place: office ? wordOffice(office) : opening.place,
      communeCode: office?.commune_code ?? null,
      onlineUrl: opening.onlineUrl,
    };
  });
}

/** `Bureau de Lille, 5 rue de la Paix, Lille` */
export const wordOffice = ({ name, address, commune }: Office) =>
  [name, address, commune === name ? "" : commune].filter(Boolean).join(", ");
