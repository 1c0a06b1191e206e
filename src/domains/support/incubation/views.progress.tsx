import { tools } from "#paths/tools.ts";
import { formatDay } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
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
import { Questions } from "./views.questions.tsx";

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
  const whole = {
    title: "Ensemble",
    levels: points.map(wholeLevel),
    difference: wholeDifference(points),
    whole: true,
  };
  return (
    <>
      {compared ? <Summary axes={axes} /> : null}
      <ListTable<Row>
        caption={`Progression de ${name}, par axe`}
        path=""
        query={{}}
        rows={[...axes.map(({ axis, ...rest }) => ({ title: axis.title, ...rest })), whole]}
        columns={[
          { label: "Axe", cell: ({ title }) => <strong>{title}</strong> },
          ...points.map(({ number }, index) => ({
            label: pointLabel(number),
            numeric: true,
            cell: ({ levels, whole }: Row) => inWeight(levelText(levels[index]), whole),
          })),
          { label: "Sur l’échelle", cell: ({ levels }) => <Drawing levels={levels} /> },
          ...(compared
            ? [
                {
                  label: "Depuis l’entrée",
                  cell: ({ difference, whole }: Row) => inWeight(differenceText(difference), whole),
                },
              ]
            : []),
        ]}
      />
      <p>
        {points.map(({ number, held_on, sheet_id }, index) => (
          <>
            {index > 0 ? " · " : "Les réponses : "}
            <a href={tools.sheet(sheet_id)}>{pointLabel(number).toLowerCase()}</a>, {formatDay(held_on)}
          </>
        ))}
      </p>
      <p class="help">
        100&nbsp;% : « {grades.at(-1)} » à toutes les questions de l’axe.
        {compared ? " Sur l’échelle, le trait fin est l’entrée, le trait épais le dernier point." : null}
      </p>
      <Questions axes={axes} points={points} />
    </>
  );
}

interface Row {
  title: string;
  levels: readonly (number | undefined)[];
  difference: number | undefined;
  /** The last line: all axes together. */
  whole?: boolean;
}

const inWeight = (text: string, strong = false) => (strong ? <strong>{text}</strong> : text);

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
