import { directory } from "#paths/directory.ts";
import { incubation } from "#paths/incubation.ts";
import { support } from "#paths/support.ts";
import type { Day } from "#platform/dates.ts";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { formatShortDay } from "#ui/format.ts";
import { ExportLinks, ListTable } from "#ui/list.tsx";
import type { CohortStay } from "./queries.ts";
import { wholeDifference, wholeLevel } from "./rules.progress.ts";
import { milestoneState } from "./rules.ts";
import { differenceText, levelText, outcomeLabels, pointLabel } from "./texts.ts";
import type { CohortPageProps } from "./views.cohort.tsx";

/** Who is in the cohort, since when, and how far. */
export function Organisations(props: CohortPageProps) {
  const { cohort, today } = props;
  return (
    <section id="organisations">
      <h2>Organisations</h2>
      {cohort.stays.length === 0 ? (
        <p class="soft">Aucune organisation n’y est encore entrée.</p>
      ) : (
        <>
          <ListTable<CohortStay>
            caption={`Organisations de la cohorte ${cohort.name}`}
            rows={cohort.stays}
            path={incubation.one(cohort.id)}
            query={{}}
            columns={[
              { label: "Organisation", cell: (stay) => <a href={incubation.stay(stay.id)}>{stay.name}</a> },
              { label: "Entrée", cell: (stay) => formatShortDay(stay.entered_on) },
              { label: "Diagnostic", cell: (stay) => <Diagnosis stay={stay} /> },
              { label: "Jalons", cell: (stay) => <Reached stay={stay} today={today} /> },
              {
                label: "Accompagnement",
                wide: true,
                cell: (stay) =>
                  stay.course_id && stay.course ? (
                    <a href={support.one(stay.course_id)}>{stay.course}</a>
                  ) : (
                    ""
                  ),
              },
              { label: "Sortie", cell: left },
            ]}
          />
          <ExportLinks path={incubation.organisations(cohort.id)} query={{}} />
        </>
      )}
      {props.mayWrite && (!cohort.closed_on || props.wrong?.form === "enter") ? <Enter {...props} /> : null}
    </section>
  );
}

function Diagnosis({ stay: { points } }: { stay: CohortStay }) {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return <span class="soft">à faire</span>;
  if (first === last) return <>{levelText(wholeLevel(first))} à l’entrée</>;
  return (
    <span>
      {levelText(wholeLevel(first))} → {levelText(wholeLevel(last))}{" "}
      <span class="soft small">
        {pointLabel(last.number).toLowerCase()}, {differenceText(wholeDifference(points))}
      </span>
    </span>
  );
}

function Reached({ stay, today }: { stay: CohortStay; today: Day }) {
  const states = stay.marks.map((mark) => milestoneState(mark, stay.left_on, today));
  if (states.length === 0) return null;
  const late = states.filter((state) => state === "late").length;
  return (
    <span>
      {states.filter((state) => state === "reached").length} sur {states.length}
      {late > 0 ? <span class="overdue"> ({late} en retard)</span> : null}
    </span>
  );
}

const left = ({ left_on, outcome }: CohortStay) =>
  left_on && outcome ? `${formatShortDay(left_on)} : ${outcomeLabels[outcome].toLowerCase()}` : "";

function Enter({ cohort, wrong, today }: CohortPageProps) {
  const mine = wrong?.form === "enter" ? wrong : undefined;
  const state = { typed: mine?.typed, errors: mine?.errors };
  return (
    <details open={mine !== undefined || cohort.stays.length === 0}>
      <summary>Faire entrer des organisations</summary>
      <Form
        action={incubation.organisations(cohort.id)}
        errors={mine?.errors}
        label="Faire entrer des organisations"
        once
      >
        <TextArea
          {...state}
          name="organisations"
          label="Organisations de l’annuaire"
          required
          rows={2}
          help="Une par ligne."
          data={{
            "data-controller": "organisations",
            "data-organisations-url-value": directory.suggestions(),
          }}
        />
        <TextField
          {...state}
          name="entree"
          label="Date d’entrée"
          required
          value={formatShortDay(today)}
          autocomplete="off"
        />
        <div class="buttons">
          <Submit label="Les faire entrer" />
        </div>
      </Form>
    </details>
  );
}
