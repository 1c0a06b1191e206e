import { formatNumber, plural } from "#ui/format.ts";
import type { Figures } from "./queries.figures.ts";

const width = 460;
const line = 50;
const bar = 9;

/**
 * How the goals are covered, honest about multiple coding: for each, the projects of which it is the main goal, and those
 * that name it at all.
 */
export function GoalsChart({ figures, href }: { figures: Figures; href: (goal: string) => string }) {
  const { goals, total, withoutGoal, withoutMainGoal, mentions } = figures;
  const greatest = Math.max(1, ...goals.map(({ all }) => all));
  const long = (count: number) => Math.round(((width - 60) * count) / greatest);
  const covered = goals.filter(({ all }) => all > 0).length;
  const coded = total - withoutGoal;
  if (coded === 0)
    return (
      <section>
        <h2>Par objectif de développement durable</h2>
        <p class="soft">
          {total < 2
            ? "Ce projet ne dit pas encore"
            : `Aucun de ces ${formatNumber(total)} projets ne dit encore`}{" "}
          quels ODD il sert.
        </p>
      </section>
    );
  return (
    <figure class="chart">
      <figcaption>Par objectif de développement durable</figcaption>
      <p class="goal-key">
        <span class="goal-key-main">Objectif principal</span>{" "}
        <span class="goal-key-all">Tous les projets qui le citent</span>
      </p>
      <svg
        viewBox={`0 0 ${width} ${goals.length * line}`}
        class="drawing"
        role="img"
        aria-labelledby="graphique-odd-titre graphique-odd-texte"
      >
        <title id="graphique-odd-titre">Par objectif de développement durable</title>
        <desc id="graphique-odd-texte">
          {covered} objectifs sur {goals.length} sont cités. Le tableau qui suit donne chaque nombre.
        </desc>
        {goals.map(({ label, colour, main, all }, index) => (
          <g transform={`translate(0 ${index * line})`}>
            <text class="chart-text" x="0" y="15" font-size="14">
              {label.length > 58 ? `${label.slice(0, 57)}…` : label}
            </text>
            <rect x="0" y="22" height={bar} width={long(main)} fill={colour ?? "#19486a"} />
            <rect
              x="0"
              y={23 + bar}
              height={bar - 2}
              width={long(all)}
              fill={colour ?? "#19486a"}
              fill-opacity="0.35"
            />
            <text class="chart-text" x={long(all) + 8} y={30 + bar / 2} font-size="14" font-weight="bold">
              {all === 0 ? "0" : `${formatNumber(main)} / ${formatNumber(all)}`}
            </text>
          </g>
        ))}
      </svg>
      <p class="soft">
        Un projet compte dans chacun de ses ODD : la somme dépasse le nombre de projets (
        {plural(mentions, "mention")} pour {plural(coded, "projet")}). Par objectif principal, il ne compte
        qu’une fois.{" "}
        {withoutGoal === 0
          ? "Tous les projets disent au moins un ODD."
          : `${plural(withoutGoal, "projet")} sur ${formatNumber(total)} ${withoutGoal < 2 ? "n’en dit" : "n’en disent"} aucun.`}{" "}
        {withoutMainGoal > withoutGoal
          ? `${plural(withoutMainGoal - withoutGoal, "autre", "autres")} ${withoutMainGoal - withoutGoal < 2 ? "cite" : "citent"} des ODD sans dire lequel est le principal.`
          : ""}
      </p>
      <details class="chart-table">
        <summary>
          Voir le tableau<span class="sr-only"> : par objectif de développement durable</span>
        </summary>
        <table class="table lines-table">
          <caption class="sr-only">Projets par objectif de développement durable</caption>
          <thead>
            <tr>
              <th scope="col">Objectif</th>
              <th scope="col" class="numeric">
                Principal
              </th>
              <th scope="col" class="numeric">
                Cité
              </th>
            </tr>
          </thead>
          <tbody>
            {goals.map(({ value, label, main, all }) => (
              <tr>
                <th scope="row">{label}</th>
                <td class="numeric">{formatNumber(main)}</td>
                <td class="numeric">{all > 0 ? <a href={href(value)}>{formatNumber(all)}</a> : "0"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
