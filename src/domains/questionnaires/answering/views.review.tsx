import { answeredInVain } from "#platform/questionnaire/conditions.ts";
import type { Content } from "#platform/questionnaire/content.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import { ActionForm } from "#ui/form.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import { PaperForm } from "#ui/questionnaire/paper.tsx";
import { AnswerSheet } from "#ui/questionnaire/sheet.tsx";
import type { Opened } from "./open.tsx";
import { standingOf } from "./page.ts";

export const reviewTitle = "Relire et envoyer";

/** Everything that was answered, before it is sent; what is missing first, each a link to its field. */
export function ReviewPage({ opened, known }: { opened: Opened; known: Known }) {
  const { answer, frame, at } = opened;
  const { draft, wrong } = standingOf(answer);
  const vain = answeredInVain(answer.content, draft.values);
  const lines = Object.entries(wrong);
  return (
    <>
      <PageHeader
        title={reviewTitle}
        trail={[{ label: frame.title, href: at.home }]}
        lead={answer.label || undefined}
      />
      {lines.length > 0 ? (
        <div class="error-summary" role="alert">
          <p class="error-summary-title">
            {lines.length === 1
              ? "Une réponse manque ou est à corriger"
              : `${lines.length} réponses manquent ou sont à corriger`}
          </p>
          <ul>
            {lines.map(([field, message]) => (
              <li>
                <a href={`${at.page(sectionOf(answer.content, field))}#champ-${field}`}>{message}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {vain.length > 0 ? (
        <Callout tone="warning">
          <p>
            Ces réponses ne seront pas envoyées, parce que vos autres réponses font que la question n’est plus
            posée : {vain.map(({ label }) => `« ${label} »`).join(", ")}. Elles restent dans votre brouillon.
          </p>
        </Callout>
      ) : null}
      <AnswerSheet
        content={answer.content}
        values={draft.values}
        known={known}
        fileHref={at.file}
        beside={(id) => <a href={at.page(id)}>Modifier</a>}
      />
      {lines.length === 0 ? (
        <div class="answer-send">
          <p>Une fois envoyée, la réponse ne se modifie plus ; l’équipe du réseau peut la rouvrir.</p>
          <ActionForm action={at.sending} label="Envoyer ma réponse" kind="primary" />
        </div>
      ) : null}
    </>
  );
}

const sectionOf = (content: Content, field: string) =>
  content.sections.find(({ questions }) => questions.some(({ id }) => id === field.split("-")[0]))?.id ?? "";

/** On paper: what was answered, then the whole questionnaire to fill in by hand when it is not sent yet. */
export function PrintPage({ opened, known }: { opened: Opened; known: Known }) {
  const { answer, frame, at } = opened;
  const { draft } = standingOf(answer);
  const open = answer.state === "open";
  return (
    <div class="paper">
      <PageHeader
        title={answer.content.title || frame.title}
        trail={[{ label: frame.title, href: at.home }]}
        lead={answer.label || undefined}
      />
      <p class="screen-only">
        Imprimez cette page, ou enregistrez-la en PDF, depuis le menu de votre navigateur.
      </p>
      {!open || answer.parts.size > 0 || Object.keys(answer.prefilled).length > 0 ? (
        <AnswerSheet content={answer.content} values={open ? draft.values : answer.given} known={known} />
      ) : null}
      {open ? (
        <>
          <h2 class="paper-start">Le questionnaire à remplir</h2>
          {answer.content.intro ? <p>{answer.content.intro}</p> : null}
          <PaperForm content={answer.content} known={known} />
        </>
      ) : null}
    </div>
  );
}
