import { activities } from "#paths/activities.ts";
import type { Day } from "#platform/dates.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, SelectField, TextField } from "#ui/fields.tsx";
import { Form, Hidden, SearchForm, Submit } from "#ui/form.tsx";
import { formatDay, formatFullDay, formatShortDay, plural } from "#ui/format.ts";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { Meeting } from "../queries.ts";
import { upToList } from "../views.record.tsx";
import { type ProposedDate, type Rhythm, rhythms } from "./rules.ts";

export const seriesTitle = ({ subject }: Pick<Meeting, "subject">) => `« ${subject} », à d’autres dates`;

const whys = { weekend: "fin de semaine", holiday: "jour férié", noted: "déjà au journal" } as const;

export interface SeriesProps {
  meeting: Meeting;
  rhythm: Rhythm;
  until: { typed: string; day: Day | undefined } | undefined;
  dates: readonly ProposedDate[];
  typed?: Typed;
  errors?: Errors;
}

/** A meeting that comes back: its dates are proposed, then all noted at once. */
export function SeriesPage({ meeting, rhythm, until, dates, typed = {}, errors = {} }: SeriesProps) {
  const wrong = until && (until.day === undefined || until.day <= meeting.held_on);
  const kept = [typed["dates"] ?? []].flat();
  return (
    <>
      <PageHeader
        title={seriesTitle(meeting)}
        trail={[...upToList, { label: meeting.subject, href: activities.one(meeting.id) }]}
        lead={`Tenue le ${formatDay(meeting.held_on)}. Chaque date devient une réunion à part, que l’on corrige ou supprime seule.`}
      />
      <SearchForm action={activities.series()} label="Proposer les dates" class="form">
        <Hidden name="modele" value={String(meeting.id)} />
        <div class="field-row">
          <SelectField
            name="rythme"
            label="Elle revient"
            value={rhythm}
            options={rhythms.map(({ code, label }) => ({ value: code, label }))}
          />
          <TextField
            name="jusqu"
            label="Jusqu’au"
            autocomplete="off"
            help="6/7/26, 30 juin…"
            value={until?.day ? formatShortDay(until.day) : until?.typed}
            errors={wrong ? { jusqu: `Donnez une date après le ${formatDay(meeting.held_on)}.` } : {}}
          />
        </div>
        <Submit label="Proposer les dates" kind={dates.length > 0 ? "quiet" : "primary"} />
      </SearchForm>
      {until && !wrong && dates.length === 0 ? (
        <Callout>
          <p>Elle ne revient pas d’ici là : choisissez une fin plus éloignée.</p>
        </Callout>
      ) : null}
      {dates.length > 0 ? (
        <Form action={activities.series()} once errors={errors}>
          <Hidden name="modele" value={String(meeting.id)} />
          <fieldset class="field series-dates" id="champ-dates" tabindex={-1}>
            <legend>{plural(dates.length, "date")}</legend>
            {dates.map(({ day, why }) => (
              <CheckboxField
                name="dates[]"
                value={day}
                label={`${formatFullDay(day)}${why ? ` (${whys[why]})` : ""}`}
                checked={kept.length > 0 ? kept.includes(day) : !why}
              />
            ))}
          </fieldset>
          <TextField
            name="participants"
            label="Participants de chacune"
            inputmode="numeric"
            autocomplete="off"
            required
            value={meeting.participants}
            typed={typed}
            errors={errors}
            help="Hors équipe ; 0 est permis"
          />
          <p class="buttons">
            <Submit label="Noter toutes ces réunions" />
            <a href={activities.one(meeting.id)}>Renoncer</a>
          </p>
        </Form>
      ) : null}
    </>
  );
}
