import { type Content, type Question, questionsOf, type Section } from "#platform/questionnaire/content.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import { operatorWords } from "../conditions.ts";
import { SectionFields } from "../section.tsx";

/** Where the preview stands in the pages of the editor; the script puts a fresh one in its place. */
export const previewFrame = "apercu-du-questionnaire";

/** A page as those who answer will see it, nothing filled in. */
export function PreviewSection({ section, known }: { section: Section; known: Known }) {
  return (
    <div class="preview-page form">
      <h3>{section.title}</h3>
      {section.intro ? <p>{section.intro}</p> : null}
      <SectionFields section={section} values={{}} typed={{}} errors={{}} known={known} answers={{}} />
    </div>
  );
}

/** One question alone, its condition aside. */
export function PreviewQuestion({ question, known }: { question: Question; known: Known }) {
  const { condition: _, ...shown } = question;
  return (
    <div class="preview-page form">
      <SectionFields
        section={{ id: "apercu", title: "", questions: [shown] }}
        values={{}}
        typed={{}}
        errors={{}}
        known={known}
        answers={{}}
      />
    </div>
  );
}

/** The whole questionnaire, page after page; what is asked only sometimes is there, with the words that say when. */
export function PreviewContent({ content, known }: { content: Content; known: Known }) {
  const byId = new Map(questionsOf(content).map((question) => [question.id, question]));
  const always = (question: Question): Question => {
    const { condition, ...shown } = question;
    const when = condition ? operatorWords(condition, byId, known) : "";
    const help = [when, question.help ?? ""].filter(Boolean).join(" ");
    return { ...shown, help, ...(shown.questions ? { questions: shown.questions.map(always) } : {}) };
  };
  return (
    <>
      <p class="preview-title">{content.title}</p>
      {content.intro ? <p>{content.intro}</p> : null}
      {content.sections.map((section) => (
        <PreviewSection section={{ ...section, questions: section.questions.map(always) }} known={known} />
      ))}
    </>
  );
}
