import { listDepartments, openPlaces } from "#domains/territory/index.ts";
import { findTermByWord, listTerms } from "#domains/vocabularies/index.ts";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { ImportContext, Proposal, Remark } from "#platform/spreadsheets/import-kind.ts";
import { termProposal } from "#platform/spreadsheets/likely.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import { openLists } from "./import-lists.ts";
import type { OrganisationRow } from "./import-read.ts";
import type { NewOrganisation } from "./matching/commands.ts";

/** The words of a file that stand for records: the type, the département, the commune of an organisation. */
export async function openWords(db: Db, context: ImportContext) {
  const lists = openLists(db);
  const communes = await openPlaces(db, context, { key: "commune", label: "Commune" });
  const types = await listTerms(db, "actor_types");
  const departments = new Map(
    (await listDepartments(db)).flatMap(({ code, name }) => [
      [fold(name), code],
      [code.toLowerCase(), code],
    ]),
  );
  const typeIds = new Map<string, number | undefined>();

  const settleType = (typed: string) => {
    const known = typeIds.get(typed);
    if (typed === "" || known !== undefined) return { id: known ?? null };
    const choice = context.choiceFor("type", typed);
    const chosen = types.find((type) => String(type.id) === choice);
    const reason = `${quoted(typed)} n’est pas un type d’acteur connu : la fiche entre sans type.`;
    return {
      id: chosen?.id ?? null,
      proposal: termProposal({ key: "type", label: "Type" }, typed, types, {
        others: ["keep"],
        fallback: "keep",
      }),
      note: choice ? undefined : { column: "Type", reason },
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
      await lists.prepare(rows);
      await communes.prepare(rows.map((row) => row.commune));
    },
    settle(row: OrganisationRow): { write: NewOrganisation; notes: Remark[]; proposals: Proposal[] } {
      const type = settleType(row.type);
      const commune = communes.settle(row.commune);
      const department = departments.get(fold(row.department));
      const listed = lists.settle(row);
      const notes = [...(type.note ? [type.note] : []), ...commune.notes, ...row.notes, ...listed.notes];
      if (row.department && !department)
        notes.push({
          column: "Département",
          reason: `${quoted(row.department)} n’est pas un département connu : la fiche entre sans département.`,
        });
      return {
        write: {
          ...plainOf(row),
          ...listed.values,
          actor_type_id: type.id,
          commune_code: commune.places[0]?.communeCode ?? null,
          department_code: department ?? null,
        },
        notes,
        proposals: [...(type.proposal ? [type.proposal] : []), ...commune.proposals],
      };
    },
  };
}

/** What of a row is written as it is. */
const plainOf = ({
  type: _,
  department: __,
  commune: ___,
  notes: ____,
  sectors: _____,
  goals: ______,
  countries: _______,
  tags: ________,
  ...plain
}: OrganisationRow) => plain;

const fresh = (typed: readonly string[], known: ReadonlyMap<string, unknown>) =>
  [...new Set(typed)].filter((text) => text !== "" && !known.has(text));
