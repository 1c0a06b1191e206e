import { registrations } from "#paths/registrations.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, RadioField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { Booking } from "./queries.event.ts";
import { wordWhen } from "./texts.ts";
import { OrganisationField } from "./views.correction.tsx";
import { trailOf } from "./views.record.tsx";

export const addTitle = "Inscrire quelqu’un";

/** A registration by the team. */
export function AddPage({
  booking,
  typed,
  errors = {},
}: {
  booking: Booking;
  typed: Typed;
  errors?: Errors;
}) {
  const fields = { typed, errors };
  return (
    <>
      <PageHeader
        title={addTitle}
        trail={trailOf(booking)}
        lead="Avant l’ouverture comme après la clôture. S’il ne reste pas de place, la personne est mise en liste d’attente."
      />
      <Form action={registrations.add(booking.id)} errors={errors} once>
        {booking.series ? null : (
          <RadioField
            legend="Date"
            name="session"
            errors={errors}
            {...(typeof typed["session"] === "string" ? { chosen: typed["session"] } : {})}
            options={booking.sessions
              .filter(({ cancelled }) => !cancelled)
              .map((session) => ({ value: String(session.id), label: wordWhen(session) }))}
          />
        )}
        <div class="field-row">
          <TextField
            name="prenom"
            label="Prénom"
            required
            autofocus={Object.keys(errors).length === 0}
            {...fields}
          />
          <TextField name="nom" label="Nom" required {...fields} />
        </div>
        <TextField name="courriel" label="Adresse électronique" type="email" required={false} {...fields} />
        <TextField name="telephone" label="Téléphone" type="tel" required={false} {...fields} />
        <OrganisationField {...fields} />
        <TextArea name="besoins" label="Besoins" rows={2} required={false} {...fields} />
        <CheckboxField
          name="prevenir"
          label="Lui écrire : confirmation et lien personnel"
          checked={typed["prevenir"] !== ""}
          errors={errors}
        />
        <div class="buttons">
          <Submit label="Inscrire" />
          <a href={registrations.all(booking.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
