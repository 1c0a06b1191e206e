import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { Check, Checked, ImportContext, Remark } from "#platform/spreadsheets/import-kind.ts";
import type { Field } from "./fields/registry.ts";
import { blanksOf, changesOf, differences } from "./import-compare.ts";
import { openNames } from "./import-match.ts";
import type { OrganisationRow } from "./import-read.ts";
import { openWords } from "./import-words.ts";
import type { NewOrganisation } from "./matching/commands.ts";
import { type ComparedCard, type Completes, listCompared, listIdentified } from "./queries.import.ts";

export interface OrganisationWrite extends NewOrganisation {
  /** For a card that exists: what it lacked and the file says. */
  completes?: Completes;
}

/**
 * Compares rows with the directory. The same RNA or SIRET, or the same name, is the same organisation: what its card lacks
 * is completed, what it says is kept. An organisation that stands twice in the file is one.
 */
export async function checkOrganisations(
  db: Db,
  context: ImportContext,
  customs: readonly Field[],
): Promise<Check<OrganisationRow, OrganisationWrite>> {
  const names = openNames(db, context);
  const words = await openWords(db, context);
  const seen = new Map<string, number>();

  return async (drafts) => {
    const rows = drafts.map((draft) => draft.values);
    await names.prepare(rows.map((row) => row.name));
    await words.prepare(rows);
    const identified = await listIdentified(
      db,
      rows.flatMap((row) => row.rna ?? []),
      rows.flatMap((row) => row.siret ?? []),
    );
    const targets = drafts.map(({ values }) => {
      const same = identified.find(
        (card) => (values.rna && card.rna === values.rna) || (values.siret && card.siret === values.siret),
      );
      return same ? { organisationId: same.id } : names.find(values.name);
    });
    const cards = await listCompared(db, [
      ...new Set(targets.flatMap((target) => target.organisationId ?? [])),
    ]);

    return drafts.map(({ line, values }, index): Checked<OrganisationWrite> => {
      const { organisationId, proposal } = { proposal: undefined, ...targets[index] };
      const { write, notes, proposals: asked } = words.settle(values);
      const proposals = [...(proposal ? [proposal] : []), ...asked];
      const keys = [organisationId ?? `n:${fold(values.name)}`, values.rna, values.siret];
      const first = keys.map((key) => (key ? seen.get(String(key)) : undefined)).find((known) => known);
      if (first !== undefined)
        return {
          line,
          outcome: "same",
          targetId: organisationId,
          proposals,
          notes: [sameAs(first), ...notes],
        };
      for (const key of keys) if (key) seen.set(String(key), line);
      const card = cards.find((one) => one.id === organisationId);
      return card
        ? compared(line, write, card, { proposals, notes, customs })
        : { line, outcome: "create", write, proposals, notes };
    });
  };
}

const sameAs = (line: number) => ({
  column: "Nom",
  reason: `Même organisation qu’à la ligne ${line} : une seule fiche est faite.`,
});

function compared(
  line: number,
  write: NewOrganisation,
  card: ComparedCard,
  {
    proposals,
    notes,
    customs,
  }: {
    proposals: Checked<never>["proposals"];
    notes: readonly Remark[];
    customs: readonly Field[];
  },
): Checked<OrganisationWrite> {
  const completes = blanksOf(write, card);
  const also = [...notes, ...differences(write, card, customs)];
  const about = { line, targetId: card.id, proposals, notes: also };
  return Object.keys(completes).length === 0
    ? { ...about, outcome: "same" }
    : { ...about, outcome: "change", write: { ...write, completes }, changes: changesOf(completes, customs) };
}
