import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "./env.ts";
import { Forbidden, SignInNeeded } from "./errors.ts";
import { isSignedIn, type Visitor } from "./visitor.ts";

/** A named right: `activities.write`, and who has it. Declared in a room's `access.ts`, asked for on each route. */
export interface Permission {
  name: string;
  allows: (visitor: Visitor) => boolean;
}

export function permission(name: string, allows: (visitor: Visitor) => boolean): Permission {
  return { name, allows };
}

/** Open to all, said aloud: a route without a permission fails the route test. */
export const anyone = permission("anyone", () => true);
export const signedIn = permission("signed-in", isSignedIn);

type Guard = MiddlewareHandler<AppEnv> & { permission: Permission };

/** Lets through those who have the right; sends others to sign in, or refuses them. Stands on every route. */
export function may(needed: Permission): Guard {
  const guard: MiddlewareHandler<AppEnv> = async (c, next) => {
    const visitor = c.get("visitor");
    if (!needed.allows(visitor)) throw isSignedIn(visitor) ? new Forbidden() : new SignInNeeded();
    await next();
  };
  return Object.assign(guard, { permission: needed });
}
