import { questionsBefore } from "#platform/questionnaire/check.ts";
import type { Section } from "#platform/questionnaire/content.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import type { Errors } from "#platform/web/form.ts";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { PageHeader } from "#ui/page.tsx";
import { ConditionFields } from "#ui/questionnaire/editor/condition.tsx";
import { PreviewSection, previewFrame } from "#ui/questionnaire/editor/preview.tsx";
import type { Editor } from "./open.ts";
import type { Revision } from "./queries.ts";
import { type Overtaken, OvertakenNote } from "./views.overtaken.tsx";

interface Props {
  editor: Editor;
  draft: Revision;
  known: Known;
  errors?: Errors;
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
