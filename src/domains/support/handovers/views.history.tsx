import { formatInstant } from "#ui/format.ts";
import type { Course } from "../courses/course.ts";
import { stageLabels } from "../texts.ts";

/** The stages through which a course went and the hands in which it was, the latest first. */
export function History({ course }: { course: Course }) {
  const lines = [
    ...course.stages.map(({ stage, at, by }) => ({ at, text: stageLabels[stage], by })),
    ...course.handovers.map(({ from, to, word, at, by }) => ({
      at,
      text: `Relais de ${from ?? "personne"} à ${to ?? "personne"}${word ? ` : « ${word} »` : ""}`,
      by,
    })),
  ].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <section>
      <h2>Historique</h2>
      <ul class="lines">
        {lines.map(({ at, text, by }) => (
          <li>
            {text}
            <p class="soft small">
              {formatInstant(new Date(at))}
              {by ? `, par ${by}` : ""}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
