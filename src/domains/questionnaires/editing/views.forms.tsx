import { questionsBefore } from "#platform/questionnaire/check.ts";
import type { Content, Question, Section } from "#platform/questionnaire/content.ts";
import { parentOf } from "#platform/questionnaire/editing.ts";
import type { Choice, Known } from "#platform/questionnaire/sources.ts";
import type { Errors } from "#platform/web/form.ts";
import { SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import { ConditionFields } from "#ui/questionnaire/editor/condition.tsx";
import { wordDifferences } from "#ui/questionnaire/editor/differences.ts";
import { PreviewQuestion, PreviewSection, previewFrame } from "#ui/questionnaire/editor/preview.tsx";
import { QuestionFields } from "#ui/questionnaire/editor/question.tsx";
import type { Editor } from "./open.ts";
import type { Revision } from "./queries.ts";

interface Props {
  editor: Editor;
  draft: Revision;
  known: Known;
  errors?: Errors;
}

/** What a colleague saved while this form was written, where it differs. */
export interface Overtaken {
  saved: Question | Section | undefined;
  at: Date;
}

function OvertakenNote({
  overtaken,
  mine,
  restart,
}: {
  overtaken: Overtaken;
  mine: Question | Section;
  restart: string;
}) {
  const rows = overtaken.saved ? wordDifferences(overtaken.saved, mine) : [];
  return (
    <div role="alert" tabindex={-1} data-controller="focus">
      <Callout tone="warning">
        <p>
          Un collègue a modifié ce questionnaire le {formatInstant(overtaken.at)}, pendant que vous écriviez.
          Rien de ce que vous avez tapé n’est perdu : c’est dans le formulaire. Enregistrez-le pour le garder,
          ou <a href={restart}>repartez de ce qui est enregistré</a>.
        </p>
        {overtaken.saved === undefined ? (
          <p>Il a retiré ce que vous modifiez : l’enregistrer n’aurait plus d’effet.</p>
        ) : null}
        {rows.length > 0 ? (
          <ListTable
            caption="Ce qui diffère"
            path={restart}
            query={{}}
            rows={rows}
            columns={[
              { label: "Quoi", cell: ({ what }) => what },
              { label: "Enregistré", cell: ({ saved }) => saved || "rien" },
              { label: "Tapé par vous", cell: ({ mine }) => mine || "rien" },
            ]}
          />
        ) : null}
      </Callout>
    </div>
  );
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

/** The words of a page, and when it is asked. */
export function SectionEditPage({
  editor,
  draft,
  section,
  known,
  errors = {},
  overtaken,
}: Props & { section: Section; overtaken?: Overtaken }) {
  const { at, frame } = editor;
  return (
    <>
      <PageHeader
        title={section.title || "Partie"}
        trail={[...frame.trail, { label: "Questionnaire", href: at.home }]}
      />
      {overtaken ? (
        <OvertakenNote overtaken={overtaken} mine={section} restart={at.section(section.id)} />
      ) : null}
      <div class="editor">
        <div class="editor-list">
          <Form action={at.section(section.id)} errors={errors} behaviour="quick-save">
            <Hidden name="version" value={String(draft.version)} />
            <TextField
              name="titre"
              label="Titre de la partie"
              errors={errors}
              value={section.title}
              required
            />
            <TextArea
              name="introduction"
              label="Introduction"
              rows={3}
              value={section.intro ?? ""}
              required={false}
            />
            <ConditionFields
              condition={section.condition}
              before={questionsBefore(draft.content, section.id)}
              known={known}
              errors={errors}
              what="cette partie"
            />
            <div class="buttons">
              <Submit label="Enregistrer" />
              <a href={`${at.home}#${section.id}`}>Renoncer</a>
            </div>
          </Form>
        </div>
        <section class="editor-preview" aria-labelledby="titre-apercu">
          <h2 id="titre-apercu">Aperçu</h2>
          <turbo-frame id={previewFrame}>
            <PreviewSection section={section} known={known} />
          </turbo-frame>
        </section>
      </div>
    </>
  );
}
