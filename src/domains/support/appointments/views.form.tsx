import { appointments } from "#paths/appointments.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { Host } from "./queries.hosts.ts";
import type { Appointment } from "./queries.ts";
import { wordWhen } from "./texts.ts";
import { upToWeek } from "./views.record.tsx";
import { type OfficeChoice, WhereFields } from "./views.where.tsx";

interface FormProps {
  typed: Typed;
  errors?: Errors;
  offices: readonly OfficeChoice[];
}

const WhenFields = ({ typed, errors }: Pick<FormProps, "typed" | "errors">) => (
  <div class="field-row">
    <TextField
      name="date"
      label="Date"
      typed={typed}
      errors={errors}
      required
      autocomplete="off"
      help="6/1/2026, demain, lundi prochain…"
    />
    <TextField
      name="heure"
      label="Heure"
      typed={typed}
      errors={errors}
      required
      autocomplete="off"
      help="9h ou 9h30"
    />
    <TextField
      name="duree"
      label="Durée"
      typed={typed}
      errors={errors}
      required
      autocomplete="off"
      help="45 min ou 1h"
    />
  </div>
);

export const addTitle = "Ajouter un rendez-vous";

/** One that the team adds by hand: taken by telephone, at a counter. */
export function AddPage({
  hosts,
  themes,
  ...form
}: FormProps & {
  hosts: readonly Pick<Host, "id" | "name">[];
  themes: readonly { id: number; label: string }[];
}) {
  const field = { typed: form.typed, errors: form.errors };
  return (
    <>
      <PageHeader title={addTitle} trail={upToWeek} />
      <Form action={appointments.add()} errors={form.errors} behaviour="quick-save" once>
        {form.typed["accompagnement"] ? (
          <Hidden name="accompagnement" value={String(form.typed["accompagnement"])} />
        ) : null}
        <TextField {...field} name="sujet" label="Sujet" required autocomplete="off" />
        <SelectField
          {...field}
          name="avec"
          label="Qui reçoit"
          required
          options={hosts.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <WhenFields {...field} />
        <WhereFields {...form} />
        <div class="field-row">
          <TextField {...field} name="nom" label="Qui vient" required={false} autocomplete="off" />
          <TextField
            {...field}
            name="organisation"
            label="Organisation"
            required={false}
            autocomplete="off"
            help="Retrouvée dans l’annuaire quand son nom y est."
          />
        </div>
        <div class="field-row">
          <TextField
            {...field}
            name="courriel"
            label="Adresse électronique"
            type="email"
            required={false}
            autocomplete="off"
          />
          <TextField
            {...field}
            name="telephone"
            label="Téléphone"
            type="tel"
            required={false}
            autocomplete="off"
          />
        </div>
        <CheckboxField
          name="ecrire"
          label="Lui écrire la confirmation, avec le lien pour déplacer ou annuler"
          checked={form.typed["ecrire"] === "oui"}
        />
        <SelectField
          {...field}
          name="theme"
          label="Thème"
          required={false}
          empty="Aucun"
          options={themes.map(({ id, label }) => ({ value: String(id), label }))}
        />
        <TextArea
          {...field}
          name="message"
          label="Ce qu’il est bon de savoir avant"
          rows={3}
          required={false}
        />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={appointments.week()}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

export const placeTitle = ({ subject }: Appointment) => `Déplacer « ${subject} »`;

/** Moving an appointment, to any time that is not taken. */
export function PlacePage({ appointment, ...form }: FormProps & { appointment: Appointment }) {
  return (
    <>
      <PageHeader
        title={placeTitle(appointment)}
        trail={[...upToWeek, { label: appointment.subject, href: appointments.one(appointment.id) }]}
        lead={`Prévu le ${wordWhen({ startsAt: appointment.starts_at, endsAt: appointment.ends_at })}. ${appointment.email ? "La personne recevra une lettre." : ""}`}
      />
      <Form action={appointments.move(appointment.id)} errors={form.errors}>
        <Hidden name="version" value={String(appointment.version)} />
        <WhenFields {...form} />
        <WhereFields {...form} />
        <div class="buttons">
          <Submit label="Déplacer" />
          <a href={appointments.one(appointment.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
