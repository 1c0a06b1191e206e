import fc from "fast-check";
import { expect, test } from "vitest";
import { roles } from "#platform/web/visitor.ts";
import { leavesNobody } from "./rules.ts";

test("whatever roles are taken away, somebody still administers", () => {
  const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1 });
  fc.assert(
    fc.property(
      ids,
      fc.constantFrom("a", "b", "c"),
      fc.uniqueArray(fc.constantFrom(...roles)),
      (before, userId, given) => {
        const refused = leavesNobody(before, { userId, roles: given });
        const after = new Set(before.filter((id) => id !== userId));
        if (given.includes("administrator")) after.add(userId);
        expect(refused).toBe(after.size === 0);
      },
    ),
  );
});
