import fc from "fast-check";
import { type Content, cellKinds, type Kind, kinds, type Question } from "#platform/questionnaire/content.ts";
import { isTestable, kindOf } from "#platform/questionnaire/kinds.ts";

const label = fc
  .string({ minLength: 1, maxLength: 20, unit: "grapheme" })
  .filter((text) => text.trim() !== "");
const names = (start: string) =>
  fc
    .array(label, { minLength: 2, maxLength: 4 })
    .map((labels) => labels.map((text, place) => ({ id: `${start}${place}`, label: text })));

const innerKinds = kinds.filter((kind) => kind !== "block" && kind !== "consent");

/** Any question of these kinds, with this id: what its kind takes, and now and then a limit. */
function question(id: string, of: readonly Kind[]): fc.Arbitrary<Question> {
  return fc
    .record({
      kind: fc.constantFrom(...of),
      label,
      required: fc.boolean(),
      options: names("o"),
      rows: names("r"),
      columns: fc.tuple(names("c"), fc.constantFrom(...cellKinds)),
      most: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      longest: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
      inner: fc.tuple(...["a", "b"].map((one) => fc.constant(`${id}${one}`).chain((inner) => plain(inner)))),
    })
    .map(({ kind, label, required, options, rows, columns, most, longest, inner }) => {
      const { takes } = kindOf(kind);
      return {
        id,
        kind,
        label,
        required,
        ...(takes.options ? { options } : {}),
        ...(takes.table ? { rows, columns: columns[0].map((one) => ({ ...one, kind: columns[1] })) } : {}),
        ...(takes.list ? { list: "sectors" } : {}),
        ...(kind === "consent" ? { text: "Le réseau publie la fiche.", purpose: "publication" } : {}),
        ...(takes.count && most ? { most } : {}),
        ...(takes.length && longest ? { longest } : {}),
        ...(kind === "block" ? { questions: inner } : {}),
      };
    });
}

const plain = (id: string): fc.Arbitrary<Question> =>
  fc.record({ kind: fc.constantFrom(...innerKinds), label }).map(({ kind, label }) => ({
    id,
    kind,
    label,
    ...(kindOf(kind).takes.options
      ? {
          options: [
            { id: "x", label: "X" },
            { id: "y", label: "Y" },
          ],
        }
      : {}),
    ...(kindOf(kind).takes.table
      ? { rows: [{ id: "r", label: "R" }], columns: [{ id: "c", label: "C", kind: "number" as const }] }
      : {}),
    ...(kindOf(kind).takes.list ? { list: "sectors" } : {}),
  }));

/** A condition on one of the questions asked before. */
const condition = (before: readonly Question[]): fc.Arbitrary<Question["condition"]> =>
  before.length === 0
    ? fc.constant(undefined)
    : fc
        .record({
          match: fc.constantFrom("all" as const, "any" as const),
          tests: fc.array(
            fc.constantFrom(...before).chain((asked) =>
              fc.constantFrom(...kindOf(asked.kind).operators).chain((is) => {
                const { kind } = asked;
                const value =
                  is === "answered" || is === "unanswered"
                    ? fc.constant(undefined)
                    : kind === "choice" || kind === "many"
                      ? is === "more" || is === "less"
                        ? fc.integer({ min: 0, max: 3 })
                        : fc.constantFrom(...(asked.options ?? []).map(({ id }) => id))
                      : kind === "yes_no" || kind === "consent"
                        ? fc.boolean()
                        : kind === "date"
                          ? fc.constant("2021-01-06")
                          : kind === "text" ||
                              kind === "paragraph" ||
                              kind === "country" ||
                              (kind === "countries" && !/more|less/.test(is))
                            ? fc.constantFrom("ML", "a")
                            : fc.integer({ min: 1, max: 500 });
                return value.map((wanted) => ({
                  question: asked.id,
                  is,
                  ...(wanted === undefined ? {} : { value: wanted }),
                }));
              }),
            ),
            { minLength: 1, maxLength: 2 },
          ),
        })
        .map(({ match, tests }) => ({
          match,
          tests: tests.filter((test) => {
            const asked = before.find(({ id }) => id === test.question);
            return asked !== undefined && isTestable(asked, test);
          }),
        }));

/** Any questionnaire of two pages of three questions, conditions on what comes before. */
export const anyContent: fc.Arbitrary<Content> = fc
  .tuple(...["q1", "q2", "q3", "q4", "q5", "q6"].map((id) => question(id, kinds)))
  .chain((questions) =>
    fc.tuple(...questions.map((_, place) => condition(questions.slice(0, place)))).map((conditions) => {
      const asked = questions.map((one, place) => {
        const when = conditions[place];
        return when && when.tests.length > 0 ? { ...one, condition: when } : one;
      });
      return {
        title: "Essai",
        sections: [
          { id: "s1", title: "Une", questions: asked.slice(0, 3) },
          { id: "s2", title: "Deux", questions: asked.slice(3) },
        ],
      };
    }),
  );
