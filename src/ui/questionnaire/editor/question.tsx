import { questionsBefore } from "#platform/questionnaire/check.ts";
import { type Content, kinds, type Question } from "#platform/questionnaire/content.ts";
import { parentOf } from "#platform/questionnaire/editing.ts";
import { kindOf } from "#platform/questionnaire/kinds.ts";
import type { Choice, Known } from "#platform/questionnaire/sources.ts";
import type { Errors } from "#platform/web/form.ts";
import { CheckboxField, type Option, SelectField, TextArea, TextField } from "../../fields.tsx";
import { Hidden, Submit } from "../../form.tsx";
import { ConditionFields } from "./condition.tsx";
import { KindFields } from "./kind.tsx";

const inBlocks = kinds.filter((kind) => kind !== "block" && kind !== "consent");

/** The kinds of questions, to choose from; in a block, no block. */
export const kindOptions = (inBlock: boolean): Option[] =>
  (inBlock ? inBlocks : kinds)
    .map((kind) => ({ value: kind, label: kindOf(kind).label, group: kindOf(kind).group }))
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));

const groups = [
  "Écrire",
  "Choisir",
  "Compter et dater",
  "Lieux",
  "Organisations",
  "Plusieurs à la fois",
  "Joindre",
];

/** Everything that staff may say of a question: what its kind needs, and nothing else. */
export function QuestionFields({
  content,
  question,
  known,
  lists,
  fields,
  errors,
}: {
  content: Content;
  question: Question;
  known: Known;
  /** The vocabulary lists. */
  lists: readonly Choice[];
  /** The fields of the room's records. */
  fields: readonly { key: string; label: string }[];
  errors: Errors;
}) {
  const parent = parentOf(content, question.id);
  const inBlock = !content.sections.some(({ id }) => id === parent);
  return (
    <>
      <Hidden name="facts" value="oui" />
      <TextArea name="intitule" label="Intitulé" rows={2} errors={errors} value={question.label} required />
      <div class="editor-kind">
        <SelectField
          name="type"
          label="Type de réponse"
          options={kindOptions(inBlock)}
          value={question.kind}
        />
        <Submit label="Appliquer le type" kind="quiet" name="suite" value="type" />
      </div>
      <TextField name="aide" label="Aide, sous l’intitulé" value={question.help ?? ""} required={false} />
      <CheckboxField name="obligatoire" label="Réponse obligatoire" checked={question.required === true} />
      <KindFields content={content} question={question} lists={lists} errors={errors} />
      {fields.length > 0 && !inBlock ? (
        <SelectField
          name="champ"
          label="Champ de la fiche"
          help="La réponse est comparée à ce que la fiche dit aujourd’hui, et la question arrive déjà remplie."
          options={fields.map(({ key, label }) => ({ value: key, label }))}
          empty="Aucun : une question libre"
          value={question.maps ?? ""}
          required={false}
        />
      ) : null}
      <ConditionFields
        condition={question.condition}
        before={questionsBefore(content, question.id)}
        known={known}
        errors={errors}
        what="cette question"
      />
    </>
  );
}
