import { type Question, type Section, withInner } from "#platform/questionnaire/content.ts";
import type { Draft } from "#platform/questionnaire/parts.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import { sameAnswer } from "#platform/questionnaire/values.ts";
import { formatInstant } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { Callout } from "#ui/page.tsx";
import { Said } from "#ui/questionnaire/sheet.tsx";
import type { Opened } from "./open.tsx";
import type { Part } from "./queries.ts";

/** Says to who saves second what another person saved first, question by question where they differ. */
export function OtherWrote({
  opened: { at },
  section,
  other,
  draft,
  known,
}: {
  opened: Opened;
  section: Section;
  other: Part;
  draft: Draft;
  known: Known;
}) {
  const differs = (question: Question) => !sameAnswer(other.values[question.id], draft.values[question.id]);
  const said = (question: Question, from: Draft) => (
    <Said question={question} value={from.values[question.id]} answers={from.values} known={known} />
  );
  const unread = withInner(section.questions).length > 0 && Object.keys(draft.typed).length > 0;
  return (
    <div role="alert" tabindex={-1} data-controller="focus">
      <Callout tone="warning">
        <p>
          {other.savedBy?.name || "Une autre personne"} a enregistré cette page pendant que vous écriviez, le{" "}
          {formatInstant(other.savedAt)}. Rien de ce que vous avez tapé n’est perdu : c’est dans le
          formulaire. Enregistrez-le pour remplacer ce qui suit, ou{" "}
          <a href={at.page(section.id)}>repartez de ce qui est enregistré</a>.
        </p>
        <ListTable
          caption="Ce qui diffère"
          path={at.home}
          query={{}}
          rows={section.questions.filter(differs)}
          columns={[
            { label: "Question", cell: ({ label }) => label },
            { label: "Enregistré", cell: (question) => said(question, other) },
            { label: "Tapé par vous", cell: (question) => said(question, draft) },
          ]}
        />
        {unread ? <p>Ce que vous avez tapé et qui reste à corriger est dans le formulaire.</p> : null}
      </Callout>
    </div>
  );
}
