import { territory } from "#paths/territory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { RadioField } from "#ui/fields.tsx";
import { asTyped, type PlaceQuestion } from "./rules.ts";

/**
 * What makes a plain text field propose communes as one types (`data` of a field of `ui/form`). `instead`: the box that says
 * that nobody moved, unchecked when the field begins to be filled.
 */
export const placesBehaviour = ({ instead = "" } = {}) => ({
  "data-controller": "places",
  "data-places-url-value": territory.suggestions(),
  "data-places-instead-value": instead,
});

/** The places of a form that are not sure: for each, the best three communes, or to keep what was typed. */
export function PlaceChoices({
  questions,
  typed,
  errors,
  keep,
}: {
  questions: readonly PlaceQuestion[];
  typed: Typed;
  errors?: Errors;
  /** What keeping the text means for this record. */
  keep: string;
}) {
  return (
    <>
      {questions.map(({ field, typed: place, candidates }) => (
        <RadioField
          name={field}
          legend={candidates.length > 0 ? `« ${place} », est-ce…` : `« ${place} »`}
          chosen={String(typed[field] ?? "")}
          errors={errors}
          options={[
            ...candidates.map(({ code, name, department }) => ({
              value: code,
              label: `${name} (${department})`,
            })),
            { value: asTyped, label: keep },
          ]}
        />
      ))}
    </>
  );
}

/** The same, as errors of their fields. */
export const wordQuestions = (questions: readonly PlaceQuestion[]): Errors =>
  Object.fromEntries(
    questions.map(({ field, typed, candidates }) => [
      field,
      candidates.length > 0
        ? `« ${typed} » n’est pas reconnu avec certitude : choisissez la commune, ou corrigez le lieu.`
        : `« ${typed} » n’est aucune commune ni aucun pays connus : corrigez le lieu, ou gardez-le tel quel.`,
    ]),
  );
