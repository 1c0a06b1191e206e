import { tools } from "#paths/tools.ts";
import { formatShortDay } from "#ui/format.ts";
import type { CohortStay } from "./queries.ts";
import {
  type AxisProgress,
  compareAxes,
  grades,
  trendOf,
  wholeDifference,
  wholeLevel,
} from "./rules.progress.ts";
import { differenceText, levelText, pointLabel } from "./texts.ts";

/** What an organisation was at its entry and what it became: axis by axis, drawn, in figures and in words. */
export function Progress({ points, name }: Pick<CohortStay, "points" | "name">) {
  const axes = compareAxes(points);
  if (axes.length === 0)
    return (
      <p class="soft">
        Le diagnostic d’entrée pose huit axes, ensemble ; les mêmes questions reviennent chaque année.
      </p>
    );
  const compared = points.length > 1;
  const caption = `Progression de ${name}, par axe`;
  return (
    <>
      {compared ? <Summary axes={axes} /> : null}
      <section class="table-frame" tabindex={0} aria-label={caption}>
        <table class="table cohort-progress">
          <caption class="sr-only">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Axe</th>
              {points.map(({ number, held_on, sheet_id }) => (
                <th scope="col" class="numeric">
                  <a href={tools.sheet(sheet_id)}>{pointLabel(number)}</a>
                  <span class="help">{formatShortDay(held_on)}</span>
                </th>
              ))}
              <th scope="col">
                <span class="sr-only">Dessin</span>
              </th>
              {compared ? <th scope="col">Depuis l’entrée</th> : null}
            </tr>
          </thead>
          <tbody>
            {axes.map(({ axis, levels, difference }) => (
              <tr>
                <th scope="row">{axis.title}</th>
                {levels.map((level) => (
                  <td class="numeric">{levelText(level)}</td>
                ))}
                <td>
                  <Drawing levels={levels} />
                </td>
                {compared ? <td>{differenceText(difference)}</td> : null}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Ensemble</th>
              {points.map((point) => (
                <td class="numeric">{levelText(wholeLevel(point))}</td>
              ))}
              <td>
                <Drawing levels={points.map(wholeLevel)} />
              </td>
              {compared ? <td>{differenceText(wholeDifference(points))}</td> : null}
            </tr>
          </tfoot>
        </table>
      </section>
      <p class="help">
        100 % : « {grades.at(-1)} » à toutes les questions de l’axe.
        {compared ? " Sur le dessin, le trait fin est l’entrée, le trait épais le dernier point." : null}
      </p>
      <Questions axes={axes} points={points} />
    </>
  );
}

function Summary({ axes }: { axes: readonly AxisProgress[] }) {
  const named = (wanted: (difference: number) => boolean) =>
    axes
      .filter(({ difference }) => difference !== undefined && wanted(difference))
      .map(({ axis }) => axis.title.toLowerCase());
  const up = named((difference) => trendOf(difference).startsWith("up"));
  const down = named((difference) => trendOf(difference).startsWith("down"));
  return (
    <p>
      {up.length > 0
        ? `Depuis l’entrée, elle progresse sur : ${up.join(", ")}. `
        : "Aucun axe ne progresse encore. "}
      {down.length > 0 ? `Elle recule sur : ${down.join(", ")}.` : null}
    </p>
  );
}

/** Where the first point and the last stand on the scale, and what is between. */
function Drawing({ levels }: { levels: readonly (number | undefined)[] }) {
  const [first, last] = [levels[0], levels.at(-1)];
  const at = (level: number) => Math.round(level * 96);
  const part = (level: number | undefined) => (level === undefined ? 0 : at(level) + 4);
  return (
    <svg class="tool-bar cohort-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <rect class="tool-bar-whole" y="3" width="100" height="6" />
      <rect class="cohort-bar-part" y="3" width={part(last ?? first)} height="6" />
      {first === undefined || levels.length < 2 ? null : (
        <rect class="cohort-bar-first" x={at(first) + 1.5} width="1" height="12" />
      )}
      {last === undefined ? null : <rect class="cohort-bar-last" x={at(last)} width="4" height="12" />}
    </svg>
  );
}

function Questions({ axes, points }: { axes: readonly AxisProgress[]; points: CohortStay["points"] }) {
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
            {axes.flatMap(({ axis, questions }) =>
              questions.map(({ question, grades: given }) => (
                <tr>
                  <th scope="row">
                    <span class="help">{axis.title}</span>
                    {question.label}
                  </th>
                  {given.map((grade) => (
                    <td>{grade === undefined ? "–" : grades[grade]}</td>
                  ))}
                </tr>
              )),
            )}
          </tbody>
        </table>
      </section>
    </details>
  );
}
