import type { Known } from "#platform/questionnaire/sources.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { ButtonLink, Callout, PageHeader, Tag } from "#ui/page.tsx";
import { AnswerSheet } from "#ui/questionnaire/sheet.tsx";
import type { Opened } from "./open.tsx";
import { type PageLine, standingOf } from "./page.ts";
import { masked } from "./views.doors.tsx";

const states = {
  untouched: { label: "à remplir", tone: "plain" },
  wrong: { label: "à compléter", tone: "warning" },
  done: { label: "remplie", tone: "good" },
} as const;

/** The pages, each with where it stands. */
export function PageList({ pages, href }: { pages: readonly PageLine[]; href: (id: string) => string }) {
  return (
    <ol class="answer-pages">
      {pages.map(({ section, state, savedBy, savedAt }) => (
        <li>
          <a href={href(section.id)}>{section.title}</a> <Tag {...states[state]} />
          {savedAt ? (
            <span class="help">
              {savedBy ? `${savedBy}, ` : ""}
              {formatInstant(savedAt)}
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** The first page of an answer that is open: what it is, where it stands, who writes it. */
export function HomePage({
  opened,
  typed = {},
  errors = {},
}: {
  opened: Opened;
  typed?: Typed;
  errors?: Errors;
}) {
  const { answer, frame, at, holder, changed } = opened;
  const { pages, wrong } = standingOf(answer);
  const begun = answer.parts.size > 0;
  const next = pages.find(({ state }) => state !== "done")?.section ?? pages[0]?.section;
  const ready = Object.keys(wrong).length === 0;
  return (
    <>
      <PageHeader title={frame.title} lead={frame.lead} />
      {changed ? (
        <Callout>
          Le questionnaire a changé depuis votre dernière visite. Vos réponses aux questions gardées sont là ;
          les pages à compléter sont marquées.
        </Callout>
      ) : null}
      {answer.submittedAt ? (
        <Callout>
          Cette réponse a été rouverte : corrigez ce qui doit l’être, puis envoyez-la de nouveau.
        </Callout>
      ) : null}
      {answer.content.intro ? <p class="answer-intro">{answer.content.intro}</p> : null}
      <p>
        {answer.label ? (
          <>
            Vous répondez pour <strong>{answer.label}</strong>.{" "}
          </>
        ) : null}
        Chaque page est enregistrée quand vous la quittez : vous pouvez vous arrêter et revenir par le même
        lien, depuis n’importe quel appareil.
      </p>
      <p class="buttons">
        {next ? (
          <ButtonLink
            href={at.page(next.id)}
            label={begun ? "Reprendre" : "Commencer"}
            kind={ready && begun ? "quiet" : "primary"}
          />
        ) : null}
        {ready ? (
          <ButtonLink href={at.review} label="Relire et envoyer" kind={begun ? "primary" : "quiet"} />
        ) : null}
      </p>
      <h2>Les pages</h2>
      <PageList pages={pages} href={at.page} />
      <h2>Répondre à plusieurs</h2>
      <p>
        {answer.participants.length > 1 ? (
          <>Cette réponse est écrite par {names(opened)}. </>
        ) : (
          <>Une collègue sait mieux répondre à certaines questions ? </>
        )}
        Chaque personne a son propre lien.
      </p>
      <details open={Object.keys(errors).length > 0}>
        <summary>Inviter quelqu’un</summary>
        <Form action={at.people} once errors={errors}>
          <div class="field-row">
            <TextField name="nom" label="Son nom" errors={errors} typed={typed} required />
            <TextField
              name="courriel"
              label="Son courriel"
              type="email"
              errors={errors}
              typed={typed}
              required
            />
          </div>
          <p class="buttons">
            <Submit label="Envoyer l’invitation" kind="quiet" />
          </p>
        </Form>
      </details>
      <h2>Plus tard, ou autrement</h2>
      <ul>
        <li>
          <a href={at.print}>Imprimer le questionnaire et ce qui est déjà rempli</a>
        </li>
        {(frame.links ?? []).map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
      {holder.email ? (
        <>
          <p class="help">
            Vous pouvez recevoir un nouveau lien à {masked(holder.email)} : celui-ci n’ouvrira alors plus
            rien.
          </p>
          <ActionForm action={at.link} label="Recevoir un nouveau lien" />
        </>
      ) : null}
    </>
  );
}

const names = ({ answer, holder }: Opened) =>
  answer.participants
    .map(({ id, name, email }) => (id === holder.id ? "vous" : name || masked(email)))
    .join(", ");

/** An answer that was sent, as it was received. */
export function ReceiptPage({ opened, known }: { opened: Opened; known: Known }) {
  const { answer, frame, at } = opened;
  return (
    <>
      <PageHeader title={frame.title} lead={answer.label || undefined}>
        <ButtonLink href={at.print} label="Imprimer" kind="quiet" />
      </PageHeader>
      <Callout tone="good">
        <p>
          Votre réponse est bien reçue
          {answer.submittedAt ? `, le ${formatInstant(answer.submittedAt)}` : ""}
          {answer.submittedBy ? `, envoyée par ${answer.submittedBy}` : ""}. Pour la corriger,{" "}
          {frame.reopening ? (
            <a href={frame.reopening}>revenez à la fiche</a>
          ) : (
            "demandez à l’équipe de la rouvrir"
          )}
          .
        </p>
        {answer.content.thanks ? <p>{answer.content.thanks}</p> : null}
      </Callout>
      <AnswerSheet content={answer.content} values={answer.given} known={known} fileHref={at.file} />
    </>
  );
}
