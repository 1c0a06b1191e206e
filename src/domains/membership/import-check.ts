import { type NewOrganisation, openNames } from "#domains/directory/index.ts";
import { findTermByWord, listTerms } from "#domains/vocabularies/index.ts";
import type { Day } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { Check, Checked, ImportContext, Proposal } from "#platform/spreadsheets/import-kind.ts";
import { termProposal } from "#platform/spreadsheets/likely.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import type { NewMembership } from "./commands.ts";
import { listMembersAmong } from "./queries.import.ts";

/** A row as typed: the organisation and the college are still words. */
export interface MemberRow {
  name: string;
  college: string;
  joined_on: Day | null;
}

export interface MemberWrite {
  name: string;
  /** Undefined: the organisation is to be created, with what its college says of it. */
  organisation_id?: number;
  nature: Pick<NewOrganisation, "actor_type_id" | "family_id">;
  membership: Omit<NewMembership, "organisation_id">;
}

/** Compares rows with the members of the year: the same college is the same, another is a change. */
export async function checkMembers(db: Db, context: ImportContext): Promise<Check<MemberRow, MemberWrite>> {
  const year = Number(context.options["year"]);
  const names = openNames(db, context);
  const terms = await listTerms(db, "colleges");
  const natures = await naturesOf(db, terms);
  const colleges = new Map<string, number | undefined>();
  const seen = new Map<string, number>();

  const collegeOf = (typed: string) => {
    const chosen = terms.find((term) => String(term.id) === context.choiceFor("college", typed));
    return terms.find((term) => term.id === colleges.get(typed)) ?? chosen;
  };
  return async (drafts) => {
    await names.prepare(drafts.map((draft) => draft.values.name));
    const fresh = drafts.map((draft) => draft.values.college).filter((typed) => !colleges.has(typed));
    const found = await findTermByWord(db, "colleges", fresh);
    for (const typed of fresh) colleges.set(typed, found.get(typed)?.id);
    const ids = drafts.flatMap(({ values }) => names.find(values.name).organisationId ?? []);
    const present = await listMembersAmong(db, year, [...new Set(ids)]);

    return drafts.map(({ line, values }): Checked<MemberWrite> => {
      const { organisationId, proposal } = names.find(values.name);
      const proposals = proposal ? [proposal] : [];
      const college = collegeOf(values.college);
      if (!college) return waitingForCollege(line, values.college, terms, proposals);
      const key = String(organisationId ?? `n:${fold(values.name)}`);
      const first = seen.get(key);
      if (first !== undefined) return { line, outcome: "same", proposals, notes: [alreadyAt(first)] };
      seen.set(key, line);
      const write: MemberWrite = {
        name: values.name,
        organisation_id: organisationId,
        nature: natures.get(college.id) ?? {},
        membership: { year, college_id: college.id, joined_on: values.joined_on },
      };
      const member = present.find((one) => one.organisation_id === organisationId);
      if (!member) return { line, outcome: "create", write, proposals };
      if (member.college_id === college.id) return { line, outcome: "same", targetId: member.id, proposals };
      const before = terms.find((term) => term.id === member.college_id)?.label ?? "";
      const changes = [{ column: "Catégorie", before, after: college.label }];
      return { line, outcome: "change", targetId: member.id, write, proposals, changes };
    });
  };
}

/** What a college says of an organisation that is created with it: the actor type of that name, else the family. */
async function naturesOf(db: Db, colleges: readonly { id: number; label: string }[]) {
  const labels = colleges.map((college) => college.label);
  const types = await findTermByWord(db, "actor_types", labels);
  const families = await findTermByWord(db, "actor_families", labels);
  return new Map(
    colleges.map(({ id, label }) => [
      id,
      { actor_type_id: types.get(label)?.id ?? null, family_id: families.get(label)?.id ?? null },
    ]),
  );
}

const alreadyAt = (line: number) => ({
  column: "Nom",
  reason: `Même organisation qu’à la ligne ${line} : elle n’est adhérente qu’une fois dans l’année.`,
});

function waitingForCollege(
  line: number,
  typed: string,
  terms: readonly { id: number; label: string }[],
  others: readonly Proposal[],
): Checked<MemberWrite> {
  const labels = terms.map((term) => term.label).join(", ");
  const reason = `${quoted(typed)} n’est pas une catégorie connue. Choisissez-en une parmi les propositions, ou écrivez : ${labels}.`;
  const column = { key: "college", label: "Catégorie" };
  const proposal = termProposal(column, typed, terms, { others: [], fallback: "wait" });
  return {
    line,
    outcome: "problem",
    problems: [{ column: "Catégorie", reason }],
    proposals: [...others, proposal],
  };
}
