import { appointments } from "#paths/appointments.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { Callout } from "#ui/page.tsx";
import type { Host } from "./queries.hosts.ts";
import { wordCalendarRefusal } from "./texts.ts";

/** Of the errors of a page, those of one of its forms. */
export const pick = (errors: Errors, names: readonly string[]): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([name]) => names.includes(name)));

/** The calendar of an officer, elsewhere: what was last read of it, and where it is. */
export function OwnCalendar({ host, errors, typed }: { host: Host; errors: Errors; typed: Typed }) {
  const shown = host.secret ? new URL(host.secret.replace(/^webcals?:/i, "https:")).host : "";
  return (
    <section>
      <h2>Votre agenda habituel</h2>
      {host.secret ? (
        <>
          {host.refusal ? (
            <Callout tone="warning">
              <p>
                Votre agenda ({shown}) n’a pas pu être lu
                {host.tried_at ? ` le ${formatInstant(host.tried_at)}` : ""} :{" "}
                {wordCalendarRefusal(host.refusal)}.{" "}
                {host.read_at
                  ? `Les créneaux restent ouverts, d’après ce qu’il disait le ${formatInstant(host.read_at)}.`
                  : "Les créneaux restent tous ouverts, sans savoir quand vous êtes pris."}
              </p>
            </Callout>
          ) : (
            <p>
              Lu sur {shown}
              {host.read_at ? `, le ${formatInstant(host.read_at)}` : " : pas encore"}. Seul le fait d’être
              pris en est gardé, jamais ce qui y est écrit.
            </p>
          )}
          <div class="buttons">
            <ActionForm action={appointments.calendarReading()} label="Le relire maintenant" />
            <ActionForm action={appointments.calendar()} label="Ne plus le lire" hidden={{ adresse: "" }} />
          </div>
        </>
      ) : (
        <p>
          Donnez l’adresse iCalendar de votre agenda (Google : « Adresse secrète au format iCal » ; Outlook :
          « Publier un calendrier » ; Nextcloud : « Partager le lien ») : aucun créneau ne sera offert quand
          vous y êtes pris.
        </p>
      )}
      <Form action={appointments.calendar()} errors={pick(errors, ["adresse"])} label="Adresse de l’agenda">
        <TextField
          name="adresse"
          label={host.secret ? "Autre adresse" : "Adresse iCalendar"}
          typed={typed}
          errors={errors}
          autocomplete="off"
          required
          help="Elle commence par https:// ou webcal://, et n’est montrée à personne."
        />
        <div class="buttons">
          <Submit label="Lire cet agenda" kind="quiet" />
        </div>
      </Form>
    </section>
  );
}
