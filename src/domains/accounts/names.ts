import type { Db } from "#platform/db/index.ts";

/** The names of these accounts, by number; a closed or unknown account has none. */
export async function accountNames(
  db: Db,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  if (known.length === 0) return new Map();
  const rows = await db
    .selectFrom("accounts.users")
    .select(["id", "name"])
    .where("id", "in", known)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** How to write to an account, by letter; nothing for a closed or unknown one. */
export function findRecipient(db: Db, id: string): Promise<{ name: string; email: string } | undefined> {
  return db
    .selectFrom("accounts.users")
    .select(["name", "email"])
    .where("id", "=", id)
    .where("closed_at", "is", null)
    .executeTakeFirst();
}

/** Those who work for the network, by name, for a `SelectField`: the value is the account. Closed accounts are left out. */
export async function staffOptions(db: Db): Promise<{ value: string; label: string }[]> {
  return db
    .selectFrom("accounts.users as user")
    .select(["user.id as value", "user.name as label"])
    .where("user.closed_at", "is", null)
    .where((row) =>
      row.exists(
        row
          .selectFrom("accounts.roles as role")
          .select("role.user_id")
          .whereRef("role.user_id", "=", "user.id")
          .where("role.role", "in", ["officer", "administrator"]),
      ),
    )
    .orderBy("user.name")
    .orderBy("user.id")
    .execute();
}
