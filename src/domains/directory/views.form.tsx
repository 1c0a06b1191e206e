import { territory } from "#paths/territory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { type Option, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { Lookalikes, LookalikesAsTyped } from "./duplicates/views.lookalikes.tsx";
import type { Duplicate } from "./matching/duplicates.ts";
import { type FieldName, fieldLabels } from "./texts.form.ts";
import { statuses, visibilities } from "./texts.ts";

/** The words and places that the form offers. */
export interface Choices {
  types: readonly Option[];
  families: readonly Option[];
  departments: readonly Option[];
}

interface Props {
  action: string;
  back: string;
  choices: Choices;
  typed: Typed;
  errors?: Errors;
  duplicates?: readonly Duplicate[];
  /** The version that is being changed; none when the organisation is new. */
  version?: number;
}

const words = (list: Record<string, string>, values: readonly string[]) =>
  values.map((value) => ({ value, label: list[value] ?? value }));

/** The form of an organisation: only its name must be known. */
export function OrganisationForm({ action, back, choices, typed, errors, duplicates = [], version }: Props) {
  const field = (name: FieldName) => ({ name, label: fieldLabels[name], errors, typed, required: false });
  return (
    <Form action={action} errors={errors} once={version === undefined}>
      {version === undefined ? null : <Hidden name="version" value={String(version)} />}
      <Lookalikes duplicates={duplicates} />
      <TextField {...field("nom")} required autofocus />
      <LookalikesAsTyped />
      <TextField {...field("sigle")} />
      <SelectField {...field("type")} empty="Pas encore connu" options={choices.types} />
      <SelectField
        {...field("famille")}
        empty="Pas encore connue"
        options={choices.families}
        help="À choisir seulement si le type n’est pas connu."
      />
      <fieldset class="form">
        <legend>Où elle est</legend>
        <TextField {...field("adresse")} autocomplete="off" />
        <div class="field-row">
          <TextField {...field("code_postal")} inputmode="numeric" autocomplete="off" />
          <TextField
            {...field("commune")}
            autocomplete="off"
            data={{ "data-controller": "places", "data-places-url-value": territory.suggestions() }}
          />
        </div>
        <SelectField
          {...field("departement")}
          empty="Celui de la commune"
          options={choices.departments}
          help="À choisir seulement si la commune n’est pas connue."
        />
      </fieldset>
      <fieldset class="form">
        <legend>Ses identifiants</legend>
        <p class="help">Aucun n’est obligatoire ; un seul suffit à la reconnaître dans un tableur.</p>
        <TextField {...field("rna")} help="Pour une association : W595001234." autocomplete="off" />
        <div class="field-row">
          <TextField {...field("siren")} autocomplete="off" />
          <TextField {...field("siret")} autocomplete="off" />
        </div>
        <TextField {...field("uai")} help="Pour un établissement scolaire : 0590001A." autocomplete="off" />
      </fieldset>
      <fieldset class="form">
        <legend>Qui elle est</legend>
        <div class="field-row">
          <TextField {...field("forme")} />
          <TextField {...field("annee")} inputmode="numeric" />
        </div>
        <TextField {...field("site")} placeholder="www.exemple.fr" />
        <TextArea {...field("presentation")} />
        <TextField {...field("depuis")} placeholder="6/1/2021" />
      </fieldset>
      <SelectField {...field("visibilite")} required options={words(visibilities, ["internal", "listed"])} />
      <SelectField {...field("statut")} required options={words(statuses, ["published", "proposed"])} />
      <div class="buttons">
        <Submit label="Enregistrer" />
        <a href={back}>Renoncer</a>
      </div>
    </Form>
  );
}
