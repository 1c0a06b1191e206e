import { randomUUID } from "node:crypto";
import type { Db } from "#platform/db/index.ts";
import type { Role } from "#platform/web/visitor.ts";

/** The people of the tests: always the same names, so that a sentence says at once what they may do. */
export const personas = {
  visiteuse: { name: "Vera Visiteuse", roles: [] },
  membre: { name: "Malik Membre", roles: ["member"] },
  jure: { name: "Judith Jurée", roles: ["juror"] },
  administratrice_ca: { name: "Basile Bureau", roles: ["board"] },
  animatrice: { name: "Aminata Animatrice", roles: ["officer"] },
  administrateur: { name: "Djamel Directeur", roles: ["officer", "administrator"] },
} as const satisfies Record<string, { name: string; roles: readonly Role[] }>;

export type Persona = keyof typeof personas;

/** Makes the persona's account and opens a session: its token. Use the existing personas before making another. */
export async function openSession(db: Db, persona: Persona): Promise<{ userId: string; token: string }> {
  const { name, roles } = personas[persona];
  const email = `${persona}@exemple.fr`;
  const user = await db
    .insertInto("accounts.users")
    .values({ name, email, email_verified: true })
    .onConflict((row) => row.column("email").doUpdateSet({ name }))
    .returning("id")
    .executeTakeFirstOrThrow();
  if (roles.length > 0)
    await db
      .insertInto("accounts.roles")
      .values(roles.map((role) => ({ user_id: user.id, role })))
      .onConflict((row) => row.doNothing())
      .execute();
  const token = randomUUID();
  await db
    .insertInto("accounts.sessions")
    .values({ user_id: user.id, token, expires_at: new Date(Date.now() + 3_600_000) })
    .execute();
  return { userId: user.id, token };
}
