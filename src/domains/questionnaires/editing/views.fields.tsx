import { questionsOf } from "#platform/questionnaire/content.ts";
import { SelectField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import type { MappedField } from "../contract.ts";
import type { Editor } from "./open.ts";
import type { Revision } from "./queries.ts";

/** A field of the record that is not asked yet, added ready made at the end of the last page. */
export function FieldPicker({
  editor: { at },
  draft,
  fields,
}: {
  editor: Editor;
  draft: Revision;
  fields: readonly MappedField[];
}) {
  const asked = new Set(questionsOf(draft.content).map(({ maps }) => maps));
  const left = fields.filter(({ key }) => !asked.has(key));
  if (left.length === 0) return null;
  return (
    <Form action={at.gestures} class="form editor-field" label="Demander un champ de la fiche">
      <Hidden name="version" value={String(draft.version)} />
      <SelectField
        name="geste"
        label="Demander un champ de la fiche"
        help="La question arrive prête, et déjà remplie pour chacun."
        options={left.map(({ key, label }) => ({ value: `champ:${key}`, label }))}
      />
      <p class="buttons">
        <Submit label="Ajouter ce champ" kind="quiet" />
      </p>
    </Form>
  );
}
