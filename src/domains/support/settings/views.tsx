import { support } from "#paths/support.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import { upToBoard } from "../courses/views.form.tsx";
import type { RoutingRule } from "../rules.ts";
import type { RuleChoices } from "./input.ts";
import type { SupportSettings } from "./queries.ts";
import { Rules } from "./views.rules.tsx";

export const settingsTitle = "Réglages de l’accompagnement";

export interface SettingsProps {
  settings: SupportSettings;
  rules: readonly RoutingRule[];
  choices: RuleChoices;
  typed?: Typed;
  errors?: Errors;
  /** A colleague changed the settings first: what was typed is in the form. */
  overtaken?: boolean;
  /** What was typed of a line, when it is the line that was wrong. */
  rule?: { typed: Typed; errors: Errors };
}

/** Who answers, by when, what is asked besides, how long what is confidential is kept. */
export function SettingsPage(props: SettingsProps) {
  const { settings, choices, typed = {}, errors, overtaken = false } = props;
  const state = { typed, errors };
  return (
    <>
      <PageHeader title={settingsTitle} trail={upToBoard} />
      <Form action={support.settings()} errors={errors}>
        <Hidden
          name="version"
          value={String(overtaken ? settings.version : (typed["version"] ?? settings.version))}
        />
        {overtaken ? (
          <Callout tone="warning">
            <p>
              Un collègue a changé ces réglages pendant que vous écriviez. Ce que vous avez tapé est dans le
              formulaire : enregistrez pour remplacer les siens, ou{" "}
              <a href={support.settings()}>repartez de ce qui est enregistré</a>.
            </p>
          </Callout>
        ) : null}
        <TextArea
          name="offre"
          label="Ce que le réseau propose"
          help="Sur la page publique. Une ligne vide ouvre un paragraphe."
          rows={6}
          value={settings.offer}
          required={false}
          {...state}
        />
        <div class="field-row">
          <TextField
            name="delai"
            label="Réponse sous, en jours"
            inputmode="numeric"
            help="Le courriel le promet."
            value={settings.answer_days}
            required
            {...state}
          />
          <TextField
            name="silence"
            label="Sans nouvelles après, en semaines"
            inputmode="numeric"
            help="Pour « Ma semaine » et le rappel du lundi."
            value={settings.quiet_weeks}
            required
            {...state}
          />
        </div>
        <div class="field-row">
          <SelectField
            name="referent"
            label="Qui répond, sauf règle contraire"
            empty="Personne en particulier"
            value={settings.default_referent_id}
            required={false}
            options={choices.staff}
            {...state}
          />
          {choices.poles.length > 0 ? (
            <SelectField
              name="pole"
              label="Quel pôle, sauf règle contraire"
              empty="Aucun"
              value={settings.default_pole_id}
              required={false}
              options={choices.poles}
              {...state}
            />
          ) : null}
        </div>
        <TextField
          name="notes"
          label="Notes confidentielles effacées après, en mois"
          inputmode="numeric"
          help="Après la fin de l’accompagnement, chaque nuit, pour de bon."
          value={settings.notes_months}
          required
          {...state}
        />
        {settings.questionnaire_id ? (
          <CheckboxField
            name="questions"
            label="Poser aussi les questions du réseau"
            checked={errors ? typed["questions"] === "oui" : settings.questionnaire_on}
            errors={errors}
          />
        ) : null}
        <div class="buttons">
          <Submit label="Enregistrer" />
        </div>
      </Form>
      <Questions settings={settings} />
      <Rules {...props} />
    </>
  );
}

function Questions({ settings }: { settings: SupportSettings }) {
  return (
    <section>
      <h2>Les questions du réseau</h2>
      {settings.questionnaire_id ? (
        <p>
          <a href={support.questionnaire()}>Changer les questions</a> ·{" "}
          <a href={support.results()}>Lire les réponses</a>
        </p>
      ) : (
        <>
          <p>
            La demande compte quelques champs simples. Le réseau peut y ajouter les siens, que l’on remplit
            juste après l’avoir envoyée.
          </p>
          <ActionForm action={support.questionnaireCreation()} label="Ajouter des questions" />
        </>
      )}
    </section>
  );
}
