import { PlaceChoices, type PlaceQuestion, placesBehaviour } from "#domains/territory/index.ts";
import { directory } from "#paths/directory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import type { Offer } from "./queries.offer.ts";
import { type EventField, eventLabels } from "./texts.form.ts";
import { type SessionField, sessionLabels } from "./texts.session.ts";

export interface FormFacts {
  typed: Typed;
  errors?: Errors;
  questions?: readonly PlaceQuestion[];
}

export const chosen = (typed: Typed, name: string) => [typed[name] ?? []].flat();

/** What each field of the form of an event is given. */
export const fieldsOf =
  ({ typed, errors }: FormFacts) =>
  (name: EventField) => ({ name, label: eventLabels[name], errors, typed, required: false });

const known = { "data-controller": "organisations", "data-organisations-url-value": directory.suggestions() };

/** Names of organisations, one a line, proposed as one types; `suggests`: the reader is of the team. */
export function Names({
  name,
  help,
  suggests = true,
  ...facts
}: FormFacts & {
  name: "organisateurs" | "coorganisateurs" | "intervenants";
  help: string;
  suggests?: boolean;
}) {
  return <TextArea {...fieldsOf(facts)(name)} rows={2} help={help} data={suggests ? known : undefined} />;
}

/** What one says first: the title and what kind of event it is. */
export function FirstFields({
  offer,
  autofocus,
  ...facts
}: FormFacts & { offer: Offer; autofocus?: boolean }) {
  const field = fieldsOf(facts);
  return (
    <>
      <TextField {...field("titre")} required autofocus={autofocus} autocomplete="off" />
      <SelectField
        {...field("genre")}
        empty="Événement, sans type"
        options={[
          { value: "formation", label: "Formation" },
          ...offer.kinds.map(({ id, label }) => ({ value: String(id), label })),
        ]}
      />
    </>
  );
}

/** When and where, for one date. `vague`: the date may be a period, or yet to be settled. */
export function DateFields({
  typed,
  errors,
  questions = [],
  vague,
  autofocus,
}: FormFacts & { vague?: boolean; autofocus?: boolean }) {
  const field = (name: SessionField) => ({
    name,
    label: sessionLabels[name],
    errors,
    typed,
    required: false,
  });
  return (
    <>
      <div class="field-row">
        <TextField
          {...field("debut")}
          required={!vague}
          autofocus={autofocus}
          autocomplete="off"
          help={
            vague
              ? "6/1/27, lundi prochain… ou une période : mai, automne, à définir"
              : "6/1/27, lundi prochain…"
          }
        />
        <TextField {...field("fin")} autocomplete="off" help="S’il est autre" />
      </div>
      <div class="field-row">
        <TextField {...field("heure_debut")} autocomplete="off" help="9h, 18h30" />
        <TextField {...field("heure_fin")} autocomplete="off" />
        <TextField {...field("duree")} autocomplete="off" help="Rien : celle des heures" />
      </div>
      <CheckboxField
        name="enligne"
        label={sessionLabels.enligne}
        checked={typed["enligne"] === "oui"}
        errors={errors}
      />
      <TextField
        {...field("lieu")}
        autocomplete="off"
        help="La commune. Avec « En ligne » coché aussi : à la fois sur place et à distance."
        data={placesBehaviour()}
      />
      <PlaceChoices
        questions={questions}
        typed={typed}
        errors={errors}
        keep="Aucune commune : garder ce lieu tel quel"
      />
    </>
  );
}

/** What is said of one date besides: where exactly, how to connect, how many came. */
export function DateDetails({ typed, errors, after = true }: FormFacts & { after?: boolean }) {
  const field = (name: SessionField) => ({
    name,
    label: sessionLabels[name],
    errors,
    typed,
    required: false,
  });
  return (
    <>
      <TextField
        {...field("adresse")}
        autocomplete="off"
        help="La salle, la rue : ce qu’il faut pour trouver la porte."
      />
      <TextField {...field("lien")} autocomplete="off" help="Donné aux seules personnes inscrites." />
      <TextField {...field("titre_date")} autocomplete="off" help="Quand elle en a un : « Module 2 »." />
      {after ? (
        <TextField
          {...field("participants")}
          inputmode="numeric"
          autocomplete="off"
          help="Une fois passée : c’est ce nombre que le bilan compte."
        />
      ) : null}
    </>
  );
}
