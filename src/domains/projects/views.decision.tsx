import { projects } from "#paths/projects.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, TextArea } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { formatInstant, plural } from "#ui/format.ts";
import { Callout, EmptyState, PageHeader } from "#ui/page.tsx";
import type { Proposal, WaitingLine } from "./queries.proposals.ts";
import type { ProjectRecord } from "./queries.record.ts";
import {
  differingFields,
  type Field,
  fieldLabels,
  formOf,
  type TermWords,
  wordedForm,
} from "./texts.form.ts";
import { upToList } from "./views.edit.tsx";

export const waitingTitle = "Propositions à lire";
export const proposalTitle = ({ title }: { title: string }) => `Proposition pour « ${title} »`;

const kinds = { new: "Nouveau projet", change: "Modifications", news: "Nouvelle" } as const;

/** What carriers proposed, the oldest first. */
export function WaitingPage({ lines }: { lines: readonly WaitingLine[] }) {
  return (
    <>
      <PageHeader
        title={waitingTitle}
        trail={upToList}
        lead="Ce que proposent ceux qui portent les projets ; rien n’est public avant votre accord."
      />
      {lines.length === 0 ? (
        <EmptyState title="Rien n’attend d’être lu">
          <p>
            Un projet, une modification ou une nouvelle que propose un acteur depuis son espace arrive ici.{" "}
            <a href={projects.all()}>Revenir au panorama</a>
          </p>
        </EmptyState>
      ) : (
        <ul class="lines">
          {lines.map((line) => (
            <li>
              <a
                class="line-title"
                href={
                  line.kind === "news"
                    ? `${projects.one(line.project_id)}#nouvelles`
                    : projects.proposal(line.id)
                }
              >
                {line.title}
              </a>
              <p class="soft small">
                {kinds[line.kind]}, {line.organisation}, {formatInstant(new Date(line.proposed_at))}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Accept or refuse, with a word. */
export function DecisionFields({
  name = "",
  accept,
  typed,
  errors,
}: {
  name?: string;
  accept: string;
  typed?: Typed;
  errors?: Errors;
}) {
  const field = name ? `mot-${name}` : "mot";
  return (
    <>
      <TextArea
        name={field}
        label="Un mot à qui a proposé"
        help="Il part par courriel avec votre décision. Dites pourquoi si vous refusez."
        rows={2}
        required={false}
        typed={typed}
        errors={errors}
      />
      <div class="buttons">
        <Submit label={accept} name="decision" value="accepter" />
        <Submit label="Refuser" kind="quiet" name="decision" value="refuser" />
      </div>
    </>
  );
}

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
          <p>« {proposal.message} »</p>
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
