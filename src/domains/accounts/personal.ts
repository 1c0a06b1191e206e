import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { forgetChanges, type PersonalPart, type Subject } from "#platform/personal-data.ts";
import { closeAccount, lockAdministrators } from "./people/commands.ts";
import { leavesNobody } from "./rules.ts";
import { roleNames } from "./texts.ts";

/** An account and what goes with it: rights, sign-ins, keys, invitations. The account is closed and loses its name. */
export const accountPart: PersonalPart = {
  id: "account",
  label: "Compte",
  async read(db, { userId, emails }) {
    const sections = [];
    if (userId) sections.push(...(await readAccount(db, userId)));
    if (emails.length > 0) {
      const rows = await db
        .selectFrom("accounts.invitations")
        .select(["email", "name", "created_at", "accepted_at"])
        .where("email", "in", [...emails])
        .orderBy("created_at")
        .execute();
      const asked = await db
        .selectFrom("accounts.card_requests")
        .select(["name", "email", "title", "message", "created_at"])
        .where("email", "in", [...emails])
        .orderBy("id")
        .execute();
      sections.push({
        title: "Demandes de tenir une fiche",
        rows: asked.map((row) => ({
          Nom: row.name,
          Adresse: row.email,
          Fonction: row.title,
          Message: row.message,
          Le: row.created_at.toISOString(),
        })),
      });
      sections.push({
        title: "Invitations à ouvrir un compte",
        rows: rows.map((row) => ({
          Adresse: row.email,
          Nom: row.name,
          "Envoyée le": row.created_at.toISOString(),
          "Acceptée le": row.accepted_at?.toISOString() ?? null,
        })),
      });
    }
    return sections;
  },
  async foresee(db, subject) {
    const counts = await countAll(db, subject);
    const blocked = subject.userId
      ? leavesNobody(await lockAdministrators(db), { userId: subject.userId, roles: [] })
      : false;
    return [
      ...(blocked
        ? [
            {
              what: "Compte",
              count: 1,
              outcome: "blocks" as const,
              why: "C’est le dernier compte qui administre : donnez d’abord ce rôle à quelqu’un d’autre.",
            },
          ]
        : []),
      { what: "Compte : nom et adresse ; il est fermé", count: counts.accounts, outcome: "anonymised" },
      {
        what: "Connexions, mots de passe, clés et double vérification",
        count: counts.keys,
        outcome: "erased",
      },
      { what: "Invitations à ouvrir un compte", count: counts.invitations, outcome: "erased" },
      { what: "Demandes de tenir une fiche", count: counts.card_requests, outcome: "erased" },
    ];
  },
  async erase(db, { userId, emails }, { author, now }) {
    await eraseInvitations(db, emails);
    if (!userId) return;
    const closing = await closeAccount(db, author, userId, now);
    if (!closing.ok) throw new Error("The last administrator cannot be erased.");
    for (const table of ["credentials", "second_factors", "passkeys", "roles"] as const) {
      const gone = await db
        .deleteFrom(`accounts.${table}`)
        .where("user_id", "=", userId)
        .returning("id")
        .execute();
      await forgetChanges(
        db,
        `accounts.${table}`,
        gone.map(({ id }) => id),
      );
    }
    for (const table of ["used_codes", "sign_ins"] as const)
      await db.deleteFrom(`accounts.${table}`).where("user_id", "=", userId).execute();
    await db
      .updateTable("accounts.users")
      .set({
        name: "Compte effacé",
        email: `${userId}@efface.invalid`,
        image: null,
        two_factor_enabled: false,
      })
      .where("id", "=", userId)
      .execute();
    await forgetChanges(db, "accounts.users", [userId]);
    await sql`update platform.changes set before = platform.anonymised(before), after = platform.anonymised(after)
      where table_name in ('accounts.credentials', 'accounts.second_factors', 'accounts.passkeys', 'accounts.roles')
        and coalesce(after, before) ->> 'user_id' = ${userId}`.execute(db);
  },
};

async function eraseInvitations(db: Db, emails: readonly string[]) {
  for (const email of emails) {
    await db
      .deleteFrom("accounts.verifications")
      .where((line) =>
        line.or([line("identifier", "like", `%${email}%`), line("value", "like", `%${email}%`)]),
      )
      .execute();
    await db.deleteFrom("accounts.invitations").where("email", "=", email).execute();
    await db.deleteFrom("accounts.card_requests").where("email", "=", email).execute();
    await sql`update platform.changes set before = platform.anonymised(before), after = platform.anonymised(after)
      where table_name in ('accounts.invitations', 'accounts.card_requests') and coalesce(after, before) ->> 'email' = ${email}`.execute(
      db,
    );
  }
}

type Counts = Record<"accounts" | "keys" | "invitations" | "card_requests", number>;

async function countAll(db: Db, { userId, emails }: Subject) {
  const { rows } = await sql<Counts>`
    select (select count(*)::int from accounts.users where id = ${userId}) as accounts,
      (select count(*)::int from accounts.sessions where user_id = ${userId})
        + (select count(*)::int from accounts.sign_ins where user_id = ${userId})
        + (select count(*)::int from accounts.credentials where user_id = ${userId})
        + (select count(*)::int from accounts.passkeys where user_id = ${userId})
        + (select count(*)::int from accounts.second_factors where user_id = ${userId}) as keys,
      (select count(*)::int from accounts.invitations where email = any(${[...emails]}::text[])) as invitations,
      (select count(*)::int from accounts.card_requests where email = any(${[...emails]}::text[])) as card_requests`.execute(
    db,
  );
  return rows[0] as Counts;
}

const means: Readonly<Record<string, string>> = {
  password: "mot de passe",
  link: "lien reçu par courriel",
  code: "code de la double vérification",
  passkey: "clé d’accès",
  invitation: "invitation",
};

const roleLabels: Readonly<Record<string, { label: string }>> = roleNames;

async function readAccount(db: Db, userId: string) {
  const account = await db
    .selectFrom("accounts.users")
    .selectAll()
    .where("id", "=", userId)
    .executeTakeFirst();
  if (!account) return [];
  const roles = await db
    .selectFrom("accounts.roles")
    .select(["role", "created_at"])
    .where("user_id", "=", userId)
    .orderBy("id")
    .execute();
  const sessions = await db
    .selectFrom("accounts.sessions")
    .select(["created_at", "user_agent", "ip_address"])
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .execute();
  const signIns = await db
    .selectFrom("accounts.sign_ins")
    .select(["signed_in_at", "means"])
    .where("user_id", "=", userId)
    .orderBy("id")
    .execute();
  const keys = await db
    .selectFrom("accounts.passkeys")
    .select(["name", "created_at"])
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .execute();
  return [
    {
      title: "Compte",
      rows: [
        {
          Nom: account.name,
          Adresse: account.email,
          "Ouvert le": account.created_at.toISOString(),
          "Double vérification": account.two_factor_enabled,
          "Fermé le": account.closed_at?.toISOString() ?? null,
        },
      ],
    },
    {
      title: "Droits du compte",
      rows: roles.map((row) => ({
        Rôle: roleLabels[row.role]?.label ?? row.role,
        "Donné le": row.created_at.toISOString(),
      })),
    },
    {
      title: "Connexions ouvertes",
      rows: sessions.map((row) => ({
        "Ouverte le": row.created_at.toISOString(),
        Navigateur: row.user_agent,
        "Adresse IP": row.ip_address,
      })),
    },
    {
      title: "Connexions passées",
      rows: signIns.map((row) => ({
        Le: row.signed_in_at.toISOString(),
        Moyen: means[row.means] ?? row.means,
      })),
    },
    {
      title: "Clés d’accès",
      rows: keys.map((row) => ({ Nom: row.name, "Ajoutée le": row.created_at?.toISOString() ?? null })),
    },
  ];
}
