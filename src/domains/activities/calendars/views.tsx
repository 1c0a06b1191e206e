import { activities } from "#paths/activities.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import type { Notice } from "#platform/web/notice.ts";
import { FileField, SelectField, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { NoticeLine } from "#ui/notice.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import { upToList } from "../views.record.tsx";
import { weeksOffered } from "./input.ts";
import type { Calendar } from "./queries.ts";
import { refusalText } from "./texts.ts";
import { Entries, type EntriesProps, Refused } from "./views.entries.tsx";

export const calendarsTitle = "Réunions de vos agendas";

export interface CalendarsProps extends Omit<EntriesProps, "typed" | "errors"> {
  calendars: readonly Calendar[];
  refused: readonly { id: number; subject: string; starts_at: Date }[];
  reminded: boolean;
  /** What was sent and refused, and by which form. */
  sent?: { form: "entries" | "file" | "address"; typed: Typed; errors: Errors; done?: Notice };
}

/** What someone's calendars propose to log, and the calendars themselves. */
export function CalendarsPage({ calendars, refused, reminded, sent, ...entries }: CalendarsProps) {
  const of = (form: string) => (sent?.form === form ? { typed: sent.typed, errors: sent.errors } : {});
  return (
    <>
      <PageHeader
        title={calendarsTitle}
        trail={upToList}
        lead="Vos réunions passées sont lues dans vos agendas et proposées ici. Rien n’entre au journal sans vous."
      />
      {sent?.done ? <NoticeLine notice={sent.done} /> : null}
      {entries.waiting.total > 0 ? (
        <Entries {...entries} {...of("entries")} />
      ) : (
        <p>
          Rien n’attend d’être noté.
          {calendars.length === 0 ? " Donnez un fichier ou l’adresse d’un agenda pour commencer." : ""}
        </p>
      )}
      <Refused refused={refused} />
      <section aria-labelledby="fichier">
        <h2 id="fichier">Lire un fichier</h2>
        <Form action={activities.calendarFile()} multipart once {...of("file")}>
          <div class="field-row">
            <FileField
              {...of("file")}
              name="fichier"
              label="Fichier iCalendar (.ics)"
              accept=".ics,text/calendar"
              help="Exporté d’Outlook, de Google Agenda, de Nextcloud, de Thunderbird…"
            />
            <Weeks name="periode" {...of("file")} />
          </div>
          <Submit label="Lire ce fichier" />
        </Form>
      </section>
      <section aria-labelledby="agendas">
        <h2 id="agendas">Vos agendas</h2>
        {calendars.map((calendar) => (
          <OneCalendar calendar={calendar} />
        ))}
        <Form action={activities.calendars()} once {...of("address")}>
          <TextField
            {...of("address")}
            name="adresse"
            label="Adresse secrète de l’agenda, au format iCal"
            type="url"
            autocomplete="off"
            help="Elle commence par https:// ou webcal://. Elle ouvre votre agenda à qui la connaît : elle n’est plus montrée à personne, et part avec l’agenda quand vous le retirez."
          />
          <div class="field-row">
            <TextField
              {...of("address")}
              name="nom"
              label="Nom"
              required={false}
              autocomplete="off"
              help="Pour vous y retrouver : Travail"
            />
            <TextField
              {...of("address")}
              name="invitation"
              label="Adresse où l’on vous invite"
              type="email"
              required={false}
              autocomplete="off"
              help="Si ce n’est pas celle de votre compte"
            />
            <Weeks name="semaines" {...of("address")} />
          </div>
          <Submit label="Lire cet agenda" kind={calendars.length > 0 ? "quiet" : "primary"} />
        </Form>
        <p class="soft after-form">
          Les rendez-vous privés, déclinés, annulés, d’une journée entière ou pendant lesquels vous étiez «
          disponible » ne sont jamais proposés. Un agenda enregistré est relu chaque matin ouvré.
        </p>
      </section>
      <Reminder reminded={reminded} />
    </>
  );
}

function Weeks({ name, typed, errors }: { name: string; typed?: Typed; errors?: Errors }) {
  const words = (count: number) =>
    count === 1
      ? "La dernière semaine"
      : count === 52
        ? "La dernière année"
        : `Les ${count} dernières semaines`;
  return (
    <SelectField
      name={name}
      label="Période"
      value={2}
      typed={typed ?? {}}
      errors={errors ?? {}}
      options={weeksOffered.map((count) => ({ value: String(count), label: words(count) }))}
    />
  );
}

function OneCalendar({ calendar: { id, name, host, read_at, refusal } }: { calendar: Calendar }) {
  return (
    <div class="calendar-line">
      <p>
        <strong>{name}</strong> <span class="soft">{host}</span>
        <br />
        <span class="soft">{read_at ? `Lu le ${formatInstant(read_at)}` : "Pas encore lu"}</span>
      </p>
      <ActionForm action={activities.calendarReading(id)} label="Relire" of={name} />
      <ActionForm action={activities.calendarRemoval(id)} label="Retirer" of={name} kind="danger" />
      {refusal ? (
        <Callout tone="warning">
          <p>{refusalText(refusal)}</p>
        </Callout>
      ) : null}
    </div>
  );
}

function Reminder({ reminded }: { reminded: boolean }) {
  return (
    <section aria-labelledby="rappel">
      <h2 id="rappel">Le rappel du vendredi</h2>
      <p>
        {reminded
          ? "Chaque vendredi matin, une seule lettre vous dit ce qui manque à vos réunions : propositions en attente, semaines sans réunion, réunions sans participant ni organisation. Rien ne manque : rien n’est écrit."
          : "Vous ne recevez pas la lettre du vendredi qui dit ce qui manque à vos réunions."}
      </p>
      <ActionForm
        action={activities.reminder()}
        label={reminded ? "Ne plus recevoir ce rappel" : "Recevoir ce rappel"}
        hidden={{ voulu: reminded ? "non" : "oui" }}
      />
    </section>
  );
}
