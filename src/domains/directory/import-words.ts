import { findSettings } from "#domains/network/index.ts";
import { listDepartments, matchPlaces, type PlaceMatch } from "#domains/territory/index.ts";
import { findTermByWord, listTerms } from "#domains/vocabularies/index.ts";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { ImportContext, Proposal, Remark } from "#platform/spreadsheets/import-kind.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import type { OrganisationRow } from "./import-check.ts";
import type { NewOrganisation } from "./matching/commands.ts";

/** The words of a file that stand for records: the type, the département, the commune of an organisation. */
export async function openWords(db: Db, context: ImportContext) {
  const { region_code: regionCode } = await findSettings(db);
  const types = await listTerms(db, "actor_types");
  const departments = new Map(
    (await listDepartments(db)).flatMap(({ code, name }) => [
      [fold(name), code],
      [code.toLowerCase(), code],
    ]),
  );
  const typeIds = new Map<string, number | undefined>();
  const communes = new Map<string, PlaceMatch>();

  const settleType = (typed: string) => {
    const known = typeIds.get(typed);
    if (typed === "" || known !== undefined) return { id: known ?? null };
    const choice = context.choiceFor("type", typed);
    const chosen = types.find((type) => String(type.id) === choice);
    const reason = `${quoted(typed)} n’est pas un type d’acteur connu : la fiche entre sans type.`;
    return {
      id: chosen?.id ?? null,
      proposal: typeProposal(typed, types),
      note: choice ? undefined : { column: "Type", reason },
    };
  };
  const settleCommune = (typed: string) => {
    const match = communes.get(typed);
    if (match?.kind === "commune") return { code: match.code };
    if (match?.kind !== "proposals" || match.candidates.length === 0)
      return typed
        ? {
            note: {
              column: "Commune",
              reason: `${quoted(typed)} n’est pas une commune connue : la fiche entre sans commune.`,
            },
          }
        : {};
    const choice = context.choiceFor("commune", typed);
    const chosen = match.candidates.find((candidate) => candidate.code === choice);
    const reason = `${quoted(typed)} peut désigner plusieurs communes : la fiche entre sans commune.`;
    return {
      code: chosen?.code,
      proposal: communeProposal(typed, match.candidates),
      note: choice ? undefined : { column: "Commune", reason },
    };
  };

  return {
    async prepare(rows: readonly OrganisationRow[]) {
      const newTypes = fresh(
        rows.map((row) => row.type),
        typeIds,
      );
      const found = await findTermByWord(db, "actor_types", newTypes);
      for (const typed of newTypes) typeIds.set(typed, found.get(typed)?.id);
      const newPlaces = fresh(
        rows.map((row) => row.commune),
        communes,
      );
      for (const [typed, match] of await matchPlaces(db, newPlaces, { regionCode }))
        communes.set(typed, match);
    },
    settle(row: OrganisationRow): { write: NewOrganisation; notes: Remark[]; proposals: Proposal[] } {
      const type = settleType(row.type);
      const commune = settleCommune(row.commune);
      const department = departments.get(fold(row.department));
      const notes = [type.note, commune.note].filter((note) => note !== undefined);
      if (row.department && !department)
        notes.push({
          column: "Département",
          reason: `${quoted(row.department)} n’est pas un département connu : la fiche entre sans département.`,
        });
      const { type: _, department: __, commune: ___, ...plain } = row;
      return {
        write: {
          ...plain,
          actor_type_id: type.id,
          commune_code: commune.code ?? null,
          department_code: department ?? null,
        },
        notes,
        proposals: [type.proposal, commune.proposal].filter((proposal) => proposal !== undefined),
      };
    },
  };
}

const fresh = (typed: readonly string[], known: ReadonlyMap<string, unknown>) =>
  [...new Set(typed)].filter((text) => text !== "" && !known.has(text));

/** The three types that share the most with the word typed. */
function typeProposal(typed: string, types: readonly { id: number; label: string }[]): Proposal {
  const beginnings = new Set(
    fold(typed)
      .split(" ")
      .map((word) => word.slice(0, 5)),
  );
  const alike = (label: string) =>
    fold(label)
      .split(" ")
      .filter((word) => word.length > 3 && beginnings.has(word.slice(0, 5))).length;
  const ranked = types
    .toSorted((a, b) => alike(b.label) - alike(a.label))
    .filter((type, index) => index < 3 || alike(type.label) > 0);
  return {
    column: "type",
    label: "Type",
    typed,
    candidates: ranked.slice(0, 3).map(({ id, label }) => ({ id: String(id), label })),
    others: ["keep"],
    fallback: "keep",
  };
}

const communeProposal = (
  typed: string,
  candidates: readonly { code: string; name: string; department: string }[],
): Proposal => ({
  column: "commune",
  label: "Commune",
  typed,
  candidates: candidates.map(({ code, name, department }) => ({
    id: code,
    label: `${name} (${department})`,
  })),
  others: ["keep"],
  fallback: "keep",
});
