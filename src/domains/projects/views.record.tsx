import { slugOf } from "#domains/directory/index.ts";
import { accounts } from "#paths/accounts.ts";
import { projects } from "#paths/projects.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { ButtonLink, Callout, Facts, PageHeader } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import type { ProjectRecord } from "./queries.record.ts";
import { stateOf } from "./rules.ts";
import { upToList } from "./views.edit.tsx";
import { Budget, factsOf, Markers } from "./views.facts.tsx";
import { StateTag } from "./views.list.tsx";
import { News } from "./views.news.tsx";
import { PicturesPanel } from "./views.pictures.tsx";

export interface RecordProps {
  project: ProjectRecord;
  /** The accounts named on the page, by number. */
  names: ReadonlyMap<string, string>;
  mayWrite: boolean;
  seesAmounts: boolean;
  /** The journal is the administrators'. */
  seesChanges: boolean;
}

/** A project as the team reads it, and what one can do of it. */
export function ProjectPage({ project, names, mayWrite, seesAmounts, seesChanges }: RecordProps) {
  const { id } = project;
  const state = stateOf(project);
  return (
    <>
      <PageHeader title={project.title} trail={upToList} lead={project.summary}>
        {state === "listed" ? (
          <ButtonLink
            href={projects.publicCard(id, slugOf(project.title))}
            label="Voir la fiche publique"
            kind="quiet"
          />
        ) : null}
        {mayWrite ? <ButtonLink href={projects.edit(id)} label="Modifier" accesskey="m" /> : null}
        {mayWrite ? <Acts project={project} /> : null}
      </PageHeader>
      <p>
        <StateTag state={state} /> <LastAct project={project} names={names} />
      </p>
      {project.waiting > 0 ? (
        <Callout tone="warning">
          <p>
            Qui porte ce projet a proposé quelque chose : <a href={projects.waiting()}>lire ce qui attend</a>.
          </p>
        </Callout>
      ) : null}
      <Facts facts={factsOf(project, seesAmounts)} />
      <Paragraphs text={project.description} />
      <Budget project={project} seesAmounts={seesAmounts} />
      <Markers project={project} mayWrite={mayWrite} />
      <PicturesPanel project={project} mayWrite={mayWrite} />
      <News project={project} names={names} mayWrite={mayWrite} />
      {seesAmounts && project.notes ? (
        <section>
          <h2>Notes de l’équipe</h2>
          <Paragraphs text={project.notes} />
        </section>
      ) : null}
      {seesChanges ? (
        <p>
          <a href={withQuery(accounts.changes(), { table: "projects.projects", fiche: id })}>
            Qui a modifié ce projet
          </a>
        </p>
      ) : null}
    </>
  );
}

function Acts({ project }: { project: ProjectRecord }) {
  const { id } = project;
  const state = stateOf(project);
  if (state === "archived")
    return <ActionForm action={projects.restoration(id)} label="Rétablir" kind="primary" />;
  return (
    <>
      {state === "listed" ? (
        <ActionForm action={projects.withdrawal(id)} label="Dépublier" />
      ) : (
        <ActionForm action={projects.publication(id)} label="Publier" />
      )}
      <ActionForm action={projects.archive(id)} label="Archiver" kind="danger" />
    </>
  );
}

function LastAct({ project, names }: Pick<RecordProps, "project" | "names">) {
  const [last] = project.publications;
  if (!last) return null;
  const who = names.get(last.account_id ?? "");
  return (
    <span class="soft small">
      {last.act === "publish" ? "Publié" : "Dépublié"} le {formatInstant(new Date(last.made_at))}
      {who ? ` par ${who}` : ""}.
    </span>
  );
}
