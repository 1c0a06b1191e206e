import { support } from "#paths/support.ts";
import { FileField, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatBytes, formatInstant } from "#ui/format.ts";
import type { CoursePageProps } from "../courses/views.record.tsx";
import { documentKinds } from "../texts.ts";

/** The documents of a course, taken away and never opened in the page. */
export function Documents({ course, mayWrite, wrong }: CoursePageProps) {
  const mine = wrong && "titre" in wrong.typed ? wrong : undefined;
  return (
    <section id="documents">
      <h2>Documents</h2>
      {course.documents.length === 0 ? <p class="soft">Aucun document.</p> : null}
      <ul class="lines">
        {course.documents.map((document) => (
          <li class="line-with-tool">
            <div>
              <a href={support.document(course.id, document.id)} data-turbo="false">
                {document.title}
              </a>
              <p class="soft small">
                {formatBytes(document.size_bytes)} ·{" "}
                {document.from_requester ? "envoyé par l’organisation" : (document.by ?? "")} ·{" "}
                {formatInstant(new Date(document.created_at))}
              </p>
            </div>
            {mayWrite ? (
              <ActionForm
                action={support.documentRemoval(course.id, document.id)}
                label="Retirer"
                of={document.title}
                confirm="Retirer ce document ? Il ne pourra pas être repris."
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <details open={mine !== undefined}>
          <summary>Ajouter un document</summary>
          <Form
            action={support.documents(course.id)}
            errors={mine?.errors}
            label="Ajouter un document"
            multipart
            once
          >
            <FileField
              name="document"
              label="Document"
              accept={documentKinds}
              help="15 Mo au plus."
              errors={mine?.errors}
            />
            <TextField
              name="titre"
              label="Titre"
              required={false}
              help="Vide : le nom du fichier."
              typed={mine?.typed}
              errors={mine?.errors}
              autocomplete="off"
            />
            <div class="buttons">
              <Submit label="Ajouter ce document" />
            </div>
          </Form>
        </details>
      ) : null}
    </section>
  );
}
