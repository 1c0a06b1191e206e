import { appointments } from "#paths/appointments.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckGroup } from "#ui/checks.tsx";
import { CheckboxField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { Host } from "./queries.hosts.ts";
import { upToPage } from "./views.page.tsx";

export const settingsTitle = "Réglages de ma page de rendez-vous";

export function SettingsPage({
  host,
  themes,
  typed,
  errors,
  conflict,
}: {
  host: Host;
  themes: readonly { id: number; label: string }[];
  typed: Typed;
  errors?: Errors;
  conflict?: boolean;
}) {
  const field = { typed, errors };
  const chosen = typed["themes"] ?? [];
  return (
    <>
      <PageHeader title={settingsTitle} trail={upToPage} />
      {conflict ? (
        <Callout tone="warning">
          <p>
            Ces réglages ont été changés ailleurs pendant que vous écriviez. Enregistrez de nouveau pour
            garder les vôtres.
          </p>
        </Callout>
      ) : null}
      <Form action={appointments.settings()} errors={errors}>
        <Hidden name="version" value={String(host.version)} />
        <CheckboxField
          name="ouverte"
          label="On peut prendre rendez-vous avec moi"
          checked={typed["ouverte"] === "oui"}
        />
        <CheckboxField
          name="annoncee"
          label="Ma page est annoncée dans la liste publique"
          help="Sinon, seuls ceux à qui vous donnez le lien la trouvent."
          checked={typed["annoncee"] === "oui"}
        />
        <div class="field-row">
          <TextField {...field} name="nom" label="Nom affiché" required />
          <TextField {...field} name="adresse" label="Dernier mot de l’adresse" required help="prenom-nom" />
        </div>
        <TextArea
          {...field}
          name="presentation"
          label="Présentation"
          rows={4}
          required={false}
          help="Ce pour quoi vous recevez."
        />
        <CheckGroup
          name="themes"
          legend="Thèmes"
          options={themes.map(({ id, label }) => ({ value: String(id), label }))}
          chosen={Array.isArray(chosen) ? chosen : [chosen]}
          errors={errors ?? {}}
        />
        <div class="field-row">
          <TextField
            {...field}
            name="preavis"
            label="Préavis, en heures"
            inputmode="numeric"
            required
            help="On ne réserve pas plus tard."
          />
          <TextField
            {...field}
            name="horizon"
            label="Horizon, en jours"
            inputmode="numeric"
            required
            help="On ne réserve pas plus loin."
          />
          <TextField
            {...field}
            name="pause"
            label="Pause entre deux, en minutes"
            inputmode="numeric"
            required
          />
        </div>
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={appointments.page()}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
