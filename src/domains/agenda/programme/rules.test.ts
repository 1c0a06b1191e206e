import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysAway, type Held, leastScore, likenesses, type Waiting, wordsOf } from "./rules.likeness.ts";
import { audienceKey, countsIn, type LineFacts, partedAudience, sharesOf, stateOf } from "./rules.ts";

describe("where a line of the programme stands on 15 June 2021", () => {
  const line = (facts: Partial<LineFacts>): LineFacts => ({
    ...{ year: 2021, plannedTo: "2021-05-31", dropped: false, dates: [], meetings: 0 },
    ...facts,
  });
  test.each([
    ["its month is over, nothing was held", line({}), "late"],
    ["its month is not over", line({ plannedTo: "2021-06-30" }), "to_come"],
    ["its last day is today", line({ plannedTo: "2021-06-15" }), "to_come"],
    ["no period: it has the whole year", line({ plannedTo: null }), "to_come"],
    ["no period, and its year is over", line({ plannedTo: null, year: 2020 }), "late"],
    ["a date is announced, though its month is over", line({ dates: ["2021-09-01"] }), "to_come"],
    ["a date was held", line({ dates: ["2021-05-12"] }), "done"],
    ["a meeting of the log is it", line({ meetings: 1 }), "done"],
    ["it was dropped", line({ dropped: true }), "dropped"],
    ["it was dropped after a first date", line({ dropped: true, dates: ["2021-02-01"] }), "done"],
  ] as const)("%s: %o is %s", (_, facts, state) => {
    expect(stateOf(facts, "2021-06-15")).toBe(state);
  });

  test("as days go by, what is done stays done, and what is late never comes back by itself", () => {
    const day = fc
      .integer({ min: 0, max: 700 })
      .map((shift) => new Date(Date.UTC(2021, 0, 1 + shift)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 3 }),
        day,
        day,
        fc.nat({ max: 2 }),
        (dates, plannedTo, one, meetings) => {
          const facts = line({ dates, plannedTo, meetings });
          const [before, after] = [stateOf(facts, "2021-01-01"), stateOf(facts, one)];
          if (before === "done") expect(after).toBe("done");
          if (before === "late") expect(after).toBe("late");
        },
      ),
    );
  });
});

describe("for whom", () => {
  test("a public is one whatever its case, accents and plural; a line counts once in each of its own", () => {
    expect(partedAudience("Associations | Collectivités territoriales")).toHaveLength(2);
    expect(audienceKey("Etablissements d'enseignement")).toBe(audienceKey("établissement d’enseignement"));
    const lines = ["Associations, associations", "associations, entreprises", ""].map((audience) => ({
      audience,
      state: "done" as const,
    }));
    const shares = sharesOf(lines, ({ audience }) => partedAudience(audience), audienceKey);
    expect(shares.map(({ key, planned, done }) => [key, planned, done])).toEqual([
      ["association", 2, 2],
      ["entreprise", 1, 1],
    ]);
    expect(countsIn(shares)).toBe(3);
  });
});

describe("what may be a line, done", () => {
  const held = (id: number, title: string, heldOn: string): Held => ({ kind: "meeting", id, title, heldOn });
  const line = (title: string, from: string | null, to: string | null): Waiting => ({
    id: 1,
    title,
    from,
    to,
  });
  const log = [
    held(1, "Webinaire : l’accès à l’eau au Sénégal", "2021-01-12"),
    held(2, "Commission Énergie", "2021-05-20"),
    held(3, "Commission Eau et Assainissement", "2021-05-27"),
    held(4, "Réunion de coordination avec la Région", "2021-01-13"),
    held(5, "Entretien avec une association de Roubaix", "2021-03-02"),
  ];
  const first = (waiting: Waiting) => likenesses([waiting], log).get(1)?.[0];

  test("the same words, in the period: it is proposed, with its reasons", () => {
    const found = first(line("Accès à l’eau au Sénégal", "2021-01-12", "2021-01-12"));
    expect(found).toMatchObject({ held: { id: 1 }, away: 0, shared: ["Accès", "eau", "Sénégal"] });
  });
  test("the nearest title wins over a shared word", () => {
    expect(first(line("Commission Eau et Assainissement", "2021-05-01", "2021-05-31"))?.held.id).toBe(3);
    expect(first(line("Commission Energie", "2021-05-01", "2021-05-31"))?.held.id).toBe(2);
  });
  test("a common word alone is nothing, nor is nearness alone", () => {
    expect(
      first(line("Forum de la coopération franco-marocaine", "2021-01-01", "2021-01-31")),
    ).toBeUndefined();
    expect([...wordsOf("L’accès à l’eau, les Accès aux eaux").keys()]).toEqual(["acce", "eau", "eaux"]);
  });
  test.each([
    ["2021-05-12", 0],
    ["2021-04-30", -1],
    ["2021-06-10", 10],
  ])("%s is %i days away from May", (day, away) => {
    expect(daysAway({ from: "2021-05-01", to: "2021-05-31" }, day)).toBe(away);
  });

  test("whatever the titles: only what was given, the surest first, never below the least", () => {
    const title = fc.lorem({ maxCount: 5 });
    fc.assert(
      fc.property(fc.array(title, { maxLength: 8 }), title, fc.boolean(), (titles, planned, vague) => {
        const given = titles.map((text, index) => held(index, text, "2021-05-15"));
        const period = vague ? null : "2021-05-15";
        const found = likenesses([line(planned, period, period)], given).get(1) ?? [];
        expect(found.length).toBeLessThanOrEqual(3);
        for (const [index, one] of found.entries()) {
          expect(given).toContain(one.held);
          expect(one.shared.length).toBeGreaterThan(0);
          expect(one.score).toBeGreaterThanOrEqual(leastScore);
          expect(one.score).toBeLessThanOrEqual(1.000001);
          expect(one.score).toBeLessThanOrEqual(found[index - 1]?.score ?? 2);
        }
      }),
    );
  });
});
