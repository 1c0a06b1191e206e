import { imports } from "#paths/imports.ts";
import type { Remark } from "#platform/spreadsheets/import-kind.ts";
import { type Column, ListTable, Pagination } from "#ui/list.tsx";
import { ButtonLink } from "#ui/page.tsx";
import type { Import } from "./queries.ts";

type Problem = Remark & { line: number };

export interface ProblemList {
  rows: readonly Problem[];
  total: number;
  page: number;
}

export const problemsShown = 50;

const columns: readonly Column<Problem>[] = [
  { label: "Ligne", cell: (row) => row.line, numeric: true },
  { label: "Colonne", cell: (row) => row.column },
  { label: "Raison", cell: (row) => row.reason },
];

/** What does not go in, by row, column and reason; to be taken away, mended and sent again. */
export function ProblemSection({ one, problems }: { one: Import; problems: ProblemList }) {
  if (problems.total === 0) return null;
  return (
    <section id="a-corriger">
      <h2>À corriger</h2>
      <p>
        Ces lignes restent dehors, et rien d’elles n’est perdu. Emportez-les dans un tableur avec la raison à
        côté de chacune, corrigez-les, puis donnez ce fichier ici : les autres lignes ne seront pas comptées
        deux fois.
      </p>
      <ButtonLink href={imports.faulty(one.id)} label="Emporter les lignes à corriger (CSV)" kind="quiet" />
      <ListTable
        caption="Les problèmes, ligne par ligne"
        columns={columns}
        rows={problems.rows}
        path={imports.one(one.id)}
        query={{}}
      />
      <Pagination
        page={problems.page}
        size={problemsShown}
        total={problems.total}
        path={imports.one(one.id)}
        query={{}}
      />
    </section>
  );
}
