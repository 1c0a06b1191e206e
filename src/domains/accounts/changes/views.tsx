import { accounts } from "#paths/accounts.ts";
import { SelectField, TextField } from "#ui/fields.tsx";
import { SearchForm, Submit } from "#ui/form.tsx";
import { formatInstant, formatShortDay } from "#ui/format.ts";
import { type Column, ListTable, type Query, withQuery } from "#ui/list.tsx";
import { EmptyState, PageHeader } from "#ui/page.tsx";
import { addressOfRecord } from "./addresses.ts";
import type { Question } from "./input.ts";
import type { Change } from "./queries.ts";
import { type Difference, differences } from "./rules.ts";
import { kinds, nameOfField, nameOfRecord, verbs } from "./texts.ts";
import { type People, wordOf } from "./values.ts";

interface Props {
  changes: readonly Change[];
  next: number | undefined;
  authors: readonly { id: string; name: string }[];
  question: Question;
}

const title = "Journal";
export const facts = { title };

export function ChangesPage({ changes, next, authors, question }: Props) {
  const query: Query = { ...question };
  const path = accounts.changes();
  const people = new Map(authors.map(({ id, name }) => [id, name]));
  return (
    <>
      <PageHeader
        title={title}
        lead="Qui a fait quoi, quand : chaque fiche avant et après. Rien n’y échappe ; ne s’en efface que ce qui disait quelque chose d’une personne qui l’a demandé."
      />
      <SearchForm action={path} label="Chercher dans le journal">
        <SelectField
          name="compte"
          label="Personne"
          options={authors.map(({ id, name }) => ({ value: id, label: name }))}
          empty="Toutes"
          value={question.compte}
        />
        <SelectField name="table" label="Quoi" options={kinds} empty="Tout" value={question.table} />
        <TextField
          name="jour"
          label="Jour"
          placeholder="22/11/2026"
          value={question.jour ? formatShortDay(question.jour) : ""}
        />
        <TextField name="fiche" label="Numéro de la fiche" value={question.fiche} />
        <Submit label="Chercher" kind="quiet" />
      </SearchForm>
      {changes.length === 0 ? (
        <EmptyState title="Rien de tel dans le journal.">
          <p>
            Élargissez la question, ou <a href={path}>relisez tout</a>.
          </p>
        </EmptyState>
      ) : (
        <ListTable
          caption="Les changements, du plus récent au plus ancien"
          columns={columnsFor(people)}
          rows={changes}
          path={path}
          query={query}
        />
      )}
      <nav class="pagination" aria-label="Pages du journal">
        {question.avant ? <a href={withQuery(path, query, { avant: undefined })}>Les plus récents</a> : null}
        {next ? (
          <a rel="next" href={withQuery(path, query, { avant: next })}>
            Plus anciens
          </a>
        ) : null}
      </nav>
    </>
  );
}

const columnsFor = (people: People): readonly Column<Change>[] => [
  { label: "Quand", cell: (change) => formatInstant(change.at) },
  { label: "Qui", cell: (change) => nameOfAuthor(change) },
  { label: "Quoi", cell: (change) => <What change={change} /> },
  {
    label: "Avant et après",
    cell: (change) => <Differences list={differences(change.before, change.after)} people={people} />,
  },
];

/** Who wrote: an account, someone at the door, or the machine (an import, a nightly job). */
const nameOfAuthor = ({ account_id, name, request_id }: Change) =>
  name ?? (account_id ? "Compte disparu" : request_id ? "Une personne non connectée" : "Maillage");

function What({ change }: { change: Change }) {
  const address = addressOfRecord(change);
  const record = nameOfRecord(change.table_name);
  return (
    <>
      {verbs[change.action] ?? change.action} {address ? <a href={address}>{record}</a> : record}{" "}
      <a href={accounts.changesOf(change.table_name, change.row_key)}>
        <span class="sr-only">Histoire de la fiche </span>
        {change.row_key.length > 12 ? `${change.row_key.slice(0, 8)}…` : change.row_key}
      </a>
    </>
  );
}

/** Lines shown at once; the rest opens. */
const shownAtOnce = 4;

function Differences({ list, people }: { list: readonly Difference[]; people: People }) {
  const lines = list.map((difference) => <DifferenceLine {...difference} people={people} />);
  if (lines.length <= shownAtOnce) return <ul class="differences">{lines}</ul>;
  return (
    <details>
      <summary>
        {list
          .slice(0, shownAtOnce)
          .map(({ field }) => nameOfField(field))
          .join(", ")}
        …
      </summary>
      <ul class="differences">{lines}</ul>
    </details>
  );
}

function DifferenceLine({ field, before, after, people }: Difference & { people: People }) {
  const word = (value: unknown) => wordOf(value, people);
  return (
    <li>
      {nameOfField(field)} : {before === undefined ? null : <del>{word(before)}</del>}{" "}
      {after === undefined ? null : <ins>{word(after)}</ins>}
    </li>
  );
}
