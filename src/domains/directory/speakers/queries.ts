import type { Db } from "#platform/db/index.ts";

/** An organisation as its speaker sees it; `isListed`: the public directory shows its card. */
export interface SpokenFor {
  id: number;
  name: string;
  isListed: boolean;
}

/** The organisations that an account speaks for, by name; those archived are left out. */
export async function listSpokenFor(db: Db, userId: string): Promise<SpokenFor[]> {
  const rows = await db
    .selectFrom("directory.speakers as speaker")
    .innerJoin("directory.organisations as organisation", "organisation.id", "speaker.organisation_id")
    .select(["organisation.id", "organisation.name", "organisation.visibility", "organisation.status"])
    .where("speaker.user_id", "=", userId)
    .where("organisation.status", "!=", "archived")
    .orderBy("organisation.key")
    .orderBy("organisation.id")
    .execute();
  return rows.map(({ id, name, visibility, status }) => ({
    id,
    name,
    isListed: visibility === "listed" && status === "published",
  }));
}
