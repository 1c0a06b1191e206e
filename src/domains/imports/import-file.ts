import type { Author, Db } from "#platform/db/index.ts";
import type { Choice, Remark } from "#platform/spreadsheets/import-kind.ts";
import type { Services } from "#platform/web/env.ts";
import { type GivenFile, moveImport, openImport, saveChoices } from "./commands.ts";
import { findImport, listProblems, listProposals } from "./queries.ts";
import { readImport } from "./reading/read.ts";
import { type Counts, gestures, type State } from "./rules.ts";
import { runImport } from "./running/run.ts";

/** What came of a file: `done`, or why not in `error`. `problems` are the rows left out (the first hundred), by line. */
export interface FileOutcome {
  importId: number;
  state: State;
  kind: string | null;
  counts: Counts;
  problems: readonly (Remark & { line: number })[];
  error: string | null;
}

/**
 * Imports a file from beginning to end in this process, by the same code as the back office: reads, compares, puts in.
 * `kind` and `options` (the year of members) are for what the headings and the name of the file do not say; `choices`
 * for what is not sure, by the id or the label of a candidate. Valid rows go in, the others are in `problems`; a row already there is counted as the same.
 * A file that is not understood is refused in `error`, in French, and nothing goes in.
 */
export async function importFile(
  services: Services,
  author: Author,
  { choices = [], ...given }: GivenFile & { choices?: readonly Choice[] },
): Promise<FileOutcome> {
  const { db } = services;
  const id = await openImport(services, db, author, given);
  await readImport(services, id);
  if (await choose(db, author, id, choices)) await readImport(services, id);
  if (await moveImport(db, author, id, { from: gestures.run, to: "running" })) await runImport(services, id);
  const one = await findImport(db, id);
  if (!one) throw new Error(`Import ${id} is gone.`);
  const { rows } = await listProblems(db, id, { limit: 100, offset: 0 });
  const error =
    one.state === "mapping"
      ? "Les colonnes de ce fichier ne sont pas toutes reconnues : précisez-les dans la gestion, à la page Imports."
      : one.error;
  return { importId: id, state: one.state, kind: one.kind, counts: one.counts, problems: rows, error };
}

/** Takes the choices that answer a question of this file; then it is to be read again. */
async function choose(db: Db, author: Author, id: number, choices: readonly Choice[]): Promise<boolean> {
  if (choices.length === 0) return false;
  const asked = await listProposals(db, id);
  const answers = choices.flatMap(({ column, typed, choice }) => {
    const question = asked.find((one) => one.column === column && one.typed === typed);
    const candidate = question?.candidates.find((one) => one.label === choice || one.id === choice);
    const answer = candidate?.id ?? question?.others.find((other) => other === choice);
    return answer === undefined ? [] : [{ column, typed, choice: answer }];
  });
  await saveChoices(db, author, id, answers);
  return answers.length > 0 && moveImport(db, author, id, { from: gestures.choose, to: "reading" });
}
