import { agenda } from "#paths/agenda.ts";
import { directory } from "#paths/directory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, TextArea } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { Callout, EmptyState, Facts, PageHeader } from "#ui/page.tsx";
import type { EventRecord } from "../events/queries.ts";
import type { Twin } from "../events/queries.twins.ts";
import { wordKind, wordWhen } from "../events/texts.ts";
import { upToList } from "../events/views.edit.tsx";
import { wordPlace } from "../texts.ts";
import type { Proposal } from "./queries.ts";
import { saidFields } from "./texts.ts";

export const waitingTitle = "Événements proposés";

/** What actors propose and waits for the team, the oldest first. */
export function WaitingPage({ waiting }: { waiting: readonly Proposal[] }) {
  return (
    <>
      <PageHeader
        title={waitingTitle}
        trail={upToList}
        lead="L’adresse de qui propose est prouvée. Accepter annonce l’événement et le lui écrit."
      />
      {waiting.length === 0 ? (
        <EmptyState title="Aucune proposition n’attend">
          <p>
            Elles viennent du site, par <a href={agenda.propose()}>Proposer un événement</a>.
          </p>
        </EmptyState>
      ) : (
        <ul class="lines">
          {waiting.map((proposal) => (
            <li>
              <a class="line-title" href={agenda.proposal(proposal.id)}>
                {proposal.title}
              </a>
              <p class="soft small">
                {proposal.organisation}, {proposal.name}, le {formatInstant(proposal.created_at)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export const proposalTitle = ({ title }: { title: string }) => `Proposition : « ${title} »`;

/** A proposal, field by field: those ticked are taken. */
export function ProposalPage({
  proposal,
  event,
  twins,
  typed = {},
  errors,
}: {
  proposal: Proposal;
  event: EventRecord;
  twins: readonly Twin[];
  typed?: Typed;
  errors?: Errors;
}) {
  const { organisation, organisation_id, known, name, email, message, state } = proposal;
  return (
    <>
      <PageHeader
        title={proposalTitle(proposal)}
        trail={[...upToList, { label: waitingTitle, href: agenda.proposals() }]}
      />
      {state !== "waiting" ? (
        <Callout tone="warning">
          <p>
            Cette proposition est déjà {state === "accepted" ? "acceptée" : "refusée"}.{" "}
            <a href={agenda.one(event.id)}>Voir l’événement</a>
          </p>
        </Callout>
      ) : null}
      {twins.length > 0 ? (
        <Callout tone="warning">
          <p>L’agenda a déjà quelque chose qui lui ressemble :</p>
          <ul>
            {twins.map((twin) => (
              <li>
                <a href={agenda.one(twin.id)}>{twin.title}</a> ({twin.why})
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
      <Facts
        facts={[
          [
            "Organisé par",
            organisation_id ? (
              <a href={directory.one(organisation_id)}>{known ?? organisation}</a>
            ) : (
              `${organisation} (absente de l’annuaire, ou pas trouvée sûrement)`
            ),
          ],
          ["Type", wordKind(event)],
          ["Date", <Dates event={event} />],
          [
            "Proposé par",
            <>
              {name}, <a href={`mailto:${email}`}>{email}</a>
            </>,
          ],
          ["Mot à l’équipe", message || null],
        ]}
      />
      <p>
        <a href={agenda.edit(event.id)}>Corriger avant d’accepter</a>
      </p>
      {state === "waiting" ? (
        <Decision proposal={proposal} event={event} typed={typed} errors={errors} />
      ) : null}
    </>
  );
}

const Dates = ({ event }: { event: EventRecord }) => (
  <ul>
    {event.sessions.map((session) => (
      <li>
        {wordWhen(session)}, {wordPlace(session)}
        {session.address ? `, ${session.address}` : ""}
      </li>
    ))}
  </ul>
);

function Decision({
  proposal,
  event,
  typed,
  errors,
}: {
  proposal: Proposal;
  event: EventRecord;
  typed: Typed;
  errors: Errors | undefined;
}) {
  const said = saidFields(event);
  const ticked = typed["champs"];
  return (
    <Form action={agenda.proposalDecision(proposal.id)} errors={errors}>
      {said.length > 0 ? (
        <fieldset class="form">
          <legend>Décochez ce que vous ne prenez pas</legend>
          {said.map(({ field, label, value }) => (
            <CheckboxField
              name="champs[]"
              value={field}
              label={label}
              help={value}
              checked={typed["decision"] === undefined || [ticked ?? []].flat().includes(field)}
            />
          ))}
        </fieldset>
      ) : null}
      <TextArea
        name="mot"
        label="Un mot à qui a proposé"
        help="Dans la lettre. Nécessaire pour refuser."
        rows={3}
        required={false}
        typed={typed}
        errors={errors}
      />
      <div class="buttons">
        <Submit label="Accepter et annoncer" name="decision" value="accepter" />
        <Submit label="Refuser" kind="danger" name="decision" value="refuser" />
      </div>
    </Form>
  );
}
