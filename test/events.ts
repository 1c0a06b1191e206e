import { findEvent } from "#domains/agenda/events/queries.ts";
import { addDays, dayInParis } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { openSite } from "./site.ts";

/** A day to come, as people type it. */
export const ahead = (days: number) => {
  const [year, month, day] = addDays(dayInParis(new Date()), days).split("-");
  return `${day}/${month}/${year}`;
};
/** The number of the event in an address. */
export const idIn = (path = "") => Number(/agenda\/(\d+)/.exec(path)?.[1] ?? 0);

/** What an officer types of a webinar in a month. */
export const webinar = {
  titre: "Accès à l’eau au Sénégal",
  debut: ahead(30),
  heure_debut: "18h30",
  heure_fin: "20h",
  enligne: "oui",
  lieu: "",
};

/** Has an officer announce a webinar, with what the test says of it. */
export async function addAs(db: Db, fields: Record<string, string | readonly string[]> = {}) {
  const site = await openSite(db, "animatrice");
  const sent = await site.post("/gestion/agenda/nouvel", { ...webinar, ...fields });
  const id = idIn(sent.to);
  return { site, id, sent, event: await findEvent(db, id) };
}
/** A term of a list. */
export const termOf = (db: Db, list: string, code: string) =>
  db
    .selectFrom("vocabularies.terms")
    .select("id")
    .where("list_id", "=", list)
    .where("code", "=", code)
    .executeTakeFirstOrThrow();
