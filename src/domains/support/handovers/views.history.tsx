import { formatInstant } from "#ui/format.ts";
import type { Course } from "../courses/course.ts";
import { stageLabels } from "../texts.ts";

/** The stages through which a course went and the hands in which it was, the latest first. */
export function History({ course, names }: { course: Course; names: ReadonlyMap<string, string> }) {
  const name = (id: string | null, none: string) => names.get(id ?? "") ?? none;
  const lines = [
    ...course.stages.map(({ stage, at, moved_by }) => ({
      at,
      text: stageLabels[stage],
      by: name(moved_by, ""),
    })),
    ...course.handovers.map(({ from_id, to_id, word, at, passed_by }) => ({
      at,
      text: `Relais de ${name(from_id, "personne")} à ${name(to_id, "personne")}${word ? ` : « ${word} »` : ""}`,
      by: name(passed_by, ""),
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
