import { imports } from "#paths/imports.ts";
import type { Errors } from "#platform/web/form.ts";
import { FileField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { type Column, ListTable, Pagination } from "#ui/list.tsx";
import { EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import type { listImports } from "./queries.ts";
import { kindLabel, stateLabels, summary } from "./texts.ts";

type Line = Awaited<ReturnType<typeof listImports>>["rows"][number] & { who: string };

const columns: readonly Column<Line>[] = [
  { label: "Fichier", cell: (row) => <a href={imports.one(row.id)}>{row.file_name}</a> },
  { label: "Contenu", cell: (row) => kindLabel(row.kind), wide: true },
  {
    label: "État",
    cell: (row) => <Tag label={stateLabels[row.state].label} tone={stateLabels[row.state].tone} />,
  },
  { label: "Lignes", cell: (row) => summary(row.state, row.counts) },
  { label: "Par", cell: (row) => row.who, wide: true },
  { label: "Le", cell: (row) => formatInstant(row.created_at), wide: true },
];

export const listTitle = "Imports";
export const pageSize = 25;

/** The files that came in, and where to give another. */
export function ImportListPage({
  list,
  page,
  errors,
}: {
  list: { rows: readonly Line[]; total: number };
  page: number;
  errors?: Errors;
}) {
  return (
    <>
      <PageHeader
        title={listTitle}
        lead="Réunions, formations, organisations, adhérents : donnez le tableur tel qu’il est. Rien n’est enregistré avant que vous l’ayez relu, et tout import peut être annulé."
      />
      <Form action={imports.all()} multipart once errors={errors} behaviour="drop" label="Donner un fichier">
        <FileField
          name="fichiers"
          label="Fichiers à importer"
          help="CSV, XLSX ou ODS, 25 Mo au plus. Plusieurs fichiers à la fois font plusieurs imports. Vous pouvez aussi les déposer ici."
          accept=".csv,.tsv,.txt,.xlsx,.ods"
          errors={errors}
          multiple
        />
        <Submit label="Lire les fichiers" />
      </Form>
      {list.total === 0 ? (
        <EmptyState title="Aucun fichier n’est encore entré.">
          <p>Commencez par le tableau des réunions de l’année : ses colonnes sont reconnues toutes seules.</p>
        </EmptyState>
      ) : (
        <ListTable caption="Les imports" columns={columns} rows={list.rows} path={imports.all()} query={{}} />
      )}
      <Pagination page={page} size={pageSize} total={list.total} path={imports.all()} query={{}} />
    </>
  );
}
