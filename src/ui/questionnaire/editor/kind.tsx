import { questionsBefore } from "#platform/questionnaire/check.ts";
import { type Content, identifiers, type Question } from "#platform/questionnaire/content.ts";
import { writeColumns } from "#platform/questionnaire/entry.names.ts";
import { kindOf } from "#platform/questionnaire/kinds.ts";
import type { Choice } from "#platform/questionnaire/sources.ts";
import type { Errors } from "#platform/web/form.ts";
import { SelectField, TextArea, TextField } from "../../fields.tsx";
import { formatShortDay } from "../../format.ts";
import { lineOf } from "../typed.ts";

const lines = (named: readonly { label: string }[] = []) => named.map(({ label }) => label).join("\n");

/** What only this kind of question needs. */
export function KindFields({
  content,
  question,
  lists,
  errors,
}: {
  content: Content;
  question: Question;
  lists: readonly Choice[];
  errors: Errors;
}) {
  const { takes } = kindOf(question.kind);
  const typed = (value: number | undefined) => lineOf(question, value, undefined);
  const small = { errors, required: false, inputmode: "numeric" } as const;
  return (
    <>
      {takes.options ? (
        <TextArea
          name="options"
          label="Réponses proposées"
          help="Une par ligne. Vous pouvez coller une liste."
          rows={8}
          errors={errors}
          value={lines(question.options)}
          required
        />
      ) : null}
      {takes.list ? (
        <SelectField
          name="liste"
          label="Vocabulaire"
          options={plain(lists)}
          empty="Choisissez une liste"
          value={question.list ?? ""}
        />
      ) : null}
      {question.kind === "identifier" ? (
        <SelectField
          name="identifiant"
          label="Identifiant"
          options={identifiers.map((value) => ({ value, label: value.toUpperCase() }))}
          value={question.identifier ?? "siret"}
        />
      ) : null}
      {takes.range ? (
        <div class="field-row">
          <TextField {...small} inputmode="decimal" name="min" label="Au moins" value={typed(question.min)} />
          <TextField {...small} inputmode="decimal" name="max" label="Au plus" value={typed(question.max)} />
          {question.kind === "number" ? (
            <TextField
              name="unite"
              label="Unité"
              help="Par exemple : personnes."
              value={question.unit ?? ""}
              required={false}
            />
          ) : null}
        </div>
      ) : null}
      {takes.dates ? (
        <div class="field-row">
          <TextField
            errors={errors}
            name="du"
            label="Pas avant le"
            value={question.from ? formatShortDay(question.from) : ""}
            required={false}
          />
          <TextField
            errors={errors}
            name="au"
            label="Pas après le"
            value={question.to ? formatShortDay(question.to) : ""}
            required={false}
          />
        </div>
      ) : null}
      {takes.length ? (
        <TextField
          {...small}
          name="longueur"
          label="Longueur, en caractères au plus"
          value={question.longest ?? ""}
        />
      ) : null}
      {takes.count ? (
        <div class="field-row">
          <TextField {...small} name="au-moins" label="Combien, au moins" value={question.least ?? ""} />
          <TextField {...small} name="au-plus" label="Combien, au plus" value={question.most ?? ""} />
        </div>
      ) : null}
      {takes.table ? <TableFields content={content} question={question} errors={errors} /> : null}
      {question.kind === "block" ? (
        <TextField
          name="une-fois"
          label="Comment s’appelle un élément"
          help="Le bouton dira « Ajouter : partenaire »."
          value={question.one ?? ""}
          required={false}
        />
      ) : null}
      {question.kind === "consent" ? (
        <>
          <TextField
            name="objet"
            label="À quoi sert cet accord"
            value={question.purpose ?? ""}
            required={false}
          />
          <TextArea
            name="texte"
            label="Texte du consentement"
            help="Il est montré en entier, et gardé avec la réponse : c’est sa preuve."
            errors={errors}
            value={question.text ?? ""}
            required
          />
        </>
      ) : null}
    </>
  );
}

function TableFields({
  content,
  question,
  errors,
}: {
  content: Content;
  question: Question;
  errors: Errors;
}) {
  const blocks = questionsBefore(content, question.id).filter(({ kind }) => kind === "block");
  return (
    <>
      <TextArea
        name="colonnes"
        label="Colonnes"
        help="Une par ligne, avec ce qu’elle contient : « Femmes : nombre ». Texte, nombre, montant, date ou oui/non."
        rows={4}
        errors={errors}
        value={writeColumns(question.columns ?? [])}
        required
      />
      <TextArea
        name="lignes"
        label="Lignes"
        help="Une par ligne."
        rows={5}
        errors={errors}
        value={lines(question.rows)}
        required={false}
      />
      {blocks.length > 0 ? (
        <SelectField
          name="lignes-de"
          label="Ou une ligne pour chaque élément du bloc"
          options={blocks.map(({ id, label }) => ({ value: id, label }))}
          empty="Non : les lignes écrites ci-dessus"
          value={question.rowsFrom ?? ""}
        />
      ) : null}
    </>
  );
}

const plain = (choices: readonly Choice[]) => choices.map(({ value, label }) => ({ value, label }));
