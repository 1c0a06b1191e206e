import { fieldName, type Question, type TableColumn } from "#platform/questionnaire/content.ts";
import { rowsOf } from "#platform/questionnaire/rows.ts";
import type { TableValue, Value, Values } from "#platform/questionnaire/values.ts";
import type { Errors } from "#platform/web/form.ts";
import { helpOf, Legend } from "./help.tsx";
import { lineOf } from "./typed.ts";

/** A table of cells: a real table on a wide screen, a list of rows on a narrow one; each cell says its row and its column. */
export function TableField({
  question,
  path,
  value,
  typed,
  errors,
  answers,
}: {
  question: Question;
  path: readonly string[];
  value: Value | undefined;
  typed: Readonly<Record<string, string>>;
  errors: Errors;
  answers: Values;
}) {
  const name = fieldName(...path);
  const columns = question.columns ?? [];
  const rows = rowsOf(question, answers);
  const table = (value ?? {}) as TableValue;
  const help = helpOf(question);
  const error = errors[name];
  return (
    <fieldset class={`field cells ${error ? "field-wrong" : ""}`} id={`champ-${name}`}>
      <legend>
        <Legend question={question} />
      </legend>
      {help ? <p class="help">{help}</p> : null}
      {error ? <p class="error">{error}</p> : null}
      {rows.length === 0 ? (
        <p class="help">Remplissez d’abord les lignes qui précèdent, puis enregistrez.</p>
      ) : null}
      <table class="cells-table">
        <thead>
          <tr>
            <td></td>
            {columns.map(({ label }) => (
              <th scope="col">{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">{row.label}</th>
              {columns.map((column) => {
                const field = fieldName(...path, row.id, column.id);
                return (
                  <td>
                    <Cell
                      field={field}
                      label={`${row.label}, ${column.label}`}
                      short={column.label}
                      column={column}
                      text={lineOf(column, table[row.id]?.[column.id], typed[field])}
                      error={errors[field]}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

function Cell({
  field,
  label,
  short,
  column,
  text,
  error,
}: {
  field: string;
  label: string;
  short: string;
  column: TableColumn;
  text: string;
  error: string | undefined;
}) {
  const id = `champ-${field}`;
  const wrong = error ? { "aria-invalid": "true" as const, "aria-describedby": `erreur-${field}` } : {};
  return (
    <>
      <label for={id}>
        <span class="sr-only">{label}</span>
        <span class="cells-label" aria-hidden="true">
          {short}
        </span>
      </label>
      {column.kind === "yes_no" ? (
        <select class="select" id={id} name={field} {...wrong}>
          {["", "oui", "non"].map((one) => (
            <option value={one} selected={one === text}>
              {one}
            </option>
          ))}
        </select>
      ) : (
        <input
          class="input"
          type="text"
          id={id}
          name={field}
          value={text}
          inputmode={column.kind === "number" || column.kind === "money" ? "decimal" : undefined}
          {...wrong}
        />
      )}
      {error ? (
        <p class="error" id={`erreur-${field}`}>
          {error}
        </p>
      ) : null}
    </>
  );
}
