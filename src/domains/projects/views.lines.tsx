import type { Child } from "hono/jsx";
import { placesBehaviour } from "#domains/territory/index.ts";
import { directory } from "#paths/directory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField, TextField } from "#ui/fields.tsx";
import { Submit } from "#ui/form.tsx";
import { countLines, type Group, lineField } from "./input.lines.ts";
import { roles } from "./rules.ts";

interface Props {
  typed: Typed;
  errors?: Errors;
  /** Names are proposed as one types. */
  suggests?: boolean;
}

const organisations = {
  "data-controller": "organisations",
  "data-organisations-url-value": directory.suggestions(),
};

/** The countries that fields propose, by the browser alone. */
export const CountryNames = ({ countries }: { countries: readonly { name: string }[] }) => (
  <datalist id="noms-de-pays">
    {countries.map(({ name }) => (
      <option value={name} />
    ))}
  </datalist>
);

export function ActorLines({ typed, errors, suggests = false }: Props) {
  return (
    <Lines group="acteur" typed={typed} add="Ajouter des acteurs">
      {(field, number) => (
        <>
          <SelectField
            name={field("role")}
            label={`Rôle ${number}`}
            typed={typed}
            errors={errors}
            value={number === 1 ? "carrier" : "partner_here"}
            options={roles.map(({ code, label }) => ({ value: code, label }))}
          />
          <TextField
            name={field("nom")}
            label={`Organisation ${number}`}
            typed={typed}
            errors={errors}
            autocomplete="off"
            data={suggests ? organisations : undefined}
          />
          <TextField
            name={field("pays")}
            label={`Pays ${number}`}
            typed={typed}
            errors={errors}
            autocomplete="off"
            list="noms-de-pays"
            required={false}
          />
        </>
      )}
    </Lines>
  );
}

export function HereLines({ typed, errors, suggests = false }: Props) {
  return (
    <Lines group="ici" typed={typed} add="Ajouter des lieux ici">
      {(field, number) => (
        <TextField
          name={field("lieu")}
          label={`Commune ici ${number}`}
          typed={typed}
          errors={errors}
          autocomplete="off"
          data={suggests ? placesBehaviour() : undefined}
        />
      )}
    </Lines>
  );
}

export function ThereLines({ typed, errors }: Props) {
  return (
    <Lines group="la" typed={typed} add="Ajouter des lieux là-bas">
      {(field, number) => (
        <>
          <TextField
            name={field("pays")}
            label={`Pays là-bas ${number}`}
            typed={typed}
            errors={errors}
            autocomplete="off"
            list="noms-de-pays"
          />
          <TextField
            name={field("lieu")}
            label={`Lieu ${number}`}
            typed={typed}
            errors={errors}
            autocomplete="off"
            required={false}
          />
          <TextField
            name={field("position")}
            label={`Latitude ; longitude ${number}`}
            typed={typed}
            errors={errors}
            autocomplete="off"
            required={false}
            placeholder="14,49 ; -4,19"
          />
        </>
      )}
    </Lines>
  );
}

export function BudgetLines({ typed, errors, suggests = false }: Props) {
  return (
    <Lines group="budget" typed={typed} add="Ajouter des financeurs">
      {(field, number) => (
        <>
          <TextField
            name={field("financeur")}
            label={`Financeur ${number}`}
            typed={typed}
            errors={errors}
            autocomplete="off"
            data={suggests ? organisations : undefined}
          />
          <TextField
            name={field("prevu")}
            label={`Prévu ${number}`}
            typed={typed}
            errors={errors}
            inputmode="decimal"
            autocomplete="off"
            required={false}
            placeholder="5 000,00 €"
          />
          <TextField
            name={field("recu")}
            label={`Reçu ${number}`}
            typed={typed}
            errors={errors}
            inputmode="decimal"
            autocomplete="off"
            required={false}
          />
        </>
      )}
    </Lines>
  );
}

/** How many blank lines a group begins with, and how many its button adds. */
const blank = 2;

/** The lines of a group, then the button that gives more: it posts, and all that was typed comes back. */
function Lines({
  group,
  typed,
  add,
  children,
}: {
  group: Group;
  typed: Typed;
  add: string;
  children: (field: (column: string) => string, number: number) => Child;
}) {
  const sent = countLines(typed, group);
  const isAsked = typed["ajouter"] === group;
  const count = sent === 0 ? blank : sent + (isAsked ? blank : 1);
  return (
    <div class={`repeated repeated-${group}`}>
      {Array.from({ length: Math.min(60, count) }, (_, index) => (
        <div class="repeated-line">{children((column) => lineField(group, index, column), index + 1)}</div>
      ))}
      <Submit label={add} kind="quiet" name="ajouter" value={group} />
    </div>
  );
}
