import { agenda } from "#paths/agenda.ts";
import { incubation } from "#paths/incubation.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, SearchForm, Submit } from "#ui/form.tsx";
import { formatDay, formatShortDay } from "#ui/format.ts";
import { ButtonLink, PageHeader } from "#ui/page.tsx";
import type { LinkableEvent } from "./queries.choices.ts";
import type { Cohort, CohortEvent } from "./queries.ts";
import type { CohortPageProps } from "./views.cohort.tsx";
import { upToCohorts } from "./views.form.tsx";

/** The programme of a cohort: events of the agenda, with who of the cohort was there. */
export function Programme({ cohort, mayWrite }: CohortPageProps) {
  return (
    <section id="programme">
      <h2>Programme</h2>
      {cohort.events.length === 0 ? (
        <p class="soft">Rien n’y est encore : ses rendez-vous sont des événements de l’agenda.</p>
      ) : (
        <ul class="lines">
          {cohort.events.map((event) => (
            <li class="line-with-tool">
              <div>
                <a class="line-title" href={agenda.one(event.id)}>
                  {event.title}
                </a>{" "}
                <span class="soft small">{event.kind}</span>
                <p>{whenOf(event)}</p>
                <Who event={event} />
              </div>
              {mayWrite ? (
                <ActionForm
                  action={incubation.unlinking(cohort.id, event.id)}
                  label="Retirer"
                  of={event.title}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {mayWrite ? (
        <ButtonLink href={incubation.programme(cohort.id)} label="Rattacher un événement" kind="quiet" />
      ) : null}
    </section>
  );
}

function whenOf({ cancelled, dates, planned_period }: CohortEvent): string {
  if (cancelled) return "Annulé";
  const days = dates.map(
    ({ starts_on, ends_on, cancelled: off }) =>
      `${formatDay(starts_on)}${ends_on && ends_on !== starts_on ? ` au ${formatDay(ends_on)}` : ""}${off ? " (annulée)" : ""}`,
  );
  return days.join(" ; ") || planned_period || "Date à définir";
}

function Who({ event: { present, registered } }: { event: CohortEvent }) {
  const expected = registered.filter((name) => !present.includes(name));
  return (
    <>
      {present.length > 0 ? <p class="small">Présentes : {present.join(", ")}</p> : null}
      {expected.length > 0 ? <p class="soft small">Inscrites : {expected.join(", ")}</p> : null}
      {present.length + registered.length === 0 ? (
        <p class="soft small">Aucune organisation de la cohorte n’y est inscrite.</p>
      ) : null}
    </>
  );
}

export const programmeTitle = ({ name }: { name: string }) => `Rattacher un événement à « ${name} »`;

/** Choosing an event of the agenda. */
export function ProgrammePage({
  cohort,
  words,
  events,
}: {
  cohort: Cohort;
  words: string;
  events: readonly LinkableEvent[];
}) {
  return (
    <>
      <PageHeader
        title={programmeTitle(cohort)}
        trail={[...upToCohorts, { label: cohort.name, href: incubation.one(cohort.id) }]}
        lead="Les rendez-vous de la cohorte sont dans l’agenda, avec leurs inscriptions et leurs présences."
      >
        <ButtonLink href={agenda.add()} label="Ajouter à l’agenda" kind="quiet" />
      </PageHeader>
      <SearchForm action={incubation.programme(cohort.id)} label="Chercher dans l’agenda">
        <TextField name="q" label="Mots du titre" type="search" value={words} required={false} />
        <Submit label="Chercher" kind="quiet" />
      </SearchForm>
      {events.length === 0 ? (
        <p>Aucun événement annoncé n’a ces mots dans son titre, ou il est déjà de la cohorte.</p>
      ) : (
        <ul class="lines">
          {events.map((event) => (
            <li class="line-with-tool">
              <div>
                <a class="line-title" href={agenda.one(event.id)}>
                  {event.title}
                </a>
                <p class="soft small">
                  {[
                    event.kind,
                    event.first_on ? formatShortDay(event.first_on) : event.planned_period || "sans date",
                  ].join(" · ")}
                </p>
              </div>
              <ActionForm
                action={incubation.relinking(cohort.id, event.id)}
                label="Rattacher"
                of={event.title}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
