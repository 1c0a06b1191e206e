import type { Content, Question } from "#platform/questionnaire/content.ts";
import { parentOf } from "#platform/questionnaire/editing.ts";
import type { Choice, Known } from "#platform/questionnaire/sources.ts";
import type { Errors } from "#platform/web/form.ts";
import { SelectField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { PageHeader } from "#ui/page.tsx";
import { PreviewQuestion, previewFrame } from "#ui/questionnaire/editor/preview.tsx";
import { QuestionFields } from "#ui/questionnaire/editor/question.tsx";
import type { Editor } from "./open.ts";
import type { Revision } from "./queries.ts";
import { type Overtaken, OvertakenNote } from "./views.overtaken.tsx";

interface Props {
  editor: Editor;
  draft: Revision;
  known: Known;
  errors?: Errors;
}

export const questionTitle = (question: Question) => question.label || "Nouvelle question";

/** One question, with its preview beside. */
export function QuestionPage({
  editor,
  draft,
  question,
  known,
  lists,
  errors = {},
  overtaken,
}: Props & { question: Question; lists: readonly Choice[]; overtaken?: Overtaken }) {
  const { at, frame, fields } = editor;
  return (
    <>
      <PageHeader
        title={questionTitle(question)}
        trail={[...frame.trail, { label: "Questionnaire", href: at.home }]}
      />
      {overtaken ? (
        <OvertakenNote overtaken={overtaken} mine={question} restart={at.question(question.id)} />
      ) : null}
      <div class="editor">
        <div class="editor-list">
          <Form
            action={at.question(question.id)}
            errors={errors}
            behaviour="preview quick-save"
            data={{
              "data-preview-url-value": at.questionPreview(question.id),
              "data-preview-frame-value": previewFrame,
            }}
          >
            <Hidden name="version" value={String(draft.version)} />
            <QuestionFields
              content={draft.content}
              question={question}
              known={known}
              lists={lists}
              fields={fields}
              errors={errors}
            />
            <PlaceField content={draft.content} question={question} />
            <div class="buttons">
              <Submit label="Enregistrer" name="suite" value="fin" />
              <Submit label="Enregistrer et ajouter une autre" kind="quiet" name="suite" value="autre" />
              <a href={`${at.home}#${question.id}`}>Renoncer</a>
            </div>
          </Form>
        </div>
        <section class="editor-preview" aria-labelledby="titre-apercu">
          <h2 id="titre-apercu">Aperçu</h2>
          <turbo-frame id={previewFrame}>
            <PreviewQuestion question={question} known={known} />
          </turbo-frame>
        </section>
      </div>
    </>
  );
}

/** Where the question stands: a page, or a block. */
function PlaceField({ content, question }: { content: Content; question: Question }) {
  const blocks =
    question.kind === "block" || question.kind === "consent"
      ? []
      : content.sections.flatMap(({ questions }) => questions.filter(({ kind }) => kind === "block"));
  const options = [
    ...content.sections.map(({ id, title }) => ({ value: id, label: title, group: "Parties" })),
    ...blocks.map(({ id, label }) => ({ value: id, label, group: "Blocs" })),
  ];
  return (
    <SelectField name="dans" label="Dans" options={options} value={parentOf(content, question.id) ?? ""} />
  );
}
