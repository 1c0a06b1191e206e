import { bookAppointment } from "#domains/support/appointments/commands.booking.ts";
import { openHost } from "#domains/support/appointments/commands.hosts.ts";
import { addOpening } from "#domains/support/appointments/commands.openings.ts";
import { findHost, type Host } from "#domains/support/appointments/queries.hosts.ts";
import { listOffers } from "#domains/support/appointments/queries.slots.ts";
import { clockAt } from "#platform/dates.clock.ts";
import { addDays, type Day } from "#platform/dates.ts";
import { type Db, system } from "#platform/db/index.ts";
import { anOrganisation } from "./people.ts";
import { rememberedJobs } from "./services.ts";
import { openSite, testConfig } from "./site.ts";

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

/** Someone who books, and what for; another `number` is another person. */
export const guest = (number = 0) => ({
  name: "Fatou Diop",
  email: `fatou${number}@exemple.fr`,
  phone: "",
  organisation: "",
  subject: `Sujet ${number}`,
  message: "Entre nous",
  themeId: null,
});
export const post = { config: testConfig, jobs: rememberedJobs() };

/** An officer signed in, who receives. */
export async function staffHost(db: Db) {
  const site = await openSite(db, "animatrice");
  return {
    site,
    host: await receivingHost(db, { accountId: site.userId ?? "", name: "Aminata Animatrice" }),
  };
}

/** Books the first slots of the second day on which a host offers some: the first may have begun. */
export async function booked(db: Db, host: Host, count: number, now: Date) {
  const offers = await nextOffers(db, host, now);
  const [, day] = new Set(offers.map((offer) => offer.day));
  const slots = offers.filter((offer) => offer.day === day).slice(0, count);
  for (const [number, slot] of slots.entries())
    await bookAppointment(db, system, post, { host, slot, guest: guest(number), now });
  return slots;
}

/** Fatou of Adice, who books about the budget of her well. */
export const fatou = {
  name: "Fatou Diop",
  email: "fatou@exemple.fr",
  phone: "",
  organisation: "Adice",
  subject: "Le budget du forage",
  message: "",
  themeId: null,
};
/** An officer who receives, and Adice in the directory. */
export async function receiving(db: Db) {
  const site = await openSite(db, "animatrice");
  const userId = site.userId ?? "";
  const host = await receivingHost(db, { accountId: userId, name: "Aminata Animatrice" });
  const adice = await anOrganisation(db, "Adice");
  return { site, userId, host, adice, of: [{ typed: "Adice", organisationId: adice }] };
}

/** Fatou books the nth slot that is offered; the number of her appointment. */
export async function book(db: Db, host: Host, said: Partial<typeof fatou> = {}, nth = 0) {
  const now = new Date();
  const slot = (await nextOffers(db, host, now)).filter(({ startsAt }) => startsAt > now)[nth];
  if (!slot) throw new Error("No slot is offered.");
  const booked = await bookAppointment(db, system, post, { host, slot, guest: { ...fatou, ...said }, now });
  if (!booked.ok) throw new Error(booked.refusal);
  return booked.id;
}

/** As if its day had come. */
export const wasHeld = (db: Db, id: number) =>
  db
    .updateTable("support.appointments")
    .set({ starts_at: new Date("2026-03-10T09:00:00Z"), ends_at: new Date("2026-03-10T09:30:00Z") })
    .where("id", "=", id)
    .execute();
