import { PlaceChoices, type PlaceQuestion, placesBehaviour } from "#domains/territory/index.ts";
import { activities } from "#paths/activities.ts";
import { directory } from "#paths/directory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import type { MeetingChoices } from "./queries.ts";
import { fieldLabels } from "./texts.form.ts";
import { MoreFields } from "./views.fold.tsx";

export interface MeetingFormProps {
  action: string;
  choices: MeetingChoices;
  typed: Typed;
  errors?: Errors;
  questions?: readonly PlaceQuestion[];
  /** The version that is being edited; none when the meeting is new. */
  version?: number;
}

/** The form of a meeting, in the order in which one tells it; `Entrée` saves from any field of one line. */
export function MeetingForm({ action, choices, typed, errors, questions = [], version }: MeetingFormProps) {
  const field = (name: keyof typeof fieldLabels) => ({ name, label: fieldLabels[name], errors, typed });
  return (
    <Form action={action} errors={errors} once={version === undefined} behaviour="quick-save">
      {version === undefined ? null : <Hidden name="version" value={String(version)} />}
      {["pour", "agenda"].map((name) =>
        typed[name] ? <Hidden name={name} value={String(typed[name])} /> : null,
      )}
      <TextField {...field("sujet")} required autofocus={!errors} autocomplete="off" />
      <div class="field-row">
        <SelectField
          {...field("type")}
          required
          empty="Choisir…"
          help="Ce pour quoi vous vous êtes vus"
          options={choices.type.map(({ id, label }) => ({ value: String(id), label }))}
        />
        <TextField {...field("date")} required autocomplete="off" help="6/1/21, hier, lundi…" />
      </div>
      <div class="field-row">
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
        help="Une commune, ou plusieurs : « Lille et Amiens », ou une par ligne. Rien si c’était en ligne."
        data={placesBehaviour({ instead: "enligne" })}
      />
      <PlaceChoices
        questions={questions}
        typed={typed}
        errors={errors}
        keep="Aucune commune : garder ce lieu tel quel, compté comme un déplacement"
      />
      <TextArea
        {...field("organisations")}
        required={false}
        rows={2}
        help="Une par ligne."
        data={{ "data-controller": "organisations", "data-organisations-url-value": directory.suggestions() }}
      />
      <MoreFields choices={choices} typed={typed} errors={errors} />
      <TextArea {...field("notes")} required={false} rows={3} help="Lues par l’équipe seule." />
      <div class="buttons">
        <Submit label="Enregistrer" />
        {version === undefined && !typed["agenda"] ? (
          <>
            <Submit label="Enregistrer et en saisir une autre" kind="quiet" name="ensuite" value="autre" />
            <Submit label="Enregistrer et répéter" kind="quiet" name="ensuite" value="serie" />
          </>
        ) : null}
        <a href={activities.all()}>Renoncer</a>
        <span class="help">Ctrl + Entrée enregistre.</span>
      </div>
    </Form>
  );
}
