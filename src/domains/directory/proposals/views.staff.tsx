import { directory } from "#paths/directory.ts";
import type { Errors } from "#platform/web/form.ts";
import { CheckboxField } from "#ui/fields.tsx";
import { Facet } from "#ui/filters.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { Listing, Pagination, type Query, Total } from "#ui/list.tsx";
import { EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import type { FieldWords } from "../fields/queries.ts";
import type { Field } from "../fields/registry.ts";
import { factSentence, writtenValue } from "../fields/texts.ts";
import { pageSize, type WaitingAsked } from "./input.ts";
import type { WaitingChange, WaitingChanges } from "./queries.ts";

export const proposalsTitle = "Ce que les organisations proposent";

interface Props {
  waiting: WaitingChanges;
  fields: readonly Field[];
  words: FieldWords;
  asked: WaitingAsked;
  errors?: Errors;
  /** The changes whose card says something else by now: they are decided once more, knowingly. */
  overtaken?: readonly number[];
}

/** Differences with the cards, said by organisations themselves: accepted or refused, one by one or together. */
export function ProposalsPage({ waiting, asked, errors, ...rest }: Props) {
  const path = directory.proposals();
  const query: Query = asked;
  return (
    <>
      <PageHeader
        title={proposalsTitle}
        trail={[{ label: "Annuaire", href: directory.all() }]}
        lead="Chaque ligne est une différence avec la fiche. Les champs sans risque ont déjà été pris ; ceux-ci attendent votre regard."
      />
      {waiting.total === 0 && !asked.source && !asked.champ && !asked.organisation ? (
        <EmptyState title="Rien n’attend : toutes les fiches disent ce que les organisations ont dit d’elles." />
      ) : (
        <Listing filters={<Filters waiting={waiting} fields={rest.fields} path={path} query={query} />}>
          <Total count={waiting.total} one="changement" />
          <Form action={path} errors={errors} label="Décider des changements cochés">
            {byOrganisation(waiting.rows).map((changes) => (
              <Organisation changes={changes} {...rest} />
            ))}
            <div class="buttons">
              <Submit label="Accepter les lignes cochées" name="decision" value="accepter" />
              <Submit label="Les refuser" kind="quiet" name="decision" value="refuser" />
              {rest.overtaken?.length ? (
                <Submit
                  label="Accepter quand même"
                  kind="danger"
                  name="decision"
                  value="accepter-quand-meme"
                />
              ) : null}
            </div>
          </Form>
          <Pagination
            page={asked.page ?? 1}
            size={pageSize}
            total={waiting.total}
            path={path}
            query={query}
          />
        </Listing>
      )}
    </>
  );
}

function Filters({
  waiting,
  fields,
  path,
  query,
}: Pick<Props, "waiting" | "fields"> & { path: string; query: Query }) {
  const labels = new Map(fields.map((field) => [field.key, field.label]));
  return (
    <>
      <Facet
        title="D’où cela vient"
        name="source"
        values={waiting.sources.map(({ value, count, label }) => ({
          value,
          count,
          label: value === "declared" ? "Par leur espace" : label || value,
        }))}
        path={path}
        query={query}
      />
      <Facet
        title="Champ"
        name="champ"
        values={waiting.fields.map(({ value, count }) => ({
          value,
          count,
          label: labels.get(value) ?? value,
        }))}
        path={path}
        query={query}
      />
    </>
  );
}

/** The rows of a page come in the order of their organisation's proposal. */
function byOrganisation(rows: readonly WaitingChange[]): WaitingChange[][] {
  const groups = new Map<number, WaitingChange[]>();
  for (const row of rows) groups.set(row.organisation_id, [...(groups.get(row.organisation_id) ?? []), row]);
  return [...groups.values()];
}

function Organisation({
  changes,
  fields,
  words,
  overtaken = [],
}: Pick<Props, "fields" | "words" | "overtaken"> & { changes: readonly WaitingChange[] }) {
  const [first] = changes;
  if (!first) return null;
  const { organisation_id, organisation, source, said_by, created_at, message } = first;
  const known = new Map(fields.map((field) => [field.key, field]));
  return (
    <section class="proposal">
      <h2>
        <a href={directory.one(organisation_id)}>{organisation}</a>
      </h2>
      <p class="help">
        {factSentence(source)}
        {said_by ? ` par ${said_by}` : ""}, le {formatInstant(new Date(created_at))}
      </p>
      {message ? <p class="prose">« {message} »</p> : null}
      <ul class="lines">
        {changes.map(({ id, field: key, before, after }) => {
          const field = known.get(key);
          const written = (value: typeof before) =>
            (field ? writtenValue(field, value, words) : "") || "rien";
          return (
            <li class="proposal-line">
              <CheckboxField
                name="changement"
                value={String(id)}
                checked={!overtaken.includes(id)}
                label={`${field?.label ?? key} de ${organisation}`}
              />
              <div class="proposal-values">
                <p>
                  <span class="help">Sur la fiche :</span> <del>{written(before)}</del>
                </p>
                <p>
                  <span class="help">Proposé :</span> <ins>{written(after)}</ins>
                </p>
              </div>
              {overtaken.includes(id) ? <Tag label="La fiche a changé depuis" tone="warning" /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
