import { agenda } from "#paths/agenda.ts";
import { directory } from "#paths/directory.ts";
import { incubation } from "#paths/incubation.ts";
import { support } from "#paths/support.ts";
import { tools } from "#paths/tools.ts";
import type { Day } from "#platform/dates.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatDay, formatShortDay } from "#ui/format.ts";
import { Callout, Facts, PageHeader } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import { PeopleSection } from "../views.people.tsx";
import type { Stay } from "./queries.stay.ts";
import { milestoneState } from "./rules.ts";
import { milestoneLabels, outcomeLabels, pointLabel } from "./texts.ts";
import type { Wrong } from "./views.cohort.tsx";
import { upToCohorts } from "./views.form.tsx";
import { Progress } from "./views.progress.tsx";
import { Tools } from "./views.stay-side.tsx";

export const stayTitle = ({ name, cohort }: Pick<Stay, "name" | "cohort">) => `${name} dans « ${cohort} »`;

export interface StayPageProps {
  stay: Stay;
  today: Day;
  /** Writes, and the place is not taken out, nor its cohort deleted. */
  mayWrite: boolean;
  mayRestore: boolean;
  wrong?: Wrong | undefined;
}

/** An organisation in a cohort: its progress over the years, its milestones, with whom; a page to print. */
export function StayPage(props: StayPageProps) {
  const { stay, mayWrite, wrong } = props;
  return (
    <article class="cohort-sheet">
      <PageHeader
        title={stayTitle(stay)}
        trail={[...upToCohorts, { label: stay.cohort, href: incubation.one(stay.cohort_id) }]}
      >
        {mayWrite ? (
          <ActionForm action={incubation.stayRemoval(stay.id)} label="Retirer de la cohorte" kind="danger" />
        ) : null}
      </PageHeader>
      {stay.removed_at ? (
        <Callout tone="warning">
          <p>Cette organisation est retirée de la cohorte, comme si elle n’y était pas entrée.</p>
          {props.mayRestore ? (
            <ActionForm action={incubation.stayRestoration(stay.id)} label="La remettre" kind="primary" />
          ) : null}
        </Callout>
      ) : null}
      <Facts
        facts={[
          ["Organisation", <a href={directory.one(stay.organisation_id)}>{stay.name}</a>],
          ["Entrée le", formatDay(stay.entered_on)],
          ["Sortie le", stay.left_on ? formatDay(stay.left_on) : null],
          ["Comment", stay.outcome ? outcomeLabels[stay.outcome] : null],
          ["Motif", stay.reason ? <Paragraphs text={stay.reason} /> : null],
          [
            "Accompagnement",
            stay.course_id && stay.course ? <a href={support.one(stay.course_id)}>{stay.course}</a> : null,
          ],
        ]}
      />
      <section id="progression">
        <h2>Progression</h2>
        <Progress points={stay.points} name={stay.name} />
        {mayWrite && !stay.left_on ? <NextPoint {...props} /> : null}
      </section>
      <Milestones {...props} />
      <Present stay={stay} />
      <PeopleSection
        title="Personnes référentes dans l’organisation"
        people={stay.people}
        mayWrite={mayWrite}
        wrong={wrong?.form === "person" ? wrong : undefined}
        addTo={incubation.people(stay.id)}
        removal={({ id }) => incubation.personRemoval(stay.id, id)}
      />
      {mayWrite ? <Tools {...props} /> : null}
      <p class="help no-print">Pour l’imprimer, ou l’enregistrer en PDF : Ctrl + P.</p>
    </article>
  );
}

function NextPoint({ stay, today, wrong }: StayPageProps) {
  const mine = wrong?.form === "point" ? wrong : undefined;
  const last = stay.points.at(-1);
  const label = pointLabel(last ? last.number + 1 : 0).toLowerCase();
  return (
    <details open={mine !== undefined || !last} class="no-print">
      <summary>{last ? `Faire le point : ${label}` : "Faire le diagnostic d’entrée"}</summary>
      <Form action={incubation.points(stay.id)} errors={mine?.errors} label="Faire le point" once>
        <TextField
          name="point"
          label="Date"
          required
          value={formatShortDay(today)}
          typed={mine?.typed}
          errors={mine?.errors}
          autocomplete="off"
        />
        <div class="buttons">
          <Submit label="Ouvrir les questions" />
          <span class="help">
            {last
              ? "Les questions de la fois d’avant, à remplir ensemble ou par un lien."
              : "À remplir ensemble, ou par un lien donné à l’organisation. "}
            {last ? null : <a href={tools.words("diagnosis")}>Changer les questions</a>}
          </span>
        </div>
      </Form>
    </details>
  );
}

function Milestones({ stay, today, mayWrite }: StayPageProps) {
  return (
    <section id="jalons">
      <h2>Jalons</h2>
      {stay.milestones.length === 0 ? <p class="soft">La cohorte n’a pas encore de jalon.</p> : null}
      <ul class="lines">
        {stay.milestones.map((milestone) => {
          const mark = stay.marks.find(({ milestone_id }) => milestone_id === milestone.id);
          if (!mark) return null;
          const state = milestoneState(mark, stay.left_on, today);
          return (
            <li class="line-with-tool">
              <div>
                <span class="line-title">{milestone.title}</span>
                <p class={state === "late" ? "overdue small" : "soft small"}>
                  {mark.reached_on
                    ? `Atteint le ${formatDay(mark.reached_on)}`
                    : `${milestoneLabels[state]}, attendu pour le ${formatDay(mark.due_on)}`}
                </p>
                {mark.note ? <Paragraphs text={mark.note} /> : null}
              </div>
              {mayWrite ? (
                <a class="no-print" href={incubation.mark(stay.id, milestone.id)}>
                  Date et note<span class="sr-only"> : {milestone.title}</span>
                </a>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Present({ stay: { present } }: { stay: Stay }) {
  if (present.length === 0) return null;
  return (
    <section id="programme">
      <h2>Au programme, elle était là</h2>
      <ul>
        {present.map(({ id, title, first_on }) => (
          <li>
            <a href={agenda.one(id)}>{title}</a>
            {first_on ? `, ${formatDay(first_on)}` : ""}
          </li>
        ))}
      </ul>
    </section>
  );
}
