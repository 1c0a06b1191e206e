import { createOTP } from "@better-auth/utils/otp";
import { symmetricDecrypt } from "better-auth/crypto";
import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";

/** What a person sees of their own account. */
export interface MyAccount {
  name: string;
  email: string;
  hasPassword: boolean;
  isProtected: boolean;
  codesKept: boolean;
  keys: { id: string; name: string | null; created_at: Date | null }[];
  sessions: { id: string; user_agent: string | null; created_at: Date; current: boolean }[];
}

/** The account, its keys and its open sessions; `token` says which session is this one. */
export async function findMyAccount(db: Db, userId: string, token: string, now: Date): Promise<MyAccount> {
  const user = await db
    .selectFrom("accounts.users as user")
    .leftJoin("accounts.second_factors as factor", "factor.user_id", "user.id")
    .select((line) => [
      "user.name",
      "user.email",
      "user.two_factor_enabled",
      "factor.codes_kept_at",
      line
        .exists(
          line
            .selectFrom("accounts.credentials as credential")
            .select("credential.id")
            .whereRef("credential.user_id", "=", "user.id")
            .where("credential.password", "is not", null),
        )
        .as("has_password"),
    ])
    .where("user.id", "=", userId)
    .executeTakeFirstOrThrow();
  const keys = await db
    .selectFrom("accounts.passkeys")
    .select(["id", "name", "created_at"])
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .execute();
  const sessions = await db
    .selectFrom("accounts.sessions")
    .select(["id", "user_agent", "created_at", sql<boolean>`token = ${token}`.as("current")])
    .where("user_id", "=", userId)
    .where("expires_at", ">", now)
    .orderBy("created_at", "desc")
    .execute();
  return {
    name: user.name,
    email: user.email,
    hasPassword: Boolean(user.has_password),
    isProtected: user.two_factor_enabled,
    codesKept: user.codes_kept_at !== null,
    keys,
    sessions,
  };
}

/** The secret to put in a telephone, while the double check is being set up: the address that a QR code carries. */
export async function findPendingSecret(db: Db, userId: string, secret: string, network: string) {
  const row = await db
    .selectFrom("accounts.second_factors as factor")
    .innerJoin("accounts.users as user", "user.id", "factor.user_id")
    .select(["factor.secret", "user.email"])
    .where("factor.user_id", "=", userId)
    .where("factor.verified", "=", false)
    .executeTakeFirst();
  if (!row) return undefined;
  const address = createOTP(await symmetricDecrypt({ key: secret, data: row.secret })).url(
    network,
    row.email,
  );
  return { address, text: new URL(address).searchParams.get("secret") ?? "" };
}
