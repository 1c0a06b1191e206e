import { problemsOf } from "#platform/questionnaire/check.ts";
import { type Content, questionsOf } from "#platform/questionnaire/content.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import type { Errors } from "#platform/web/form.ts";
import { TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatInstant, formatNumber, plural } from "#ui/format.ts";
import { ButtonLink, Callout, PageHeader } from "#ui/page.tsx";
import { Outline } from "#ui/questionnaire/editor/outline.tsx";
import { PreviewContent, previewFrame } from "#ui/questionnaire/editor/preview.tsx";
import type { Editor } from "./open.ts";
import type { Revision } from "./queries.ts";
import { FieldPicker } from "./views.fields.tsx";
import { ProblemList } from "./views.problems.tsx";

export const editorTitle = "Questionnaire";

/** The questionnaire being written: its list at the left, as people will see it at the right. */
export function EditorPage({
  editor,
  draft,
  known,
  errors = {},
  overtaken = false,
}: {
  editor: Editor;
  draft: Revision;
  known: Known;
  errors?: Errors;
  /** A colleague was first: the gesture was not made. */
  overtaken?: boolean;
}) {
  const { at, frame, fields, questionnaire } = editor;
  const { content } = draft;
  const problems = problemsOf(content);
  return (
    <>
      <PageHeader
        title={editorTitle}
        trail={frame.trail}
        lead={
          questionnaire.published
            ? `Révision ${formatNumber(draft.number)}, en brouillon. La révision ${formatNumber(questionnaire.published.number)} reste posée tant que celle-ci n’est pas publiée.`
            : "Un brouillon : personne ne peut encore y répondre."
        }
      >
        <ButtonLink href={at.paper} label="Imprimer" kind="quiet" />
      </PageHeader>
      {overtaken ? (
        <div role="alert" tabindex={-1} data-controller="focus">
          <Callout tone="warning">
            Un collègue a modifié ce questionnaire le {formatInstant(draft.updatedAt)}, pendant que vous le
            lisiez. Le voici tel qu’il est maintenant : refaites votre geste s’il a encore un sens.
          </Callout>
        </div>
      ) : null}
      <ProblemList problems={problems} content={content} at={at} />
      <div class="editor">
        <div class="editor-list">
          <Form action={at.gestures} class="editor-gestures" label="Pages et questions" behaviour="gestures">
            <Hidden name="version" value={String(draft.version)} />
            <Outline content={content} known={known} links={at} problems={problems} />
            <p class="buttons">
              <Submit label="Ajouter une partie" kind="quiet" name="geste" value="partie:" />
            </p>
          </Form>
          <FieldPicker editor={editor} draft={draft} fields={fields} />
          <Words at={at} draft={draft} errors={errors} />
          <Publication editor={editor} draft={draft} ready={problems.length === 0} />
        </div>
        <section class="editor-preview" aria-labelledby="titre-apercu">
          <h2 id="titre-apercu">Aperçu</h2>
          <turbo-frame id={previewFrame}>
            <PreviewContent content={content} known={known} />
          </turbo-frame>
        </section>
      </div>
    </>
  );
}

/** What is said before the first page and after the last. */
function Words({ at, draft, errors }: { at: Editor["at"]; draft: Revision; errors: Errors }) {
  const { title, intro, thanks } = draft.content;
  return (
    <details open={Object.keys(errors).length > 0}>
      <summary>Titre, introduction et remerciement</summary>
      <Form action={at.words} errors={errors}>
        <Hidden name="version" value={String(draft.version)} />
        <TextField name="titre" label="Titre" errors={errors} value={title} required />
        <TextArea
          name="introduction"
          label="Avant la première page"
          rows={4}
          value={intro ?? ""}
          required={false}
        />
        <TextArea name="remerciement" label="Après l’envoi" rows={3} value={thanks ?? ""} required={false} />
        <p class="buttons">
          <Submit label="Enregistrer" kind="quiet" />
        </p>
      </Form>
    </details>
  );
}

function Publication({
  editor: { at, questionnaire },
  draft,
  ready,
}: {
  editor: Editor;
  draft: Revision;
  ready: boolean;
}) {
  const hidden = { version: draft.version };
  return (
    <section class="editor-publish">
      <h2>Publier</h2>
      <p>
        Une révision publiée ne change plus : la modifier en fait une nouvelle.{" "}
        {questionnaire.published
          ? "Les réponses commencées passent à la nouvelle révision, et gardent ce qui a été dit aux questions qui restent."
          : ""}
      </p>
      <div class="buttons">
        {ready ? (
          <ActionForm
            action={at.publication}
            label="Publier le questionnaire"
            kind="primary"
            hidden={hidden}
          />
        ) : (
          <p class="help">Corrigez d’abord ce qui est signalé en haut de la page.</p>
        )}
        {questionnaire.published ? (
          <ActionForm
            action={at.abandon}
            label="Abandonner ce brouillon"
            kind="danger"
            hidden={hidden}
            confirm="Abandonner les changements qui ne sont pas publiés ?"
          />
        ) : null}
      </div>
    </section>
  );
}

/** A questionnaire that is published and not being changed. */
export function PublishedPage({
  editor,
  published,
  known,
}: {
  editor: Editor;
  published: Revision;
  known: Known;
}) {
  const { at, frame } = editor;
  return (
    <>
      <PageHeader
        title={editorTitle}
        trail={frame.trail}
        lead={`Révision ${formatNumber(published.number)}${published.publishedAt ? `, publiée le ${formatInstant(published.publishedAt)}` : ""} : ${plural(countQuestions(published.content), "question")}.`}
      >
        <ActionForm action={at.nextRevision} label="Modifier dans une nouvelle révision" />
        <ButtonLink href={at.paper} label="Imprimer" kind="quiet" />
      </PageHeader>
      {published.number > 1 ? (
        <p>
          <a href={at.revision(published.number - 1)}>Voir la révision d’avant</a>
        </p>
      ) : null}
      <section class="editor-preview" aria-labelledby="titre-apercu">
        <h2 id="titre-apercu" class="sr-only">
          Tel qu’il est posé
        </h2>
        <PreviewContent content={published.content} known={known} />
      </section>
    </>
  );
}

const countQuestions = (content: Content) => questionsOf(content).length;
