import type { Region } from "#domains/territory/index.ts";
import { office } from "#paths/office.ts";
import { site } from "#paths/site.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, FileField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { Settings } from "./input.ts";
import { texts } from "./texts.ts";

interface Props {
  settings: Settings;
  version: number;
  regions: readonly Region[];
  errors?: Errors;
  typed?: Typed;
  conflict?: boolean;
}

/** The network's settings, on one page: who it is, how it looks, who answers for it. */
export function SettingsPage({ settings, version, regions, errors = {}, typed, conflict }: Props) {
  const field = (name: Exclude<keyof Settings, "logo_file">) => ({
    ...texts[name],
    name,
    value: settings[name],
    errors,
    typed,
  });
  const region = regions.find(({ code }) => code === settings.region_code);
  return (
    <>
      <PageHeader
        title="Réglages du réseau"
        lead="Ce que le site, les lettres et le bilan disent du réseau."
      />
      {conflict ? <ConflictNotice /> : null}
      <Form action={office.settings()} errors={errors} multipart>
        <Hidden name="version" value={String(version)} />
        <h2>Identité</h2>
        <TextField {...field("name")} required />
        <TextField {...field("short_name")} required />
        <TextField {...field("tagline")} />
        <TextArea {...field("presentation")} rows={8} />
        <SelectField
          {...field("region_code")}
          help={
            region ? `Départements : ${region.departments.map(({ name }) => name).join(", ")}.` : undefined
          }
          options={regions.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <h2>Apparence</h2>
        <div class="field-row">
          <TextField {...field("brand_colour")} type="color" />
          <TextField {...field("accent_colour")} type="color" />
        </div>
        <FileField
          name="logo"
          label="Logo"
          help="PNG, JPEG ou WebP, 500 Ko au plus. Sans logo, le site montre le nom court."
          accept="image/png,image/jpeg,image/webp"
          errors={errors}
        />
        {settings.logo_file ? (
          <>
            <img class="logo-preview" src={site.logo(settings.logo_file.slice(0, 8))} alt="Logo actuel" />
            <CheckboxField name="remove_logo" label="Retirer le logo actuel" />
          </>
        ) : null}
        <h2>Nous joindre</h2>
        <TextArea {...field("postal_address")} rows={3} />
        <div class="field-row">
          <TextField {...field("email")} type="email" />
          <TextField {...field("phone")} type="tel" />
        </div>
        <h2>Mentions légales</h2>
        <TextField {...field("publisher")} />
        <TextField {...field("registration")} />
        <TextField {...field("siren")} />
        <TextField {...field("publication_director")} />
        <TextArea {...field("host")} rows={2} />
        <TextField {...field("privacy_contact")} type="email" />
        <p>
          <Submit label="Enregistrer les réglages" />
        </p>
      </Form>
    </>
  );
}

function ConflictNotice() {
  return (
    <Callout tone="warning">
      <p>
        <strong>Un collègue a enregistré ces réglages pendant que vous les changiez.</strong> Rien n’a été
        écrasé : ce que vous avez tapé est ci-dessous. <a href={office.settings()}>Voyez ses réglages</a>, ou
        enregistrez de nouveau pour garder les vôtres.
      </p>
    </Callout>
  );
}
