import { projects } from "#paths/projects.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { formatInstant, plural } from "#ui/format.ts";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { Proposal } from "./queries.proposals.ts";
import type { ProjectRecord } from "./queries.record.ts";
import {
  differingFields,
  type Field,
  fieldLabels,
  formOf,
  type TermWords,
  wordedForm,
} from "./texts.form.ts";
import { DecisionFields, waitingTitle } from "./views.decision.tsx";
import { upToList } from "./views.edit.tsx";

export const proposalTitle = ({ title }: { title: string }) => `Proposition pour « ${title} »`;

/** A proposal beside what is recorded, field by field: those ticked are taken. */
export function ProposalPage({
  proposal,
  project,
  words,
  typed = {},
  errors,
}: {
  proposal: Proposal;
  project: ProjectRecord;
  words: TermWords;
  typed?: Typed;
  errors?: Errors;
}) {
  const decided = proposal.state !== "waiting";
  return (
    <>
      <PageHeader
        title={proposalTitle(proposal)}
        trail={[...upToList, { label: waitingTitle, href: projects.waiting() }]}
        lead={`${proposal.kind === "new" ? "Nouveau projet proposé" : "Modifications proposées"} par ${proposal.organisation}, le ${formatInstant(proposal.proposed_at)}.`}
      />
      {proposal.message ? (
        <Callout>
          <p>« {proposal.message} »</p>
        </Callout>
      ) : null}
      {decided ? (
        <Callout tone="warning">
          <p>
            Cette proposition est déjà {proposal.state === "accepted" ? "acceptée" : "refusée"}.{" "}
            <a href={projects.one(project.id)}>Voir le projet</a>
          </p>
        </Callout>
      ) : (
        <Form action={projects.decision(proposal.id)} errors={errors}>
          {proposal.kind === "new" ? (
            <p>
              <a href={projects.one(project.id)}>Lire et compléter la fiche proposée</a>. L’accepter la publie
              dans le panorama ; la refuser l’archive.
            </p>
          ) : (
            <Differences proposal={proposal} project={project} words={words} chosen={typed["champs"]} />
          )}
          <DecisionFields
            accept={proposal.kind === "new" ? "Accepter et publier" : "Accepter ce qui est coché"}
            typed={typed}
            errors={errors}
          />
        </Form>
      )}
    </>
  );
}

function Differences({
  proposal,
  project,
  words,
  chosen,
}: {
  proposal: Proposal;
  project: ProjectRecord;
  words: TermWords;
  chosen: string | string[] | undefined;
}) {
  const current = { ...formOf(project), notes: "" };
  const [before, now, said] = [proposal.before, current, proposal.said].map((form) =>
    wordedForm(form, words),
  );
  const differing = differingFields(proposal.before, proposal.said, words);
  const isTicked = (field: Field) =>
    chosen === undefined ? now?.[field] === before?.[field] : [chosen].flat().includes(field);
  return (
    <>
      <p>
        {plural(differing.length, "champ diffère", "champs diffèrent")} : décochez ce que vous ne prenez pas.
      </p>
      <table class="table table-stack">
        <caption class="sr-only">Ce que la proposition change</caption>
        <thead>
          <tr>
            <th scope="col">Champ</th>
            <th scope="col">Enregistré</th>
            <th scope="col">Proposé</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((field) => (
            <tr>
              <td data-label="Champ">
                <CheckboxField
                  name="champs[]"
                  value={field}
                  label={fieldLabels[field]}
                  checked={isTicked(field)}
                />
                {now?.[field] === before?.[field] ? null : (
                  <p class="soft small">L’équipe a changé ce champ depuis que la proposition a été écrite.</p>
                )}
              </td>
              <td data-label="Enregistré">{now?.[field] || "rien"}</td>
              <td data-label="Proposé">{said?.[field] || "rien"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
