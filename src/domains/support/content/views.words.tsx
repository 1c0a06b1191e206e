import { support } from "#paths/support.ts";
import { TextArea } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { formatDay, formatInstant } from "#ui/format.ts";
import { Facts, Tag } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import type { CoursePageProps } from "../courses/views.record.tsx";

/** What was asked, and what was said since with who asked. */
export function Words({ course, mayWrite, wrong }: CoursePageProps) {
  const { request } = course;
  if (!request) return null;
  const mine = wrong && "mot" in wrong.typed ? wrong : undefined;
  return (
    <section id="demande">
      <h2>La demande</h2>
      {request.withdrawn_at ? (
        <p>
          <Tag label="Retirée" tone="warning" /> par l’organisation, le{" "}
          {formatInstant(new Date(request.withdrawn_at))}.
        </p>
      ) : null}
      <Facts
        facts={[
          ["De", `${request.name}${request.title ? `, ${request.title}` : ""}, ${request.organisation}`],
          ["Courriel", <a href={`mailto:${request.email}`}>{request.email}</a>],
          ["Téléphone", request.phone],
          ["Réponse promise pour le", formatDay(request.answer_by)],
          [
            "Questions du réseau",
            request.answer_id ? (
              <a href={`${support.results()}/${request.answer_id}`}>Lire les réponses</a>
            ) : null,
          ],
        ]}
      />
      <Paragraphs text={request.message} />
      {course.words.map((word) => (
        <article class="news">
          <p class="soft small">
            {word.from_requester ? request.name : (word.by ?? "L’équipe")} ·{" "}
            {formatInstant(new Date(word.created_at))}
          </p>
          <Paragraphs text={word.body} />
        </article>
      ))}
      {mayWrite && !request.withdrawn_at ? (
        <details open={mine !== undefined}>
          <summary>Répondre par courriel</summary>
          <Form action={support.words(course.id)} errors={mine?.errors} label="Répondre" once>
            <TextArea
              name="mot"
              label="Votre message"
              required
              rows={5}
              help={`Il part à ${request.email}, et reste sur la page de suivi de la demande.`}
              typed={mine?.typed}
              errors={mine?.errors}
            />
            <div class="buttons">
              <Submit label="Envoyer" />
            </div>
          </Form>
        </details>
      ) : null}
    </section>
  );
}
