import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** An account as the administrator sees it. */
export interface Person {
  id: string;
  name: string;
  email: string;
  roles: string[];
  two_factor_enabled: boolean;
  keys: number;
  last_sign_in: Date | null;
  closed_at: Date | null;
  created_at: Date;
}

/** Every account, open ones first, by name. */
export function listPeople(db: Db): Promise<Person[]> {
  return people(db)
    .orderBy(sql`user_.closed_at is not null`)
    .orderBy("user_.name")
    .orderBy("user_.id")
    .execute();
}

export function findPerson(db: Db, id: string): Promise<Person | undefined> {
  return people(db).where("user_.id", "=", id).executeTakeFirst();
}

function people(db: Db) {
  return db.selectFrom("accounts.users as user_").select((line) => [
    "user_.id",
    "user_.name",
    "user_.email",
    "user_.two_factor_enabled",
    "user_.closed_at",
    "user_.created_at",
    sql<string[]>`array(select role from accounts.roles where user_id = user_.id order by role)`.as("roles"),
    sql<number>`(select count(*) from accounts.passkeys where user_id = user_.id)`.as("keys"),
    line
      .selectFrom("accounts.sign_ins")
      .whereRef("user_id", "=", "user_.id")
      .select((entry) => entry.fn.max("signed_in_at").as("at"))
      .as("last_sign_in"),
  ]);
}
