import { appointments } from "#paths/appointments.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { RadioField, SelectField, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { OpeningLine } from "./queries.hosts.ts";
import { weekdays, wordOpening } from "./texts.ts";
import { upToPage } from "./views.page.tsx";
import { type OfficeChoice, WhereFields } from "./views.where.tsx";

export const openingTitle = "Offrir des créneaux";
export const editOpeningTitle = (opening: OpeningLine) => `Modifier : ${wordOpening(opening)}`;

interface FormProps {
  typed: Typed;
  errors?: Errors;
  offices: readonly OfficeChoice[];
}

/** Slots each week, or on one day. */
export function OpeningPage({ opening, ...form }: FormProps & { opening?: OpeningLine }) {
  const field = { typed: form.typed, errors: form.errors };
  return (
    <>
      <PageHeader title={opening ? editOpeningTitle(opening) : openingTitle} trail={upToPage} />
      <Form
        action={opening ? appointments.opening(opening.id) : appointments.openings()}
        errors={form.errors}
        once={!opening}
        behaviour="quick-save"
      >
        {opening ? <Hidden name="version" value={String(form.typed["version"] ?? opening.version)} /> : null}
        <RadioField
          name="rythme"
          legend="Quand"
          chosen={String(form.typed["rythme"] ?? "semaine")}
          options={[
            { value: "semaine", label: "Chaque semaine, ou presque" },
            { value: "date", label: "Un seul jour" },
          ]}
          errors={form.errors}
        />
        <div class="field-row">
          <SelectField
            {...field}
            name="jour"
            label="Jour de la semaine"
            required={false}
            empty="Choisir…"
            options={weekdays.map((label, index) => ({ value: String(index + 1), label }))}
          />
          <SelectField
            {...field}
            name="semaines"
            label="Rythme"
            options={[
              { value: "1", label: "Toutes les semaines" },
              { value: "2", label: "Une semaine sur deux" },
              { value: "3", label: "Une semaine sur trois" },
              { value: "4", label: "Une semaine sur quatre" },
            ]}
          />
          <TextField
            {...field}
            name="date"
            label="Ou bien le jour"
            required={false}
            autocomplete="off"
            help="6/1/2026"
          />
        </div>
        <div class="field-row">
          <TextField {...field} name="debut" label="De" required autocomplete="off" help="9h" />
          <TextField {...field} name="fin" label="À" required autocomplete="off" help="12h" />
          <TextField
            {...field}
            name="duree"
            label="Durée de chaque rendez-vous"
            required
            autocomplete="off"
            help="45 min"
          />
        </div>
        <WhereFields {...form} />
        <div class="field-row">
          <TextField {...field} name="depuis" label="À partir du" required={false} autocomplete="off" />
          <TextField {...field} name="jusque" label="Jusqu’au" required={false} autocomplete="off" />
        </div>
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={appointments.page()}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
