import type { Problem } from "#platform/questionnaire/check.ts";
import type { Content } from "#platform/questionnaire/content.ts";
import { plural } from "#ui/format.ts";
import { Callout } from "#ui/page.tsx";
import type { EditorAddresses } from "./addresses.ts";

/** What stops the questionnaire from being published, each a link to what must be mended. */
export function ProblemList({
  problems,
  content,
  at,
}: {
  problems: readonly Problem[];
  content: Content;
  at: EditorAddresses;
}) {
  if (problems.length === 0) return null;
  const isSection = (id: string) => content.sections.some((section) => section.id === id);
  const href = (id: string) => (id === "" ? at.home : isSection(id) ? at.section(id) : at.question(id));
  return (
    <Callout tone="warning">
      <p>
        <strong>{plural(problems.length, "chose")} à corriger avant de publier</strong>
      </p>
      <ul>
        {problems.map(({ target, text }) => (
          <li>{target ? <a href={href(target)}>{text}</a> : text}</li>
        ))}
      </ul>
    </Callout>
  );
}
