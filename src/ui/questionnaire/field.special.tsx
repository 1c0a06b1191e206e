import { keptAsTyped, placeChoice } from "#platform/questionnaire/reading.ts";
import type { Errors } from "#platform/web/form.ts";
import { RadioField, TextField } from "../fields.tsx";
import type { QuestionProps } from "./drawing.ts";
import { Legend } from "./help.tsx";
import { lineOf } from "./typed.ts";

/** The text shown is what is kept as the proof: it stands before the box, whole. */
export function Consent({ question, value, errors, name }: QuestionProps & { name: string }) {
  const given = typeof value === "object" && "given" in value && value.given === true;
  const error = errors[name];
  return (
    <div class={`field consent ${error ? "field-wrong" : ""}`}>
      <p id={`aide-${name}`}>{question.text}</p>
      {question.help ? <p class="help">{question.help}</p> : null}
      {error ? (
        <p class="error" id={`erreur-${name}`}>
          {error}
        </p>
      ) : null}
      <div class="field-check">
        <input
          class="checkbox"
          type="checkbox"
          id={`champ-${name}`}
          name={name}
          value="oui"
          checked={given}
          aria-describedby={`aide-${name}${error ? ` erreur-${name}` : ""}`}
        />
        <label for={`champ-${name}`}>
          <Legend question={question} />
        </label>
      </div>
    </div>
  );
}

/** A place typed; when it is not sure, its best guesses to choose from, or to keep as typed. */
export function PlaceField({
  question,
  value,
  typed,
  known,
  name,
  framed,
}: QuestionProps & {
  name: string;
  framed: { name: string; label: string; help?: string | undefined; errors: Errors; required: boolean };
}) {
  const text = lineOf(question, value, typed[name]);
  const found = typed[name] === undefined ? undefined : known.places.get(typed[name]);
  const guesses = found && "guesses" in found ? found.guesses : [];
  return (
    <>
      <TextField {...framed} typed={{ [name]: text }} autocomplete="off" />
      {found && "guesses" in found ? (
        <RadioField
          name={placeChoice(name)}
          legend={guesses.length > 0 ? `« ${text} », est-ce…` : `« ${text} » n’est aucun lieu connu`}
          options={[
            ...guesses.map(({ communeCode, countryCode, label }) => ({
              value: communeCode ?? countryCode ?? "",
              label,
            })),
            { value: keptAsTyped, label: "Aucun de ceux-là : garder ce que j’ai écrit" },
          ]}
        />
      ) : null}
    </>
  );
}
