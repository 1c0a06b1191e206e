import { activities } from "#paths/activities.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import {
  CheckboxField,
  Form,
  Hidden,
  RadioField,
  SelectField,
  Submit,
  TextArea,
  TextField,
} from "#ui/form.tsx";
import { asTyped, type PlaceQuestion } from "./rules.places.ts";
import { fieldLabels } from "./texts.form.ts";
import { placesBehaviour } from "./views.places.tsx";

export interface MeetingFormProps {
  action: string;
  types: readonly { id: number; label: string }[];
  typed: Typed;
  errors?: Errors;
  questions?: readonly PlaceQuestion[];
  /** The version that is being edited; none when the meeting is new. */
  version?: number;
}

/** The form of a meeting, in the order in which one tells it; `Entrée` saves from any field of one line. */
export function MeetingForm({ action, types, typed, errors, questions = [], version }: MeetingFormProps) {
  const field = (name: keyof typeof fieldLabels) => ({ name, label: fieldLabels[name], errors, typed });
  return (
    <Form action={action} errors={errors} once={version === undefined}>
      {version === undefined ? null : <Hidden name="version" value={String(version)} />}
      <TextField {...field("sujet")} required autofocus autocomplete="off" />
      <div class="field-row">
        <SelectField
          {...field("type")}
          required
          empty="Choisir…"
          options={types.map(({ id, label }) => ({ value: String(id), label }))}
        />
        <TextField {...field("date")} required autocomplete="off" help="6/1/21, hier, lundi…" />
        <TextField {...field("duree")} required autocomplete="off" help="1,5 ou 1h30 ou 90 min" />
        <TextField
          {...field("participants")}
          required
          inputmode="numeric"
          autocomplete="off"
          help="Hors équipe ; 0 est permis"
        />
      </div>
      <CheckboxField name="enligne" label="En ligne" checked={typed["enligne"] === "oui"} errors={errors} />
      <TextArea
        {...field("lieux")}
        rows={2}
        help="Une commune, ou plusieurs : « Lille et Amiens », ou une par ligne. Rien si c’était en ligne."
        data={placesBehaviour}
      />
      {questions.map((question) => (
        <PlaceChoice question={question} typed={typed} errors={errors} />
      ))}
      <TextArea {...field("organisations")} required={false} rows={2} help="Une par ligne." />
      <TextArea {...field("notes")} required={false} rows={3} help="Lues par l’équipe seule." />
      <div class="buttons">
        <Submit label="Enregistrer" />
        {version === undefined ? (
          <Submit label="Enregistrer et en saisir une autre" kind="quiet" name="ensuite" value="autre" />
        ) : null}
        <a href={activities.all()}>Renoncer</a>
      </div>
    </Form>
  );
}

/** What a place that is not sure may be: the best three, or what was typed. */
function PlaceChoice({
  question: { field, typed: place, candidates },
  typed,
  errors,
}: {
  question: PlaceQuestion;
  typed: Typed;
  errors?: Errors;
}) {
  return (
    <RadioField
      name={field}
      legend={candidates.length > 0 ? `« ${place} », est-ce…` : `« ${place} »`}
      chosen={String(typed[field] ?? "")}
      errors={errors}
      options={[
        ...candidates.map(({ code, name, department }) => ({
          value: code,
          label: `${name} (${department})`,
        })),
        { value: asTyped, label: "Aucune commune : garder ce lieu tel quel, compté comme un déplacement" },
      ]}
    />
  );
}
