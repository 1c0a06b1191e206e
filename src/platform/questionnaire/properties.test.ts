import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyContent } from "#test/questionnaires.ts";
import { carryDrafts } from "./carry.ts";
import { problemsOf } from "./check.ts";
import { answersToSend, askedInside, whatIsAsked } from "./conditions.ts";
import { type Content, fieldName, type Question, withInner } from "./content.ts";
import { duplicateQuestion, duplicateSection, moveQuestion, moveSection } from "./editing.ts";
import { readQuestion } from "./entry.ts";
import { type Draft, wholeDraft } from "./parts.ts";
import { placeChoice, readDraft, shownField } from "./reading.ts";
import { fits } from "./shapes.ts";
import type { Known } from "./sources.ts";
import { isBlank, repetitionsOf, type Values } from "./values.ts";
import { wrongAnswers } from "./verify.ts";

const known: Known = {
  now: new Date("2021-06-01T10:00:00Z"),
  terms: new Map([
    [
      "sectors",
      [
        { value: "1", label: "Eau" },
        { value: "2", label: "Santé" },
      ],
    ],
  ]),
  countries: [
    { value: "ML", label: "Mali" },
    { value: "SN", label: "Sénégal" },
  ],
  places: new Map([
    ["Lille", { sure: { typed: "Lille", communeCode: "59350", countryCode: null, label: "Lille" } }],
  ]),
  organisations: new Map([["Adice", { id: 3, name: "Adice" }]]),
  files: new Map([["f1", { id: "f1", name: "a.pdf", mediaType: "application/pdf", sizeBytes: 3 }]]),
};

/** What people, and others, put in fields. */
const typed = fc.oneof(
  fc.constantFrom(
    "",
    "oui",
    "non",
    "12,5",
    "1 250,00 €",
    "6/1/2021",
    "x",
    "y",
    "o0",
    "o1",
    "1",
    "2",
    "ML",
    "Lille",
    "Adice",
  ),
  fc.constantFrom(
    "f1",
    "a@b.fr",
    "03 20 00 00 00",
    "www.exemple.fr",
    "W595001234",
    "tel-quel",
    "<script>",
    "__proto__",
  ),
  fc.string({ maxLength: 40, unit: "grapheme" }),
);

/** Every field that a page of this questionnaire could have, and some that none has. */
function fieldsOf(content: Content): string[] {
  return content.sections.flatMap(({ questions }) =>
    questions.flatMap((question) => {
      const own = cellsOf(question, [question.id]);
      const inner = (question.questions ?? []).flatMap((one) =>
        ["n1", "n2"].flatMap((time) => cellsOf(one, [question.id, time, one.id])),
      );
      return [...own, ...inner, "rien", "q1-n1", "__proto__"];
    }),
  );
}

const cellsOf = ({ rows = [], columns = [] }: Question, path: readonly string[]) => [
  fieldName(...path),
  placeChoice(fieldName(...path)),
  ...rows.flatMap((row) => columns.map((column) => fieldName(...path, row.id, column.id))),
];

const anyForm = (content: Content) => {
  const fields = fieldsOf(content);
  return fc
    .array(fc.tuple(fc.constantFrom(...fields), fc.array(typed, { minLength: 1, maxLength: 3 })), {
      maxLength: 40,
    })
    .chain((pairs) =>
      fc.subarray(fields).map((shown) => {
        const blocks = content.sections.flatMap(({ questions }) =>
          questions.filter(({ kind }) => kind === "block"),
        );
        const times = blocks.map(({ id }) => [id, ["n1", "n2"]] as const);
        return new Map<string, readonly string[]>([...times, ...pairs, [shownField, shown]]);
      }),
    );
};

const filled = anyContent.chain((content) =>
  fc.tuple(anyForm(content), anyForm(content)).map(([first, second]) => {
    const drafts = new Map<string, Draft>();
    for (const form of [first, second])
      for (const section of content.sections) {
        const { values } = wholeDraft(content, drafts, {});
        drafts.set(
          section.id,
          readDraft(section, form, drafts.get(section.id) ?? { values: {}, typed: {} }, known, values),
        );
      }
    return { content, drafts, ...wholeDraft(content, drafts, {}) };
  }),
);

const checkFits = (questions: readonly Question[], values: Values) => {
  for (const [id, value] of Object.entries(values)) {
    const question = questions.find((one) => one.id === id);
    expect(question, id).toBeDefined();
    if (question) expect(fits(question, value), `${question.kind}: ${JSON.stringify(value)}`).toBe(true);
  }
};

describe("whatever is sent", () => {
  test("is read without a fault, and nothing is taken that its question does not ask for", () => {
    fc.assert(
      fc.property(filled, ({ content, drafts }) => {
        for (const section of content.sections)
          checkFits(section.questions, drafts.get(section.id)?.values ?? {});
      }),
    );
  });

  test("goes to the database and comes back the same", () => {
    fc.assert(
      fc.property(filled, ({ content, values }) => {
        expect(JSON.parse(JSON.stringify(content))).toEqual(content);
        expect(JSON.parse(JSON.stringify(values))).toEqual(values);
      }),
    );
  });

  test("only what is asked and answered is sent", () => {
    fc.assert(
      fc.property(filled, ({ content, values }) => {
        const { ids, answers } = whatIsAsked(content, values);
        const sent = answersToSend(content, values);
        for (const [id, value] of Object.entries(sent)) {
          expect(ids.has(id), "hidden answers are not sent").toBe(true);
          expect(isBlank(value)).toBe(false);
          const block = content.sections.flatMap(({ questions }) => questions).find((one) => one.id === id);
          for (const time of repetitionsOf(value)) {
            const asked = block ? askedInside(block, time.values, answers).map((one) => one.id) : [];
            expect(Object.keys(time.values).every((inner) => asked.includes(inner))).toBe(true);
          }
        }
        expect(answersToSend(content, sent), "sending again changes nothing").toEqual(sent);
      }),
    );
  });

  test("what is not asked blocks nothing, and what is wrong is a French sentence at a field that is asked", () => {
    fc.assert(
      fc.property(filled, ({ content, values, typed }) => {
        const { ids } = whatIsAsked(content, values);
        for (const [field, text] of Object.entries(wrongAnswers(content, { values, typed }))) {
          expect(ids.has(field.split("-")[0] ?? ""), field).toBe(true);
          expect(text).toMatch(/[.!]$/);
          expect(text).not.toMatch(/undefined|NaN|\[object/);
        }
      }),
    );
  });

  test("an answer that nothing stops has all that is required", () => {
    fc.assert(
      fc.property(filled, ({ content, values, typed }) => {
        if (Object.keys(wrongAnswers(content, { values, typed })).length > 0) return;
        const sent = answersToSend(content, values);
        const { ids } = whatIsAsked(content, values);
        for (const { questions } of content.sections)
          for (const { id, required } of questions)
            if (required && ids.has(id)) expect(sent[id], id).toBeDefined();
      }),
    );
  });

  test("carried to the same questionnaire, nothing is lost; to another, nothing that does not fit stays", () => {
    fc.assert(
      fc.property(filled, anyContent, ({ content, drafts, values }, other) => {
        const same = carryDrafts(content, content, drafts, {});
        expect(wholeDraft(content, same, {}).values).toEqual(values);
        const carried = carryDrafts(content, other, drafts, {});
        for (const section of other.sections)
          checkFits(section.questions, carried.get(section.id)?.values ?? {});
      }),
    );
  });
});

describe("a questionnaire being written", () => {
  test("stays whole, whatever is moved or duplicated", () => {
    const gestures = fc.array(
      fc.tuple(
        fc.constantFrom("up", "down", "double"),
        fc.constantFrom("q1", "q2", "q3", "q5", "s1", "s2", "q4a"),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anyContent, gestures, (content, list) => {
        let number = 0;
        const newId = () => `neuf${++number}`;
        let now = content;
        for (const [what, id] of list) {
          const isSection = id.startsWith("s");
          if (what === "double")
            now = isSection ? duplicateSection(now, id, newId) : duplicateQuestion(now, id, newId);
          else if (isSection) now = moveSection(now, id, what === "up" ? -1 : 1);
          else now = moveQuestion(now, id, what === "up" ? -1 : 1);
        }
        const ids = now.sections.flatMap((section) => [
          section.id,
          ...withInner(section.questions).map(({ id }) => id),
        ]);
        expect(new Set(ids).size, "no id twice").toBe(ids.length);
        for (const id of ["q1", "q2", "q3", "q4", "q5", "q6"]) expect(ids).toContain(id);
        for (const { text } of problemsOf(now)) expect(text).toMatch(/\.$/);
      }),
    );
  });

  test("a form read on a question never throws, and keeps its id", () => {
    const names = [
      "intitule",
      "type",
      "options",
      "colonnes",
      "lignes",
      "min",
      "max",
      "du",
      "au-plus",
      "si-1",
      "si-valeur-1",
      "si-mode",
      "lignes-de",
    ];
    const forms = fc.array(
      fc.tuple(
        fc.constantFrom(...names),
        fc.oneof(typed, fc.constantFrom('q1|is|"o0"', "q1|more", "q1|is|{", "A : nombre\nB;date")),
      ),
    );
    fc.assert(
      fc.property(anyContent, forms, (content, pairs) => {
        const before = content.sections[1]?.questions[2];
        if (!before) return;
        const form = new Map(pairs.map(([name, value]) => [name, [value]]));
        const { question, errors } = readQuestion(content, before, form, () => "n");
        expect(question.id).toBe(before.id);
        for (const text of Object.values(errors)) expect(text).toMatch(/\.$/);
      }),
    );
  });
});
