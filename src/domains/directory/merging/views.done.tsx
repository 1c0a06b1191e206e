import { directory } from "#paths/directory.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { Callout, Facts, PageHeader } from "#ui/page.tsx";
import type { FieldWords } from "../fields/queries.ts";
import type { Field, FieldValues } from "../fields/registry.ts";
import { sameValue } from "../fields/rules.ts";
import { writtenValue } from "../fields/texts.ts";
import type { Merge } from "./queries.ts";
import { countedRows } from "./texts.ts";

export const mergedTitle = ({ winner, loser }: Pick<Merge, "winner" | "loser">) =>
  `Fusion de ${loser} avec ${winner}`;

interface Props {
  merge: Merge;
  fields: readonly Field[];
  words: FieldWords;
  mayWrite: boolean;
  refusal?: string;
}

/** A merge that was done: what was written, moved, left, and the way to take it back. */
export function MergedPage({ merge, fields, words, mayWrite, refusal }: Props) {
  const by = (name: string | null) => (name ? `, par ${name}` : "");
  const counted = (lines: Merge["moved"]) =>
    countedRows(lines.map(({ words, rows }) => ({ words, count: rows.length })));
  const [before, after] = [valuesIn(merge.winner_before), valuesIn(merge.winner_after)];
  const changed = fields.filter(({ key }) => !sameValue(before[key], after[key]));
  return (
    <>
      <PageHeader
        title={mergedTitle(merge)}
        trail={[
          { label: "Annuaire", href: directory.all() },
          { label: merge.winner, href: directory.one(merge.winner_id) },
        ]}
      >
        {mayWrite && !merge.undone_at ? (
          <ActionForm action={directory.mergeUndo(merge.id)} label="Annuler cette fusion" kind="danger" />
        ) : null}
      </PageHeader>
      {refusal ? (
        <Callout tone="bad">
          <p>{refusal}</p>
        </Callout>
      ) : null}
      {merge.undone_at ? (
        <Callout tone="warning">
          <p>
            Cette fusion a été annulée le {formatInstant(new Date(merge.undone_at))}
            {by(merge.undone_by)}.
          </p>
        </Callout>
      ) : null}
      <Facts
        facts={[
          ["Faite", `le ${formatInstant(new Date(merge.merged_at))}${by(merge.merged_by)}`],
          ["Fiche gardée", <a href={directory.one(merge.winner_id)}>{merge.winner}</a>],
          ["Fiche archivée", merge.loser],
          ["Passé à la fiche gardée", counted(merge.moved) || "rien"],
          [
            "Resté avec la fiche archivée",
            merge.kept.length > 0 ? `${counted(merge.kept)} : la fiche gardée en a déjà autant.` : "rien",
          ],
        ]}
      />
      {changed.length > 0 ? (
        <ListTable
          caption="Ce que la fusion a écrit"
          path={directory.mergeDone(merge.id)}
          query={{}}
          rows={changed}
          columns={[
            { label: "Champ", cell: ({ label }) => label },
            { label: "Avant", cell: (field) => writtenValue(field, before[field.key], words) || "rien" },
            { label: "Après", cell: (field) => writtenValue(field, after[field.key], words) || "rien" },
          ]}
        />
      ) : null}
    </>
  );
}

/** The values of a row as the registry names them. */
export function valuesIn(row: Record<string, unknown>): FieldValues {
  const custom = Object.entries((row["custom"] ?? {}) as FieldValues).map(([code, value]) => [
    `custom.${code}`,
    value,
  ]);
  return { ...(row as FieldValues), ...Object.fromEntries(custom) };
}
