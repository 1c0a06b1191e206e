import { claims } from "#paths/claims.ts";
import { directory } from "#paths/directory.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import type { Claim } from "./queries.ts";

export const staffTitle = "Demandes pour tenir une fiche";

interface Props {
  waiting: readonly Claim[];
  /** The claim whose refusal lacks its reason. */
  wrong?: { id: number; error: string };
}

/** Those who proved their address and wait for the team's yes. */
export function ClaimsPage({ waiting, wrong }: Props) {
  return (
    <>
      <PageHeader
        title={staffTitle}
        trail={[{ label: "Annuaire", href: directory.all() }]}
        lead="Leur adresse est prouvée, mais le réseau ne la connaissait pas. Un accord ouvre leur espace ; un refus leur écrit pourquoi."
      />
      {waiting.length === 0 ? (
        <EmptyState title="Aucune demande n’attend.">
          <p>Elles viennent des fiches publiques, par le lien « C’est votre organisation ? ».</p>
        </EmptyState>
      ) : (
        <ul class="lines">
          {waiting.map((claim) => (
            <ClaimLine claim={claim} error={wrong?.id === claim.id ? wrong.error : undefined} />
          ))}
        </ul>
      )}
    </>
  );
}

function ClaimLine({ claim, error }: { claim: Claim; error: string | undefined }) {
  const reason = `raison-${claim.id}`;
  return (
    <li>
      <p class="line-title">
        {claim.organisation_id ? (
          <a href={directory.one(claim.organisation_id)}>{claim.organisation}</a>
        ) : (
          claim.organisation
        )}{" "}
        {claim.is_new ? <Tag label="Nouvelle organisation" tone="warning" /> : null}
      </p>
      <p>
        {claim.name}
        {claim.title ? `, ${claim.title}` : ""} · <a href={`mailto:${claim.email}`}>{claim.email}</a> ·{" "}
        {formatInstant(claim.created_at)}
      </p>
      {claim.message ? <p class="prose">{claim.message}</p> : null}
      <ActionForm
        action={claims.accept(claim.id)}
        label={claim.is_new ? "Publier et donner la fiche" : "Donner la fiche"}
        of={claim.name}
        kind="primary"
      />
      <details open={error !== undefined}>
        <summary>Refuser</summary>
        <Form
          action={claims.refuse(claim.id)}
          errors={error ? { [reason]: error } : {}}
          label={`Refuser la demande de ${claim.name}`}
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
