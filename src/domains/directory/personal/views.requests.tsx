import { people } from "#paths/people.ts";
import { dayInParis } from "#platform/dates.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextArea } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { formatDay, formatInstant, formatNumber } from "#ui/format.ts";
import { ExportLinks, ListTable, Pagination, Total, withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import type { ErasureRecord, ErasureRequest } from "./queries.ts";

export const requestsTitle = "Demandes d’effacement";
export const erasuresTitle = "Effacements";

const trail = [{ label: "Personnes", href: people.all() }];
const answers: Record<string, string> = { erased: "Effacée", refused: "Refusée" };

/** Those who ask to be erased, and what was answered. */
export function RequestsPage({
  requests,
  wrong,
}: {
  requests: readonly ErasureRequest[];
  /** A refusal without its reason, to be completed. */
  wrong?: { id: number; errors: Errors; typed: Typed };
}) {
  const waiting = requests.filter(({ answer }) => answer === null);
  const answered = requests.filter(({ answer }) => answer !== null);
  return (
    <>
      <PageHeader
        title={requestsTitle}
        trail={trail}
        lead="La loi donne un mois pour répondre. La personne lit la réponse dans son espace."
      >
        <ButtonLink href={people.erasures()} label="Ce qui a été effacé" kind="quiet" />
      </PageHeader>
      {waiting.length === 0 ? <EmptyState title="Aucune demande n’attend de réponse." /> : null}
      <ul class="lines">
        {waiting.map((request) => (
          <Waiting request={request} wrong={wrong?.id === request.id ? wrong : undefined} />
        ))}
      </ul>
      {answered.length > 0 ? (
        <section>
          <h2>Déjà répondues</h2>
          <ListTable
            caption="Demandes déjà répondues"
            path={people.requests()}
            query={{}}
            rows={answered}
            columns={[
              { label: "Demandée le", cell: (row) => formatDay(dayInParis(row.asked_at)) },
              { label: "De", cell: (row) => (row.answer === "erased" ? "" : row.name) },
              { label: "Réponse", cell: (row) => answers[row.answer ?? ""] ?? "" },
              { label: "Raison", cell: (row) => row.reason },
            ]}
          />
        </section>
      ) : null}
    </>
  );
}

function Waiting({ request, wrong }: { request: ErasureRequest; wrong?: { errors: Errors; typed: Typed } }) {
  return (
    <li>
      <p class="line-title">
        {request.name}, {request.email}
      </p>
      <p class="soft small">Demandée le {formatInstant(request.asked_at)}</p>
      {request.message ? <p class="prose">{request.message}</p> : null}
      {request.person_id ? (
        <p>
          <ButtonLink href={people.erasure(request.person_id)} label="Voir ce qui serait effacé" />
        </p>
      ) : (
        <p>
          <Tag label="Sans fiche de personne" tone="warning" /> Ce compte n’est relié à personne :{" "}
          <a href={withQuery(people.all(), { q: request.email })}>cherchez sa fiche</a> pour la relier, ou{" "}
          <a href={withQuery(people.add(), { compte: request.user_id })}>faites-la depuis son compte</a>.
        </p>
      )}
      <details open={wrong !== undefined}>
        <summary>Refuser</summary>
        <Form action={people.requestRefusal(request.id)} errors={wrong?.errors}>
          <TextArea
            name={`raison-${request.id}`}
            label="Pourquoi, tel que la personne le lira"
            typed={wrong?.typed}
            errors={wrong?.errors}
            required
          />
          <Submit label="Refuser la demande" kind="danger" />
        </Form>
      </details>
    </li>
  );
}

/** What was erased, when and by whom: no name, only what and how many. */
export function ErasuresPage({
  list,
  page,
  size,
}: {
  list: { rows: readonly ErasureRecord[]; total: number };
  page: number;
  size: number;
}) {
  const path = people.erasures();
  return (
    <>
      <PageHeader
        title={erasuresTitle}
        trail={trail}
        lead="La preuve que ce qui devait être effacé l’a été : aucune donnée personnelle n’y figure."
      />
      {list.total === 0 ? (
        <EmptyState title="Personne n’a encore été effacé." />
      ) : (
        <>
          <Total count={list.total} one="effacement" />
          <ListTable
            caption="Effacements"
            path={path}
            query={{}}
            rows={list.rows}
            columns={[
              { label: "Le", cell: (row) => formatInstant(new Date(row.erased_at)) },
              { label: "Fiche", cell: (row) => <a href={people.one(row.person_id)}>n° {row.person_id}</a> },
              { label: "Par", cell: (row) => row.by ?? "" },
              { label: "À sa demande", cell: (row) => (row.on_request ? "Oui" : "Non") },
              { label: "Quoi", cell: (row) => linesOf(row) },
            ]}
          />
          <Pagination page={page} size={size} total={list.total} path={path} query={{}} />
          <ExportLinks path={path} query={{}} />
        </>
      )}
    </>
  );
}

/** `Coordonnées : 2 ; Consentements : 1` */
export const linesOf = ({ lines }: ErasureRecord) =>
  lines.map(({ what, count }) => `${what} : ${formatNumber(count)}`).join(" ; ");
