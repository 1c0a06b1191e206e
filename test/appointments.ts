import { openHost } from "#domains/support/appointments/commands.hosts.ts";
import { addOpening } from "#domains/support/appointments/commands.openings.ts";
import { findHost, type Host } from "#domains/support/appointments/queries.hosts.ts";
import { listOffers } from "#domains/support/appointments/queries.slots.ts";
import { clockAt } from "#platform/dates.clock.ts";
import { addDays, type Day } from "#platform/dates.ts";
import { type Db, system } from "#platform/db/index.ts";

/** An officer who receives by video on every working day but holidays, from 9 to 12, by half-hours. */
export async function receivingHost(db: Db, account: { accountId: string; name: string }): Promise<Host> {
  const id = await openHost(db, system, {
    ...account,
    slug: account.name.toLowerCase().replace(/[^a-z]+/g, "-"),
  });
  for (const weekday of [1, 2, 3, 4, 5])
    await addOpening(db, system, id, {
      weekday,
      everyWeeks: 1,
      heldOn: null,
      startsAt: "09:00",
      endsAt: "12:00",
      slotMinutes: 30,
      mode: "online",
      officeId: null,
      place: "",
      onlineUrl: "https://visio.exemple.fr/salle",
      fromOn: "2020-01-01",
      toOn: null,
    });
  const host = await findHost(db, id);
  if (!host) throw new Error("The host was made and is not there.");
  return host;
}

/** The first slots that a host offers. */
export async function nextOffers(db: Db, host: Host, now = new Date()) {
  const from: Day = clockAt(now).day;
  return listOffers(db, [host], { from, to: addDays(from, 30), now });
}
