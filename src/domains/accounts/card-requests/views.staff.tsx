import { cardRequests } from "#paths/card-requests.ts";
import { directory } from "#paths/directory.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import type { CardRequest } from "./queries.ts";

export const staffTitle = "Demandes pour tenir une fiche";

interface Props {
  waiting: readonly CardRequest[];
  /** The request whose refusal lacks its reason. */
  wrong?: { id: number; error: string };
}

/** Those who proved their address and wait for the team's yes. */
export function CardRequestsPage({ waiting, wrong }: Props) {
  return (
    <>
      <PageHeader
        title={staffTitle}
        trail={[{ label: "Annuaire", href: directory.all() }]}
        lead="Leur adresse est prouvée, mais le réseau ne la connaissait pas. Un accord ouvre leur espace ; un refus leur écrit pourquoi."
      />
      {waiting.length === 0 ? (
        <EmptyState title="Aucune demande n’attend.">
          <p>Elles viennent des fiches publiques, par le lien « C’est votre organisation ? ».</p>
        </EmptyState>
      ) : (
        <ul class="lines">
          {waiting.map((cardRequest) => (
            <CardRequestLine
              cardRequest={cardRequest}
              error={wrong?.id === cardRequest.id ? wrong.error : undefined}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function CardRequestLine({ cardRequest, error }: { cardRequest: CardRequest; error: string | undefined }) {
  const reason = `raison-${cardRequest.id}`;
  return (
    <li>
      <p class="line-title">
        {cardRequest.organisation_id ? (
          <a href={directory.one(cardRequest.organisation_id)}>{cardRequest.organisation}</a>
        ) : (
          cardRequest.organisation
        )}{" "}
        {cardRequest.is_new ? <Tag label="Nouvelle organisation" tone="warning" /> : null}
      </p>
      <p>
        {cardRequest.name}
        {cardRequest.title ? `, ${cardRequest.title}` : ""} ·{" "}
        <a href={`mailto:${cardRequest.email}`}>{cardRequest.email}</a> ·{" "}
        {formatInstant(cardRequest.created_at)}
      </p>
      {cardRequest.message ? <p class="prose">{cardRequest.message}</p> : null}
      <ActionForm
        action={cardRequests.accept(cardRequest.id)}
        label={cardRequest.is_new ? "Publier et donner la fiche" : "Donner la fiche"}
        of={cardRequest.name}
        kind="primary"
      />
      <details open={error !== undefined}>
        <summary>Refuser</summary>
        <Form
          action={cardRequests.refuse(cardRequest.id)}
          errors={error ? { [reason]: error } : {}}
          label={`Refuser la demande de ${cardRequest.name}`}
        >
          <TextField
            name={reason}
            label="Pourquoi, tel que la lettre le dira"
            errors={error ? { [reason]: error } : {}}
            required
          />
          <div class="buttons">
            <Submit label="Refuser et écrire" kind="danger" />
          </div>
        </Form>
      </details>
    </li>
  );
}
