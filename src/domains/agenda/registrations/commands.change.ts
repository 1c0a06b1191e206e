import { sql } from "kysely";
import { type Candidate, matchOrganisations } from "#domains/directory/index.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import { personKey } from "./commands.register.ts";
import type { Registration } from "./queries.person.ts";

/** What can be changed of a registration. */
export interface Changes {
  given_name: string;
  family_name: string;
  phone: string;
  organisation: string;
  needs: string;
  keep_contact: boolean;
  /** Staff alone mend an address. */
  email?: string;
}

export type ChangeOutcome = { ok: true } | { ok: false; refusal: "stale" | "taken" };

/**
 * Changes what is said of someone, unless they are no longer at `version` (`stale`). The organisation typed is found again in the directory; `chosen`
 * is the one picked among those proposed. `taken`: the address is that of another registration of the event.
 */
export async function changeRegistration(
  db: Db,
  author: Author,
  secret: string,
  registration: Registration,
  { version, chosen, changes }: { version: number; chosen: number | undefined; changes: Changes },
): Promise<ChangeOutcome> {
  const organisation_id = await settleOrganisation(db, registration, changes.organisation, chosen);
  const { email, ...said } = changes;
  const moved = email !== undefined && email !== registration.email;
  return inTransaction(db, author, async (db) => {
    if (moved && email && (await isTaken(db, registration, email))) return { ok: false, refusal: "taken" };
    const done = await db
      .updateTable("agenda.registrations")
      .set({
        ...said,
        organisation_id,
        // Another address, another link: the one that went to the wrong address opens nothing more.
        ...(moved ? { email, person_key: personKey(secret, email), link: sql<number>`link + 1` } : {}),
        version: sql<number>`version + 1`,
        updated_at: sql<Date>`now()`,
      })
      .where("id", "=", registration.id)
      .where("version", "=", version)
      .where("forgotten_at", "is", null)
      .executeTakeFirst();
    return done.numUpdatedRows === 1n ? { ok: true } : { ok: false, refusal: "stale" };
  });
}

async function settleOrganisation(
  db: Db,
  { organisation, organisation_id }: Registration,
  typed: string,
  chosen: number | undefined,
): Promise<number | null> {
  if (!typed) return null;
  if (chosen === undefined && typed === organisation && organisation_id !== null) return organisation_id;
  const match = (await matchOrganisations(db, [typed])).get(typed);
  if (!match) return null;
  if ("sure" in match) return match.sure.id;
  return match.candidates.find(({ id }) => id === chosen)?.id ?? null;
}

const isTaken = (db: Db, { id, event_id, session_id }: Registration, email: string) =>
  db
    .selectFrom("agenda.registrations")
    .select("id")
    .where("event_id", "=", event_id)
    .where("session_id", session_id === null ? "is" : "=", session_id)
    .where("email", "=", email)
    .where("state", "<>", "cancelled")
    .where("id", "<>", id)
    .executeTakeFirst();

/** The organisations of the directory that a typed name may mean, when none is sure; the public ones only, for the public. */
export async function proposeOrganisations(
  db: Db,
  { organisation, organisation_id }: Pick<Registration, "organisation" | "organisation_id">,
  { listed }: { listed: boolean },
): Promise<readonly Candidate[]> {
  if (!organisation || organisation_id !== null) return [];
  const match = (await matchOrganisations(db, [organisation])).get(organisation);
  const candidates = !match ? [] : "sure" in match ? [{ ...match.sure, score: 1 }] : match.candidates;
  if (!listed || candidates.length === 0) return candidates;
  const shown = await db
    .selectFrom("directory.shared_organisations")
    .select("id")
    .where(
      "id",
      "in",
      candidates.map(({ id }) => id),
    )
    .where("visibility", "=", "listed")
    .where("status", "=", "published")
    .execute();
  const ids = new Set(shown.map(({ id }) => id));
  return candidates.filter(({ id }) => ids.has(id));
}
