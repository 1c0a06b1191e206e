import { imports } from "#paths/imports.ts";
import type { ImportKind } from "#platform/spreadsheets/import-kind.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField, TextField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { Callout } from "#ui/page.tsx";
import { columnField, optionField } from "./input.ts";
import { kinds } from "./kinds.ts";
import type { Import } from "./queries.ts";

export interface MappingProps {
  one: Import;
  kind?: ImportKind;
  /** The first cells of each column of the file, so that it can be told by what it holds. */
  samples: readonly string[];
  errors?: Errors;
  typed?: Typed;
}

/** What the file holds and which of its columns says what: as recognised, to be corrected. */
export function MappingSection(props: MappingProps) {
  const { one, kind, errors = {} } = props;
  const open = one.state === "mapping" || Object.keys(errors).length > 0;
  return (
    <details open={open}>
      <summary>Contenu et colonnes</summary>
      {one.state === "mapping" ? (
        <Callout tone="warning">
          {kind
            ? "Il manque une précision pour lire ce fichier : complétez ce qui suit. Ce sera retenu pour le prochain fichier de même forme."
            : "Les en-têtes de ce fichier ne disent pas ce qu’il contient. Choisissez-le, puis dites ce que donne chaque colonne. Ce sera retenu pour le prochain fichier de même forme."}
        </Callout>
      ) : null}
      <Form action={imports.mapping(one.id)} errors={errors} label="Contenu et colonnes">
        <SelectField
          name="kind"
          label="Ce fichier contient"
          options={kinds.map(({ id, label }) => ({ value: id, label }))}
          empty="Choisir…"
          value={kind?.id}
          errors={errors}
          typed={props.typed}
          help="Un autre choix fait reconnaître les colonnes de nouveau."
        />
        {kind ? <Columns {...props} kind={kind} /> : null}
        <Submit
          label={kind ? "Relire avec ces colonnes" : "Reconnaître les colonnes"}
          kind={open ? "primary" : "quiet"}
        />
      </Form>
    </details>
  );
}

function Columns({ one, kind, samples, errors, typed }: MappingProps & { kind: ImportKind }) {
  const options = one.headings.map((heading, position) => ({
    value: String(position),
    label: samples[position] ? `${heading} (${samples[position]})` : heading,
  }));
  return (
    <>
      {(kind.options ?? []).map((option) => (
        <TextField
          name={optionField(option.key)}
          label={option.label}
          help={option.help}
          value={one.options[option.key] ?? option.guess(one.file_name)}
          errors={errors}
          typed={typed}
        />
      ))}
      {kind.columns.map((column) => (
        <SelectField
          name={columnField(column.key)}
          label={column.label}
          required={column.required ?? false}
          options={options}
          empty="Aucune colonne"
          value={one.mapping[column.key] ?? ""}
          help={`Par exemple : ${column.example}`}
          errors={errors}
          typed={typed}
        />
      ))}
    </>
  );
}
