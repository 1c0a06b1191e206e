import { people } from "#paths/people.ts";
import { formatShortDay } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { ButtonLink, Tag } from "#ui/page.tsx";
import type { PersonConsent, PersonRecord } from "../people/queries.ts";

/** What a person agreed to, purpose by purpose: the last word of each, then its history. */
export function ConsentSummary({ person, mayWrite }: { person: PersonRecord; mayWrite: boolean }) {
  const purposes = [...Map.groupBy(person.consents, ({ purpose_id }) => purpose_id).values()];
  return (
    <section>
      <h2>Consentements</h2>
      {purposes.length === 0 ? (
        <p>
          Rien n’est noté : ni accord, ni refus. Sans accord, on n’envoie pas de lettre d’information et on ne
          publie pas son nom.
        </p>
      ) : (
        <ul class="lines">
          {purposes.map((history) => (
            <Purpose person={person} history={history} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {mayWrite ? (
        <p>
          <ButtonLink
            href={people.consents(person.id)}
            label="Noter un consentement ou un retrait"
            kind="quiet"
          />
        </p>
      ) : null}
    </section>
  );
}

function Purpose({
  person,
  history,
  mayWrite,
}: {
  person: PersonRecord;
  history: readonly PersonConsent[];
  mayWrite: boolean;
}) {
  const last = history.find(({ latest }) => latest) ?? history[0];
  if (!last) return null;
  return (
    <li>
      <p class="line-title">
        {last.purpose} <Tag label={last.given ? "Oui" : "Retiré"} tone={last.given ? "good" : "warning"} />
      </p>
      <p class="soft small">
        {last.given ? "Donné" : "Retiré"} le {formatShortDay(last.told_on)}, {last.origin}
      </p>
      <details>
        <summary>
          Historique et preuves<span class="sr-only"> : {last.purpose}</span>
        </summary>
        <ListTable
          caption={`Historique : ${last.purpose}`}
          path={people.one(person.id)}
          query={{}}
          rows={history}
          columns={[
            { label: "Date", cell: (row) => formatShortDay(row.told_on) },
            { label: "Parole", cell: (row) => (row.given ? "Donné" : "Retiré") },
            { label: "Origine", cell: (row) => row.origin },
            ...(mayWrite
              ? [{ label: "Preuve", cell: (row: PersonConsent) => <Proof {...{ person, row }} /> }]
              : []),
          ]}
        />
      </details>
    </li>
  );
}

function Proof({ person, row }: { person: PersonRecord; row: PersonConsent }) {
  return (
    <>
      {row.proof || (row.file ? "" : "Aucune")}{" "}
      {row.file ? <a href={people.consentProof(person.id, row.id)}>{row.file}</a> : null}
    </>
  );
}
