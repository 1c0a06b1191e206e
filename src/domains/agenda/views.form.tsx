import { PlaceChoices, type PlaceQuestion, placesBehaviour } from "#domains/territory/index.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, TextArea, TextField } from "#ui/fields.tsx";
import { sessionLabels, trainingLabels } from "./texts.form.ts";

export interface FormFacts {
  typed: Typed;
  errors?: Errors;
  questions?: readonly PlaceQuestion[];
}

export function TrainingFields({ typed, errors }: FormFacts) {
  const field = (name: keyof typeof trainingLabels) => ({ name, label: trainingLabels[name], errors, typed });
  return (
    <>
      <TextField {...field("intitule")} required autofocus={!errors} autocomplete="off" />
      <TextArea
        {...field("description")}
        required={false}
        rows={4}
        help="À qui elle s’adresse, ce qu’on y apprend, comment s’inscrire."
      />
      <CheckboxField
        name="interne"
        label={trainingLabels.interne}
        help="Absente du site public ; comptée dans le bilan."
        checked={typed["interne"] === "oui"}
        errors={errors}
      />
    </>
  );
}

export function SessionFields({ typed, errors, questions = [], focus }: FormFacts & { focus?: boolean }) {
  const field = (name: keyof typeof sessionLabels) => ({ name, label: sessionLabels[name], errors, typed });
  return (
    <>
      <div class="field-row">
        <TextField
          {...field("debut")}
          required
          autofocus={focus && !errors}
          autocomplete="off"
          help="6/1/21, lundi prochain…"
        />
        <TextField {...field("fin")} required={false} autocomplete="off" help="S’il est autre" />
      </div>
      <div class="field-row">
        <TextField {...field("duree")} required autocomplete="off" help="3,5 ou 3h30 ou 210 min" />
        <TextField
          {...field("participants")}
          required={false}
          inputmode="numeric"
          autocomplete="off"
          help="0 si la session est à venir"
        />
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
        help="La commune. Rien si la session est en ligne."
        data={placesBehaviour({ instead: "enligne" })}
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
