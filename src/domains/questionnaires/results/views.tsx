import { type Content, questionsOf } from "#platform/questionnaire/content.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import type { FileValue } from "#platform/questionnaire/values.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatAmount, formatInstant, formatNumber, formatShare, plural } from "#ui/format.ts";
import { ExportLinks, ListTable, Pagination, Total } from "#ui/list.tsx";
import { EmptyState, Facts, Figure, Figures, PageHeader } from "#ui/page.tsx";
import { AnswerSheet } from "#ui/questionnaire/sheet.tsx";
import { wordValue } from "#ui/questionnaire/words.ts";
import type { Answer } from "../answering/queries.ts";
import type { EditorFrame } from "../contract.ts";
import type { Count, GivenAnswer, Results } from "./queries.ts";

export const resultsTitle = "Réponses";
export const pageSize = 50;

/** What was answered: how many, each question counted, the list, the files to take away. */
export function ResultsPage({
  frame,
  content,
  results,
  answers,
  known,
  page,
}: {
  frame: EditorFrame;
  content: Content;
  results: Results;
  answers: readonly GivenAnswer[];
  known: Known;
  page: number;
}) {
  const blocks = questionsOf(content).filter(({ kind }) => kind === "block");
  return (
    <>
      <PageHeader title={resultsTitle} trail={frame.trail} />
      <Figures>
        <Figure value={formatNumber(results.submitted)} label="réponses envoyées" />
        <Figure value={formatNumber(results.begun)} label="commencées" />
        <Figure value={formatNumber(results.open)} label="pas encore ouvertes" />
      </Figures>
      {results.submitted === 0 ? (
        <EmptyState title="Aucune réponse n’est encore envoyée">
          <p>Les réponses se liront ici une à une, et question par question.</p>
        </EmptyState>
      ) : (
        <>
          <h2>Question par question</h2>
          {results.counts.map((count) => (
            <QuestionCount count={count} of={results.submitted} known={known} />
          ))}
          <h2>Une à une</h2>
          <Total count={results.submitted} one="réponse envoyée" many="réponses envoyées" />
          <ListTable
            caption="Réponses envoyées"
            path={frame.href}
            query={{}}
            rows={answers}
            columns={[
              {
                label: "Réponse",
                cell: ({ id, label }) => <a href={`${frame.href}/${id}`}>{label || `Réponse ${id}`}</a>,
              },
              { label: "Envoyée le", cell: ({ submitted_at }) => formatInstant(submitted_at) },
              { label: "Par", cell: ({ by }) => by, wide: true },
              {
                label: "Révision",
                cell: ({ revision }) => formatNumber(revision),
                numeric: true,
                wide: true,
              },
            ]}
          />
          <Pagination page={page} size={pageSize} total={results.submitted} path={frame.href} query={{}} />
          <ExportLinks path={frame.href} query={{}} />
          {blocks.map(({ id, label }) => (
            <p class="exports">
              « {label} », une ligne par élément :{" "}
              {["csv", "xlsx", "json"].map((format, index) => (
                <>
                  {index > 0 ? " · " : ""}
                  <a href={`${frame.href}/blocs/${id}.${format}`} data-turbo="false" rel="nofollow">
                    {format.toUpperCase()}
                  </a>
                </>
              ))}
            </p>
          ))}
        </>
      )}
    </>
  );
}

function QuestionCount({ count, of, known }: { count: Count; of: number; known: Known }) {
  const { question, answered, options, numbers } = count;
  const write = question.kind === "money" ? formatAmount : formatNumber;
  return (
    <section class="question-count">
      <h3>{question.label}</h3>
      <p class="help">
        {plural(answered, "réponse")}, soit {formatShare(of === 0 ? 0 : answered / of)}
      </p>
      {numbers ? (
        <Facts
          facts={[
            ["Minimum", write(numbers.min)],
            ["Médiane", write(Math.round(numbers.median * 100) / 100)],
            ["Maximum", write(numbers.max)],
            ["Total", write(numbers.sum)],
          ]}
        />
      ) : null}
      {options.length > 0 ? (
        <ul class="counts">
          {options.map(({ value, count }) => (
            <li>
              <span>{wordOption(question, value, known)}</span>
              <meter min={0} max={Math.max(1, answered)} value={count} aria-hidden="true"></meter>
              <span class="counts-figure">
                {formatNumber(count)} ({formatShare(answered === 0 ? 0 : count / answered)})
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function wordOption(question: Count["question"], value: string, known: Known): string {
  if (question.kind === "yes_no" || question.kind === "consent") {
    const yes = value === "true";
    return question.kind === "consent" ? (yes ? "Accord donné" : "Accord non donné") : yes ? "Oui" : "Non";
  }
  return wordValue(
    question,
    question.kind === "term" || question.kind === "terms" ? [Number(value)] : [value],
    known,
  ).join("");
}

/** One answer, with the questions of the revision that it answered. */
export function GivenPage({ frame, answer, known }: { frame: EditorFrame; answer: Answer; known: Known }) {
  const files = (file: FileValue["id"]) => `${frame.href}/${answer.id}/fichiers/${file}`;
  return (
    <>
      <PageHeader
        title={givenTitle(answer)}
        trail={[...frame.trail, { label: resultsTitle, href: frame.href }]}
        lead={
          answer.state === "submitted" && answer.submittedAt
            ? `Envoyée le ${formatInstant(answer.submittedAt)}${answer.submittedBy ? ` par ${answer.submittedBy}` : ""}, à la révision ${formatNumber(answer.revisionNumber)}.`
            : "Rouverte : la réponse peut être corrigée, et envoyée de nouveau."
        }
      >
        {answer.state === "submitted" ? (
          <ActionForm action={`${frame.href}/${answer.id}/reouverture`} label="Rouvrir la réponse" />
        ) : null}
      </PageHeader>
      <AnswerSheet content={answer.content} values={answer.given} known={known} fileHref={files} />
      {answer.participants.length > 0 ? (
        <>
          <h2>Qui l’écrit</h2>
          <ListTable
            caption="Personnes qui écrivent cette réponse"
            path={frame.href}
            query={{}}
            rows={answer.participants}
            columns={[
              { label: "Nom", cell: ({ name }) => name || "Sans nom" },
              { label: "Courriel", cell: ({ email }) => email },
              { label: "Venue le", cell: ({ seenAt }) => (seenAt ? formatInstant(seenAt) : "pas encore") },
            ]}
          />
        </>
      ) : null}
    </>
  );
}

export const givenTitle = ({ label, id }: Answer) => label || `Réponse ${id}`;
