import type { Errors } from "#platform/web/form.ts";
import { RadioField, TextArea } from "#ui/fields.tsx";
import { type Answers, noteOf, scaleOf, type ToolCode, type ToolContent } from "./rules.ts";

/** The questions of a tool, to answer on screen. */
export function ToolFields({
  tool,
  content,
  answers,
  errors,
}: {
  tool: ToolCode;
  content: ToolContent;
  answers: Answers;
  errors?: Errors | undefined;
}) {
  const scale = scaleOf(tool);
  const wrong = errors ?? {};
  return (
    <>
      {content.sections.map((section) => (
        <section class="tool-section">
          <h2>{section.title}</h2>
          {section.help ? <p class="soft">{section.help}</p> : null}
          {section.questions.map(({ id, label, help }) =>
            scale ? (
              <div class="tool-choice">
                <RadioField
                  name={id}
                  legend={label}
                  help={help || null}
                  chosen={answers[id] ?? ""}
                  errors={wrong}
                  options={scale.map((word, index) => ({ value: String(index), label: word }))}
                />
              </div>
            ) : (
              <TextArea
                name={id}
                label={label}
                help={help || null}
                rows={3}
                value={answers[id] ?? ""}
                required={false}
                errors={wrong}
              />
            ),
          )}
          {scale && tool !== "goals" ? (
            <TextArea
              name={noteOf(section.id)}
              label={`Notes : ${section.title}`}
              rows={2}
              required={false}
              value={answers[noteOf(section.id)] ?? ""}
              errors={wrong}
            />
          ) : null}
        </section>
      ))}
    </>
  );
}
