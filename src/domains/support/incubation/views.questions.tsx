import type { CohortStay } from "./queries.ts";
import { type AxisProgress, grades } from "./rules.progress.ts";
import { pointLabel } from "./texts.ts";

/** What was answered each time, question by question. */
export function Questions({ axes, points }: { axes: readonly AxisProgress[]; points: CohortStay["points"] }) {
  const caption = "Réponses, question par question";
  return (
    <details class="cohort-questions">
      <summary>Question par question</summary>
      <section class="table-frame" tabindex={0} aria-label={caption}>
        <table class="table">
          <caption class="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Question</th>
              {points.map(({ number }) => (
                <th scope="col">{pointLabel(number)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {axes.flatMap((axis) => [
              ...axis.questions.map(({ question, grades: given }) => (
                <AnswerLine
                  axis={axis.axis.title}
                  label={question.label}
                  cells={given.map((grade) => (grade === undefined ? "–" : grades[grade]))}
                />
              )),
              axis.notes.some(Boolean) ? (
                <AnswerLine axis={axis.axis.title} label="Notes" cells={axis.notes} />
              ) : null,
            ])}
          </tbody>
        </table>
      </section>
    </details>
  );
}

const AnswerLine = ({
  axis,
  label,
  cells,
}: {
  axis: string;
  label: string;
  cells: readonly (string | undefined)[];
}) => (
  <tr>
    <th scope="row">
      <span class="help">{axis}</span>
      {label}
    </th>
    {cells.map((cell) => (
      <td>{cell}</td>
    ))}
  </tr>
);
