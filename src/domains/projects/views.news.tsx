import { projects } from "#paths/projects.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { formatDay } from "#ui/format.ts";
import { ButtonLink, PageHeader, Tag } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import type { ProjectRecord, Update } from "./queries.record.ts";
import { DecisionFields } from "./views.decision.tsx";
import { upToList } from "./views.edit.tsx";

export const newsTitle = ({ title }: { title: string }) => `Une nouvelle de « ${title} »`;
const states = { waiting: "À lire", published: "Publiée", refused: "Refusée" } as const;
const tones = { waiting: "warning", published: "good", refused: "plain" } as const;

/** The news of a project on its record: what waits is published or refused there. */
export function News({
  project,
  names,
  mayWrite,
}: {
  project: ProjectRecord;
  names: ReadonlyMap<string, string>;
  mayWrite: boolean;
}) {
  return (
    <section id="nouvelles">
      <h2>Nouvelles</h2>
      {project.updates.length === 0 ? <p class="soft">Personne n’en a encore donné.</p> : null}
      {project.updates.map((update) => (
        <article class="news">
          <NewsText update={update} level={3} />
          <p>
            <Tag label={states[update.state]} tone={tones[update.state]} />{" "}
            <span class="soft small">{names.get(update.told_by ?? "")}</span>
          </p>
          {mayWrite && update.state === "waiting" ? (
            <Form
              action={projects.updateDecision(project.id, update.id)}
              label={`Décider de « ${update.title} »`}
            >
              <DecisionFields name={String(update.id)} accept="Publier" />
            </Form>
          ) : null}
        </article>
      ))}
      {mayWrite ? (
        <p>
          <ButtonLink href={projects.updates(project.id)} label="Ajouter une nouvelle" kind="quiet" />
        </p>
      ) : null}
    </section>
  );
}

export function NewsText({
  update,
  level,
}: {
  update: Pick<Update, "title" | "told_on" | "body">;
  level: 2 | 3;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <>
      <Heading>{update.title}</Heading>
      <p class="soft small">{formatDay(update.told_on)}</p>
      <Paragraphs text={update.body} />
    </>
  );
}

/** The form of a piece of news. */
export function NewsPage({
  project,
  action,
  back,
  typed,
  errors,
  forTeam,
}: {
  project: { id: number; title: string };
  action: string;
  back: string;
  typed: Typed;
  errors?: Errors;
  forTeam: boolean;
}) {
  const trail = forTeam
    ? [...upToList, { label: project.title, href: back }]
    : [
        { label: "Mes projets", href: projects.mine() },
        { label: project.title, href: back },
      ];
  return (
    <>
      <PageHeader
        title={newsTitle(project)}
        trail={trail}
        lead={
          forTeam
            ? "Elle paraît tout de suite sur la fiche publique, si le projet y est."
            : "L’équipe du réseau la relit, puis elle paraît sur la fiche du projet."
        }
      />
      <Form action={action} errors={errors} once>
        <TextField
          name="date"
          label="Date"
          typed={typed}
          errors={errors}
          required
          help="6/1/2021"
          autocomplete="off"
        />
        <TextField name="titre" label="Titre" typed={typed} errors={errors} required autocomplete="off" />
        <TextArea name="texte" label="Texte" typed={typed} errors={errors} required={false} />
        <div class="buttons">
          <Submit label={forTeam ? "Publier la nouvelle" : "Proposer la nouvelle"} />
          <a href={back}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
