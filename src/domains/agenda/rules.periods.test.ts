import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPlannedPeriod } from "./rules.periods.ts";

describe("a period as a programme of the year says it", () => {
  test.each([
    ["Mai", "2021-05-01", "2021-05-31"],
    ["Septembre", "2021-09-01", "2021-09-30"],
    ["en février", "2021-02-01", "2021-02-28"],
    ["courant mars", "2021-03-01", "2021-03-31"],
    ["Juin-Juillet", "2021-06-01", "2021-07-31"],
    ["Juin-juillet", "2021-06-01", "2021-07-31"],
    ["juin / juillet", "2021-06-01", "2021-07-31"],
    ["septembre ou octobre", "2021-09-01", "2021-10-31"],
    ["de mars à juin", "2021-03-01", "2021-06-30"],
    ["décembre-janvier", "2021-12-01", "2022-01-31"],
    ["fin mai", "2021-05-21", "2021-05-31"],
    ["début avril", "2021-04-01", "2021-04-10"],
    ["mi-novembre", "2021-11-11", "2021-11-20"],
    ["fin mai - début juin", "2021-05-21", "2021-06-10"],
    ["Automne", "2021-09-22", "2021-12-20"],
    ["à l’automne", "2021-09-22", "2021-12-20"],
    ["Printemps 2022", "2022-03-20", "2022-06-20"],
    ["été", "2021-06-21", "2021-09-21"],
    ["hiver", "2021-01-01", "2021-03-19"],
    ["rentrée", "2021-09-01", "2021-09-30"],
    ["à la rentrée", "2021-09-01", "2021-09-30"],
    ["fin d’année", "2021-12-01", "2021-12-31"],
    ["toute l’année", "2021-01-01", "2021-12-31"],
    ["1er trimestre", "2021-01-01", "2021-03-31"],
    ["premier trimestre", "2021-01-01", "2021-03-31"],
    ["4e trimestre", "2021-10-01", "2021-12-31"],
    ["dernier trimestre", "2021-10-01", "2021-12-31"],
    ["T2", "2021-04-01", "2021-06-30"],
    ["2e semestre", "2021-07-01", "2021-12-31"],
    ["second semestre", "2021-07-01", "2021-12-31"],
    ["S1 2023", "2023-01-01", "2023-06-30"],
    ["12 janvier", "2021-01-12", "2021-01-12"],
    ["1er mars", "2021-03-01", "2021-03-01"],
    ["14/10/2022", "2022-10-14", "2022-10-14"],
    ["du 12 au 14 mars", "2021-03-12", "2021-03-14"],
    ["12-14 mars", "2021-03-12", "2021-03-14"],
    ["12 et 13 mars", "2021-03-12", "2021-03-13"],
    ["30 juin au 2 juillet", "2021-06-30", "2021-07-02"],
    ["semaine du 15 novembre", "2021-11-15", "2021-11-21"],
    ["2024", "2024-01-01", "2024-12-31"],
    ["A définir", null, null],
    ["À définir", null, null],
    ["date à préciser", null, null],
    ["?", null, null],
  ])("%s", (typed, from, to) => {
    expect(readPlannedPeriod(typed, 2021)).toEqual({ from, to });
  });

  test.each(["", "bientôt", "5e trimestre", "3e semestre", "31 février", "mai mai mai", "du 14 au 12 mars"])(
    "« %s » is none",
    (typed) => {
      expect(readPlannedPeriod(typed, 2021)).toBeUndefined();
    },
  );
});

const year = fc.integer({ min: 1990, max: 2100 });
const month = fc.constantFrom(
  ...["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre"],
  ...["novembre", "décembre"],
);
const vague = fc.oneof(
  month,
  fc.tuple(fc.constantFrom("début", "mi", "fin"), month).map(([part, name]) => `${part} ${name}`),
  fc.constantFrom("printemps", "été", "automne", "hiver", "rentrée", "1er trimestre", "3e trimestre", "S2"),
);

test("whatever the case, the accents and the spaces, a period is read, inside its year, from its first to its last day", () => {
  fc.assert(
    fc.property(vague, year, fc.boolean(), (said, civil, loud) => {
      const plain = said.normalize("NFD").replace(/\p{M}/gu, "");
      const read = readPlannedPeriod(said, civil);
      expect(readPlannedPeriod(`  ${loud ? plain.toUpperCase() : plain} `, civil)).toEqual(read);
      expect(readPlannedPeriod(`${said} ${civil}`, 1999)).toEqual(read);
      expect(read?.from?.slice(0, 4)).toBe(String(civil));
      expect(read?.to?.slice(0, 4)).toBe(String(civil));
      expect((read?.from ?? "") <= (read?.to ?? "")).toBe(true);
    }),
  );
});

test("from a month to another holds both, and ends the year after when the second comes first", () => {
  fc.assert(
    fc.property(month, month, year, (first, last, civil) => {
      const read = readPlannedPeriod(`${first}-${last}`, civil);
      const [one, other] = [readPlannedPeriod(first, civil), readPlannedPeriod(last, civil)];
      expect(read?.from).toBe(one?.from);
      expect(read?.to?.slice(5)).toBe(other?.to?.slice(5).replace(/02-29/, read?.to?.slice(5) ?? ""));
      expect((read?.from ?? "") < (read?.to ?? "")).toBe(true);
    }),
  );
});

test("any text at all is read or refused, never breaks", () => {
  fc.assert(
    fc.property(fc.string(), year, (typed, civil) => {
      const read = readPlannedPeriod(typed, civil);
      if (read?.from) expect(read.from <= (read.to ?? "")).toBe(true);
    }),
  );
});
