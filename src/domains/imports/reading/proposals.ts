import type { Db } from "#platform/db/index.ts";
import type { Proposal } from "#platform/spreadsheets/import-kind.ts";

/** At most this many values are asked about; a file with more has something else to mend first. */
const most = 500;

/** Gathers what is not sure, once for each value typed, with the number of rows that say it. */
export function tallyProposals() {
  const tally = new Map<string, { proposal: Proposal; rows: number }>();
  let unasked = 0;
  return {
    add(proposal: Proposal) {
      const key = `${proposal.column}\u001f${proposal.typed}`;
      const known = tally.get(key);
      if (known) known.rows += 1;
      else if (tally.size < most) tally.set(key, { proposal, rows: 1 });
      else unasked += 1;
    },
    unasked: () => unasked,
    async write(db: Db, importId: number) {
      await db.deleteFrom("imports.proposals").where("import_id", "=", importId).execute();
      const values = [...tally.values()].map(({ proposal, rows }) => ({
        import_id: importId,
        column_key: proposal.column,
        typed: proposal.typed,
        label: proposal.label,
        candidates: JSON.stringify(proposal.candidates.slice(0, 3)),
        others: [...proposal.others],
        fallback: proposal.fallback,
        rows,
      }));
      if (values.length > 0) await db.insertInto("imports.proposals").values(values).execute();
    },
  };
}
