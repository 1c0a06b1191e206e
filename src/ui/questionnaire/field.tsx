import type { Child } from "hono/jsx";
import { fieldName, type Question } from "#platform/questionnaire/content.ts";
import { keptAsTyped, placeChoice } from "#platform/questionnaire/reading.ts";
import type { Known } from "#platform/questionnaire/sources.ts";
import type { Value, Values } from "#platform/questionnaire/values.ts";
import type { Errors } from "#platform/web/form.ts";
import { RadioField, SelectField, TextArea, TextField } from "../fields.tsx";
import { formatDay } from "../format.ts";
import { ChoiceGroup } from "./choices.tsx";
import { FilesField } from "./files.tsx";
import { TableField } from "./table.tsx";
import { lineOf } from "./typed.ts";

/** What every field of a page is drawn with. */
export interface Drawing {
  /** By field: what was typed and could not be read. */
  typed: Readonly<Record<string, string>>;
  errors: Errors;
  known: Known;
  /** All the answers known, for the rows of tables. */
  answers: Values;
  /** Where a file of the answer opens; undefined in a preview. */
  fileHref?: ((id: string) => string) | undefined;
}

interface Props extends Drawing {
  question: Question;
  path: readonly string[];
  value: Value | undefined;
}

const inputs = {
  text: {},
  email: { type: "email", inputmode: "email" },
  phone: { type: "tel" },
  web: { type: "text", placeholder: "www.exemple.fr" },
  number: { inputmode: "decimal" },
  money: { inputmode: "decimal", placeholder: "0,00" },
  date: { placeholder: "jj/mm/aaaa" },
  identifier: {},
  organisation: {},
  place: {},
} as const;

/** A question, with its help, its error, and what was answered; `path` is where it stands (a time of a block, or alone). */
export function QuestionField(props: Props) {
  const { question, path, value, typed, errors, known } = props;
  const name = fieldName(...path);
  const help = helpOf(question) || undefined;
  const framed = { name, label: question.label, help, errors, required: question.required === true };
  const chosen = (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
  const group = { name, legend: <Legend question={question} />, help, error: errors[name], chosen };
  switch (question.kind) {
    case "paragraph":
      return <TextArea {...framed} rows={6} typed={{ [name]: lineOf(question, value, typed[name]) }} />;
    case "yes_no": {
      const said = value === undefined ? [] : [value === true ? "oui" : "non"];
      const options = [
        { value: "oui", label: "Oui" },
        { value: "non", label: "Non" },
      ];
      return <ChoiceGroup {...group} type="radio" options={withNone(question, options)} chosen={said} />;
    }
    case "choice": {
      const options = (question.options ?? []).map(({ id, label }) => ({ value: id, label }));
      return options.length > 12 ? (
        <SelectField {...framed} options={options} empty="" value={chosen[0] ?? ""} />
      ) : (
        <ChoiceGroup {...group} type="radio" options={withNone(question, options)} />
      );
    }
    case "many":
      return (
        <ChoiceGroup
          {...group}
          type="checkbox"
          options={(question.options ?? []).map(({ id, label }) => ({ value: id, label }))}
        />
      );
    case "term":
      return (
        <SelectField
          {...framed}
          options={plainOptions(known.terms.get(question.list ?? ""))}
          empty=""
          value={chosen[0] ?? ""}
        />
      );
    case "terms":
      return <ChoiceGroup {...group} type="checkbox" options={known.terms.get(question.list ?? "") ?? []} />;
    case "country":
      return (
        <SelectField {...framed} options={plainOptions(known.countries)} empty="" value={chosen[0] ?? ""} />
      );
    case "countries":
      return <ChoiceGroup {...group} type="checkbox" options={known.countries} />;
    case "file":
      return <FilesField {...props} name={name} />;
    case "table":
      return <TableField {...props} />;
    case "consent":
      return <Consent {...props} name={name} />;
    case "place":
      return <PlaceField {...props} name={name} framed={framed} />;
    case "block":
      return null;
    default:
      return (
        <TextField
          {...framed}
          {...inputs[question.kind]}
          typed={{ [name]: lineOf(question, value, typed[name]) }}
        />
      );
  }
}

const plainOptions = (
  choices: readonly { value: string; label: string; group?: string | undefined }[] = [],
) => choices.map(({ value, label, group }) => (group ? { value, label, group } : { value, label }));

/** One may change one's mind: an answer that is not required can be taken back. */
const withNone = ({ required }: Question, options: readonly { value: string; label: string }[]) =>
  required ? options : [...options, { value: "", label: "Sans réponse" }];

export const Legend = ({ question }: { question: Question }) => (
  <>
    {question.label}
    {question.required ? null : <span class="optional"> (facultatif)</span>}
  </>
);

const identifierHelp = {
  rna: "W et neuf chiffres, sur le récépissé de la préfecture.",
  siren: "Neuf chiffres.",
  siret: "Quatorze chiffres.",
  uai: "Sept chiffres et une lettre, pour un établissement scolaire.",
} as const;

/** The words of the team, then what the limits ask for. */
export function helpOf({ kind, help, unit, least, most, from, to, identifier, longest }: Question): string {
  const limits = [
    kind === "number" && unit ? `En ${unit}.` : "",
    kind === "identifier" ? identifierHelp[identifier ?? "siret"] : "",
    kind === "place" ? "Une commune, ou une ville et son pays." : "",
    kind === "date" && from ? `À partir du ${formatDay(from)}.` : "",
    kind === "date" && to ? `Jusqu’au ${formatDay(to)}.` : "",
    kind !== "block" && kind !== "file" && least && most ? `De ${least} à ${most} réponses.` : "",
    kind !== "block" && kind !== "file" && least && !most ? `Au moins ${least} réponses.` : "",
    kind !== "block" && kind !== "file" && !least && most ? `${most} réponses au plus.` : "",
    (kind === "text" || kind === "paragraph") && longest ? `${longest} caractères au plus.` : "",
  ];
  return [help ?? "", ...limits].filter(Boolean).join(" ");
}

/** The text shown is what is kept as the proof: it stands before the box, whole. */
function Consent({ question, value, errors, name }: Props & { name: string }) {
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
function PlaceField({
  question,
  value,
  typed,
  known,
  name,
  framed,
}: Props & {
  name: string;
  framed: { name: string; label: string; help?: Child; errors: Errors; required: boolean };
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
          legend={guesses.length > 0 ? `« ${text} », est-ce…` : `« ${text} » n’est aucun lieu connu`}
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
