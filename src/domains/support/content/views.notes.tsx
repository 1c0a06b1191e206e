import { support } from "#paths/support.ts";
import { TextArea } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { Callout, PageHeader } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import type { Course } from "../courses/course.ts";
import type { Wrong } from "../courses/page.tsx";
import { upToBoard } from "../courses/views.form.tsx";
import type { CoursePageProps } from "../courses/views.record.tsx";
import type { Note } from "./queries.ts";

/** What only the team must know, and until when it is kept. */
export function Notes({ course, notes, mayWrite, wrong }: CoursePageProps) {
  const mine = wrong && "note" in wrong.typed ? wrong : undefined;
  return (
    <section id="notes">
      <h2>Notes confidentielles</h2>
      <p class="soft small">
        Lues par l’équipe seule. Elles s’effacent d’elles-mêmes {course.notes_months} mois après la fin de
        l’accompagnement.
        {course.notes_erased_at
          ? ` Celles d’avant l’ont été le ${formatInstant(course.notes_erased_at)}.`
          : ""}
      </p>
      {notes.map((note) => (
        <article class="news">
          <Paragraphs text={note.body} />
          <p class="soft small">
            {note.by ?? "Un compte fermé"} · {formatInstant(note.created_at)}
          </p>
          {mayWrite ? (
            <div class="buttons">
              <a class="small" href={support.note(course.id, note.id)}>
                Corriger<span class="sr-only"> la note du {formatInstant(note.created_at)}</span>
              </a>
              <ActionForm
                action={support.noteRemoval(course.id, note.id)}
                label="Effacer"
                of={`la note du ${formatInstant(note.created_at)}`}
                confirm="Effacer cette note ? Elle ne pourra pas être reprise."
              />
            </div>
          ) : null}
        </article>
      ))}
      {mayWrite ? (
        <details open={mine !== undefined}>
          <summary>Écrire une note</summary>
          <Form action={support.notes(course.id)} errors={mine?.errors} label="Écrire une note" once>
            <TextArea name="note" label="Note" required rows={4} typed={mine?.typed} errors={mine?.errors} />
            <div class="buttons">
              <Submit label="Enregistrer la note" />
            </div>
          </Form>
        </details>
      ) : null}
    </section>
  );
}

export const noteTitle = "Corriger une note";

/** A note being corrected. `overtaken`: a colleague corrected it first, and what was typed is kept in the form. */
export function NotePage({
  course,
  note,
  wrong,
  overtaken = false,
}: {
  course: Course;
  note: Note;
  wrong?: Wrong;
  overtaken?: boolean;
}) {
  return (
    <>
      <PageHeader
        title={noteTitle}
        trail={[...upToBoard, { label: course.subject, href: support.one(course.id) }]}
      />
      {overtaken ? (
        <Callout tone="warning">
          <p>
            Un collègue vient de corriger cette note. Voici la sienne ; la vôtre est dans le formulaire :
            enregistrez pour la remplacer.
          </p>
          <Paragraphs text={note.body} />
        </Callout>
      ) : null}
      <Form action={support.note(course.id, note.id)} errors={wrong?.errors}>
        <Hidden
          name="version"
          value={String(overtaken ? note.version : (wrong?.typed["version"] ?? note.version))}
        />
        <TextArea
          name="note"
          label="Note"
          required
          rows={8}
          value={note.body}
          typed={wrong?.typed}
          errors={wrong?.errors}
        />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={support.one(course.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
