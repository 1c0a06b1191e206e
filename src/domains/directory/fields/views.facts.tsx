import type { Child } from "hono/jsx";
import { directory } from "#paths/directory.ts";
import { imports } from "#paths/imports.ts";
import { SelectField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import type { Fact } from "./queries.ts";
import type { Field } from "./registry.ts";
import { fieldVisibilities } from "./registry.ts";
import { visibilityOf } from "./rules.ts";
import { factSentence, formName, visibilityWords } from "./texts.ts";

interface Props {
  organisationId: number;
  field: Field;
  value: Child;
  facts: Readonly<Record<string, Fact>>;
  /** Where the whole record comes from: said of a field that has no fact of its own. */
  origin: Fact;
  mayWrite: boolean;
}

/**
 * A field and its value; beside it, in a word, who sees it, and behind that word where it comes from, since when, and the
 * means to show it to others.
 */
export function FieldLine({ organisationId, field, value, facts, origin, mayWrite }: Props) {
  const fact = facts[field.key]?.source ? facts[field.key] : origin;
  return (
    <div class="fact-line">
      <dt>{field.label}</dt>
      <dd>
        <div>{value}</div>
        <details class="fact">
          <summary>
            {field.fixed ? "D’où cela vient" : visibilityWords[visibilityOf(field, facts)]}
            <span class="sr-only"> : {field.label}</span>
          </summary>
          <p>
            {factSentence(fact)}.{" "}
            {fact?.source === "import" && fact.ref ? <FileLink id={Number(fact.ref)} /> : null}
          </p>
          {field.fixed ? <p>Se voit partout où la fiche se voit.</p> : null}
          {mayWrite && !field.fixed ? <Showing {...{ organisationId, field, facts }} /> : null}
        </details>
      </dd>
    </div>
  );
}

const FileLink = ({ id }: { id: number }) => <a href={imports.one(id)}>Voir cet import</a>;

function Showing({ organisationId, field, facts }: Pick<Props, "organisationId" | "field" | "facts">) {
  return (
    <Form
      action={directory.fieldVisibility(organisationId, field.key)}
      class="fact-form"
      label={`Qui voit : ${field.label}`}
    >
      <SelectField
        name={`vue_${formName(field.key)}`}
        label="Qui le voit ?"
        value={visibilityOf(field, facts)}
        options={fieldVisibilities.map((value) => ({ value, label: visibilityWords[value] }))}
      />
      <Submit label="Changer" kind="quiet" />
    </Form>
  );
}
