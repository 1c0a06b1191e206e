import fc from "fast-check";
import { expect, test } from "vitest";
import { type Question, question } from "./input.ts";
import { countPeople, type Group } from "./rules.ts";

const purposes = [
  { id: 1, code: "newsletter", label: "Lettre" },
  { id: 2, code: "image", label: "Image" },
];
const kinds = ["elected", "employed", "volunteer", "other"] as const;
const group: fc.Arbitrary<Group> = fc.record({
  language: fc.constantFrom("fr", "pt"),
  role_kinds: fc.subarray([...kinds]),
  purpose_ids: fc.subarray([1, 2]),
  count: fc.integer({ min: 1, max: 9 }),
});
const asked: fc.Arbitrary<Question> = fc
  .record(
    {
      fonction: fc.constantFrom(...kinds, "aucune"),
      consentement: fc.constantFrom("newsletter", "image"),
      langue: fc.constantFrom("fr", "pt"),
    },
    { requiredKeys: [] },
  )
  .map((filters) => question.parse(filters));

test("what a filter announces is what choosing it gives, whatever is chosen elsewhere", () => {
  fc.assert(
    fc.property(fc.array(group), asked, (groups, chosen) => {
      const counts = countPeople(groups, purposes, chosen);
      const total = (more: Partial<Question>) => countPeople(groups, purposes, { ...chosen, ...more }).total;
      for (const { value, count } of counts.roles)
        expect(count).toBe(total({ fonction: value as Question["fonction"] }));
      expect(counts.without_role).toBe(total({ fonction: "aucune" }));
      for (const { value, count } of counts.purposes) expect(count).toBe(total({ consentement: value }));
      for (const { value, count } of counts.languages) expect(count).toBe(total({ langue: value }));
    }),
  );
});
