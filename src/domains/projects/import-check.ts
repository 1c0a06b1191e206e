import { matchOrganisations, type OrganisationMatch } from "#domains/directory/index.ts";
import { findCountriesByWord, openPlaces } from "#domains/territory/index.ts";
import { findTermByWord } from "#domains/vocabularies/index.ts";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { Check, Checked, ImportContext, Proposal, Remark } from "#platform/spreadsheets/import-kind.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import { blankEntry, type ProjectEntry } from "./entry.ts";
import type { ProjectRow } from "./import-read.ts";
import { listTitled } from "./queries.import.ts";
import type { Role } from "./rules.ts";

export interface ImportedProject extends ProjectEntry {
  /** Unique among the rows of one call. */
  importLine: number;
}

const budgetFunder = "Financeur non précisé";

/**
 * Compares rows with the panorama. A project of the same title that one of the same carriers bears is the same. An
 * organisation or a place that is not sure is asked about, and goes in as typed while nobody has chosen; a sector or a
 * country that is not known is left out, and said.
 */
export async function checkProjects(
  db: Db,
  context: ImportContext,
): Promise<Check<ProjectRow, ImportedProject>> {
  const places = await openPlaces(db, context, { key: "places", label: "Communes" });
  const known = new Map<string, OrganisationMatch>();
  const seen = new Map<string, number>();

  return async (drafts) => {
    const rows = drafts.map(({ values }) => values);
    const names = rows.flatMap((row) => [
      ...row.carriers,
      ...row.partnersHere,
      ...row.partnersThere,
      row.funder,
    ]);
    const fresh = [...new Set(names)].filter((name) => name !== "" && !known.has(name));
    if (fresh.length > 0)
      for (const [name, match] of await matchOrganisations(db, fresh)) known.set(name, match);
    await places.prepare(rows.flatMap((row) => row.places));
    const sectors = await findTermByWord(
      db,
      "sectors",
      rows.flatMap((row) => row.sectors),
    );
    const goals = await findTermByWord(
      db,
      "odd",
      rows.flatMap((row) => [row.mainGoal ?? [], row.goals].flat()),
    );
    const countries = await findCountriesByWord(
      db,
      rows.flatMap((row) => row.countries),
    );
    const titled = await listTitled(
      db,
      context.importId,
      rows.map((row) => row.title),
    );

    return drafts.map(({ line, values }): Checked<ImportedProject> => {
      const notes: Remark[] = [];
      const proposals: Proposal[] = [];
      const kept = <Found>(
        words: readonly string[],
        among: ReadonlyMap<string, Found>,
        column: string,
        what: string,
      ) =>
        words.flatMap((word) => {
          const one = among.get(word);
          if (!one)
            notes.push({ column, reason: `${quoted(word)} n’est pas ${what} : il est laissé de côté.` });
          return one ?? [];
        });
      const idOf = (name: string, column: string, label: string): number | null => {
        const match = known.get(name);
        if (!match) return null;
        if ("sure" in match) return match.sure.id;
        const choice = context.choiceFor(column, name);
        if (match.candidates.length > 0) proposals.push(proposal(column, label, name, match.candidates));
        return choice && /^\d+$/.test(choice) ? Number(choice) : null;
      };
      const people = (role: Role, list: readonly string[], column: string, label: string) =>
        list.map((name) => ({ role, name, organisationId: idOf(name, column, label), countryCode: null }));
      const settled = values.places.map((place) => places.settle(place));
      for (const place of settled) {
        proposals.push(...place.proposals);
        notes.push(...place.notes);
      }
      const goalOf = (number: string) => goals.get(number)?.id ?? [];
      const write: ImportedProject = {
        ...blankEntry,
        importLine: line,
        title: values.title,
        summary: values.summary,
        beneficiaries: values.beneficiaries,
        stage: values.stage,
        starts: values.starts,
        ends: values.ends,
        sectorIds: kept(values.sectors, sectors, "Secteurs", "un secteur connu").map(({ id }) => id),
        mainGoalId: values.mainGoal ? (goals.get(values.mainGoal)?.id ?? null) : null,
        goalIds: values.goals.flatMap(goalOf),
        countryCodes: kept(values.countries, countries, "Pays", "un pays connu").map(({ code }) => code),
        participants: [
          ...people("carrier", values.carriers, "carriers", "Porteurs"),
          ...people("partner_here", values.partnersHere, "partners_here", "Partenaires ici"),
          ...people("partner_there", values.partnersThere, "partners_there", "Partenaires là-bas"),
        ],
        places: settled.flatMap((place) =>
          place.places.map(({ typed, communeCode, countryCode }) => ({
            side: "here" as const,
            name: typed,
            communeCode,
            countryCode,
            longitude: null,
            latitude: null,
          })),
        ),
        budget:
          values.budgetCents === null && !values.funder
            ? []
            : [
                {
                  funder: values.funder || budgetFunder,
                  organisationId: values.funder ? idOf(values.funder, "funder", "Financeur") : null,
                  plannedCents: values.budgetCents,
                  receivedCents: null,
                },
              ],
      };
      const key = [fold(values.title), ...values.carriers.map(fold).sort()].join("|");
      const first = seen.get(key);
      if (first !== undefined)
        return {
          line,
          outcome: "same",
          notes: [{ column: "Titre", reason: `Même projet qu’à la ligne ${first}.` }],
        };
      seen.set(key, line);
      const same = titled.find(
        (one) =>
          one.key === fold(values.title) &&
          (one.carriers.length === 0 || values.carriers.some((name) => one.carriers.includes(fold(name)))),
      );
      if (same) return { line, outcome: "same", targetId: same.id };
      return { line, outcome: "create", write, notes, proposals };
    });
  };
}

const proposal = (
  column: string,
  label: string,
  typed: string,
  candidates: readonly { id: number; name: string }[],
): Proposal => ({
  column,
  label,
  typed,
  candidates: candidates.map(({ id, name }) => ({ id: String(id), label: name })),
  others: ["keep"],
  fallback: "keep",
});
