import { directory } from "#paths/directory.ts";
import type { Errors } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, ErrorSummary, Hidden, SearchForm, Submit } from "#ui/form.tsx";
import { formatInstant, formatNumber, plural } from "#ui/format.ts";
import { Pagination, Total, withQuery } from "#ui/list.tsx";
import { Callout, EmptyState, PageHeader } from "#ui/page.tsx";
import type { PairsQuestion } from "./input.ts";
import type { Pair } from "./queries.ts";
import { Pairs } from "./views.pair.tsx";

export const duplicatesTitle = "Doublons de l’annuaire";
export const ofOrganisationTitle = (record: { name: string }) => `Doublons possibles de ${record.name}`;

interface Props {
  pairs: readonly Pair[];
  total: number;
  /** Cards changed since the last comparison. */
  waiting: number;
  asked: PairsQuestion;
  size: number;
  mayWrite: boolean;
  errors?: Errors;
}

/** The pairs of cards that may be of one organisation, surest first. */
export function DuplicatesPage({ pairs, total, waiting, asked, size, mayWrite, errors = {} }: Props) {
  const apart = asked.etat === "distinctes";
  const query = { q: asked.q, etat: asked.etat };
  return (
    <>
      <PageHeader
        title={duplicatesTitle}
        trail={[{ label: "Annuaire", href: directory.all() }]}
        lead="Deux fiches qui sont peut-être une seule organisation, les plus sûres d’abord. Rien n’est fusionné sans vous."
      >
        {mayWrite ? (
          <ActionForm action={directory.wholeComparison()} label="Tout comparer de nouveau" />
        ) : null}
      </PageHeader>
      <ErrorSummary errors={errors} />
      <p class="orders">
        <State label="À regarder" on={!apart} href={withQuery(directory.duplicates(), { q: asked.q })} />
        <State
          label="Dites distinctes"
          on={apart}
          href={withQuery(directory.duplicates(), { q: asked.q, etat: "distinctes" })}
        />
      </p>
      <SearchForm action={directory.duplicates()} label="Chercher dans les doublons">
        <TextField name="q" type="search" label="Nom" value={asked.q} />
        {apart ? <Hidden name="etat" value="distinctes" /> : null}
        <Submit label="Chercher" kind="quiet" />
      </SearchForm>
      {waiting > 0 ? (
        <Callout>
          <p>
            {waiting < 2
              ? "Une fiche a changé et sera comparée dans la minute."
              : `${formatNumber(waiting)} fiches ont changé et seront comparées dans la minute.`}
          </p>
        </Callout>
      ) : null}
      <Total count={total} one="paire de fiches" many="paires de fiches" />
      {pairs.length === 0 ? <Nothing asked={asked} /> : <Pairs pairs={pairs} mayWrite={mayWrite} />}
      <Pagination page={asked.page} size={size} total={total} path={directory.duplicates()} query={query} />
    </>
  );
}

const State = ({ label, on, href }: { label: string; on: boolean; href: string }) => (
  <a href={href} aria-current={on ? "true" : undefined}>
    {label}
  </a>
);

function Nothing({ asked }: { asked: PairsQuestion }) {
  if (asked.q)
    return (
      <EmptyState title="Aucune paire ne porte ces mots">
        <p>
          <a href={directory.duplicates()}>Voir toutes les paires</a>
        </p>
      </EmptyState>
    );
  return asked.etat ? (
    <EmptyState title="Aucune paire n’a été dite distincte">
      <p>« Ce sont deux organisations » range une paire ici ; on peut l’en reprendre.</p>
    </EmptyState>
  ) : (
    <EmptyState title="Aucun doublon à regarder">
      <p>Chaque fiche ajoutée ou changée est comparée à toutes les autres dans la minute.</p>
    </EmptyState>
  );
}

/** The pairs in which one organisation stands: a page, and a frame of its record. */
export function OfOrganisationPage({
  record,
  pairs,
  merges,
  mayWrite,
}: {
  record: { id: number; name: string };
  pairs: readonly Pair[];
  /** The cards that were merged into this one. */
  merges: readonly { id: number; loser: string; merged_at: Date }[];
  mayWrite: boolean;
}) {
  return (
    <>
      <PageHeader
        title={ofOrganisationTitle(record)}
        trail={[
          { label: "Annuaire", href: directory.all() },
          { label: record.name, href: directory.one(record.id) },
        ]}
      />
      <turbo-frame id={duplicatesFrame} target="_top">
        {pairs.length === 0 ? (
          <p>Aucune autre fiche ne ressemble à celle-ci.</p>
        ) : (
          <>
            <p>{plural(pairs.length, "fiche lui ressemble", "fiches lui ressemblent")} :</p>
            <Pairs pairs={pairs} mayWrite={mayWrite} />
          </>
        )}
        {merges.length > 0 ? (
          <ul>
            {merges.map(({ id, loser, merged_at }) => (
              <li>
                <a href={directory.mergeDone(id)}>Fusion avec {loser}</a>, le{" "}
                {formatInstant(new Date(merged_at))}
              </li>
            ))}
          </ul>
        ) : null}
      </turbo-frame>
    </>
  );
}

/** The frame of the record of an organisation where its possible duplicates stand. */
export const duplicatesFrame = "doublons";
