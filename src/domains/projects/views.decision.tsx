import { projects } from "#paths/projects.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextArea } from "#ui/fields.tsx";
import { Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { EmptyState, PageHeader } from "#ui/page.tsx";
import type { WaitingLine } from "./queries.proposals.ts";
import { upToList } from "./views.edit.tsx";

export const waitingTitle = "Propositions à lire";

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
