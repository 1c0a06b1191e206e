import { type Role, roles } from "#platform/web/visitor.ts";

/** One who administers, or would no longer. */
interface Standing {
  userId: string;
  roles: readonly string[];
}

/**
 * Whether the instance would be left without an administrator if `userId` had `roles` from now on.
 * `administrators` are the open accounts that administer at this moment.
 */
export function leavesNobody(administrators: readonly string[], { userId, roles }: Standing): boolean {
  const stays = roles.includes("administrator" satisfies Role);
  return !stays && administrators.every((id) => id === userId);
}

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text);
