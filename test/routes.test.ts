import type { Handler } from "hono";
import { describe, expect } from "vitest";
import type { Permission } from "#platform/web/may.ts";
import { type Role, roles, type Visitor } from "#platform/web/visitor.ts";
import { test } from "./database.ts";
import { openSite } from "./site.ts";

interface Route {
  method: string;
  path: string;
  permission: Permission | undefined;
}

/** Every address of the site with the permission that stands on it. */
async function listRoutes(app: Awaited<ReturnType<typeof openSite>>["app"]): Promise<Route[]> {
  const routes = new Map<string, Route>();
  for (const { method, path, handler } of app.routes) {
    if (method === "ALL") continue;
    const key = `${method} ${path}`;
    const known = routes.get(key) ?? { method, path, permission: undefined };
    known.permission ??= (handler as Handler & { permission?: Permission }).permission;
    routes.set(key, known);
  }
  return [...routes.values()].sort((a, b) => (a.path + a.method < b.path + b.method ? -1 : 1));
}

const visitorWith = (given: readonly Role[]): Visitor => ({
  accountId: "00000000-0000-4000-8000-000000000001",
  name: "",
  email: "",
  roles: new Set(given),
  organisationIds: [],
});

test("every address says who may use it, and none disappears without a decision", async ({ db }) => {
  const { app } = await openSite(db);
  const routes = await listRoutes(app);
  expect(routes.length).toBeGreaterThan(50);
  expect(routes.filter((route) => !route.permission).map((route) => `${route.method} ${route.path}`)).toEqual(
    [],
  );
  const lines = routes.map(({ method, path, permission }) => {
    const who = permission?.allows({ ...visitorWith([]), accountId: null })
      ? "anyone"
      : permission?.allows(visitorWith([]))
        ? "signed in"
        : roles.filter((role) => permission?.allows(visitorWith([role]))).join(", ");
    return `${method.padEnd(6)} ${path} [${permission?.name}: ${who}]`;
  });
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("routes.txt");
});

/** An address with its parameters filled in; the record need not exist: the refusal comes before. */
const filled = (path: string) => path.replace(/:[a-z_]+(\{[^}]*\})?\??/gi, "1").replace(/\/\*$/, "/x");

describe("whoever has not the right is refused, before anything is read or changed", () => {
  for (const persona of [
    undefined,
    "visiteuse",
    "membre",
    "jure",
    "administratrice_ca",
    "animatrice",
  ] as const)
    test(`${persona ?? "a stranger"} walks every address`, async ({ db }) => {
      const site = await openSite(db, persona);
      const { personas } = await import("./personas.ts");
      const visitor = persona
        ? visitorWith(personas[persona].roles)
        : { ...visitorWith([]), accountId: null };
      const refused = (await listRoutes(site.app)).filter((route) => !route.permission?.allows(visitor));
      expect(refused.length).toBeGreaterThan(persona === "animatrice" ? 2 : 10);
      for (const { method, path } of refused) {
        const answer =
          method === "GET" ? await site.request(filled(path)) : (await site.post(filled(path))).response;
        const expected = persona ? [403, 404] : [303, 404];
        expect(expected, `${method} ${path} answers ${answer.status}`).toContain(answer.status);
        if (answer.status === 303) expect(answer.headers.get("location")).toMatch(/^\/connexion/);
      }
    });
});
