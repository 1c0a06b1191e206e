import fc from "fast-check";
import { expect, test } from "vitest";
import { type DraftLine, readLines, writeLines } from "./draft.ts";

const word = fc.stringMatching(/^[a-z]{1,8}$/).filter((name) => name !== "non" && name !== "lien");
const lines = fc
  .array(
    fc.record({
      criterion: fc.stringMatching(/^[a-z]+\.[a-z]+$/),
      typed: fc.dictionary(
        word,
        fc.array(fc.stringMatching(/^[A-Za-zé0-9]+$/), { minLength: 1, maxLength: 3 }),
        {
          maxKeys: 3,
          noNullPrototype: true,
        },
      ),
      not: fc.boolean(),
      or: fc.boolean(),
    }),
    { maxLength: 6 },
  )
  .map((all) => all.map((line, index): DraftLine => ({ ...line, or: index > 0 && line.or })));

test("an address says again all that the form said, and nothing else", () => {
  fc.assert(
    fc.property(lines, (written) => {
      const query = writeLines(written);
      const typed = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
      expect(readLines({ ...typed, nom: "Un nom", c: "x", c1x: "y", faire: "ajouter" })).toEqual(written);
    }),
  );
});
