import { incubation } from "#paths/incubation.ts";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatShortDay } from "#ui/format.ts";
import type { CohortStay } from "./queries.ts";
import { milestoneState } from "./rules.ts";
import { dueText } from "./texts.ts";
import type { CohortPageProps } from "./views.cohort.tsx";
import { MilestoneFields } from "./views.milestone.tsx";

/** Organisations by milestones: what each reached, one click a mark. */
export function Milestones(props: CohortPageProps) {
  const { cohort, mayWrite, wrong } = props;
  const mine = wrong?.form === "milestone" ? wrong : undefined;
  return (
    <section id="jalons">
      <h2>Jalons</h2>
      {cohort.milestones.length === 0 ? (
        <p class="soft">Aucun jalon : ce que chaque organisation doit atteindre, et pour quand.</p>
      ) : (
        <Grid {...props} />
      )}
      {mayWrite ? (
        <details open={mine !== undefined}>
          <summary>Ajouter un jalon</summary>
          <Form action={incubation.milestones(cohort.id)} errors={mine?.errors} label="Ajouter un jalon" once>
            <MilestoneFields typed={mine?.typed} errors={mine?.errors} />
            <div class="buttons">
              <Submit label="Ajouter ce jalon" />
            </div>
          </Form>
        </details>
      ) : null}
    </section>
  );
}

function Grid({ cohort, mayWrite, today }: CohortPageProps) {
  const caption = `Jalons de la cohorte ${cohort.name}`;
  return (
    <section class="table-frame" tabindex={0} aria-label={caption}>
      <table class="table cohort-grid">
        <caption class="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Organisation</th>
            {cohort.milestones.map((milestone) => (
              <th scope="col">
                {mayWrite ? (
                  <a href={incubation.milestone(cohort.id, milestone.id)}>{milestone.title}</a>
                ) : (
                  milestone.title
                )}
                <span class="help">{dueText(milestone)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cohort.stays.map((stay) => (
            <tr>
              <th scope="row">
                <a href={incubation.stay(stay.id)}>{stay.name}</a>
              </th>
              {stay.marks.map((mark) => (
                <td>
                  <Cell cohort={cohort} stay={stay} mark={mark} mayWrite={mayWrite} today={today} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({
  cohort,
  stay,
  mark,
  mayWrite,
  today,
}: Pick<CohortPageProps, "cohort" | "mayWrite" | "today"> & {
  stay: CohortStay;
  mark: CohortStay["marks"][number];
}) {
  const state = milestoneState(mark, stay.left_on, today);
  const title = cohort.milestones.find(({ id }) => id === mark.milestone_id)?.title ?? "";
  const of = `${title}, ${stay.name}`;
  return (
    <>
      {state === "reached" ? (
        <span class="cohort-reached">✓ {formatShortDay(mark.reached_on ?? "")}</span>
      ) : state === "late" ? (
        <span class="overdue">en retard depuis le {formatShortDay(mark.due_on)}</span>
      ) : state === "awaited" ? (
        <span class="soft">{formatShortDay(mark.due_on)}</span>
      ) : (
        <span class="soft">–</span>
      )}
      {mark.note ? <span class="help">{mark.note}</span> : null}
      {mayWrite && state !== "dropped" ? (
        state === "reached" ? (
          <ActionForm
            action={incubation.unreached(cohort.id, mark.milestone_id, stay.id)}
            label="Ôter"
            of={of}
          />
        ) : (
          <ActionForm
            action={incubation.reached(cohort.id, mark.milestone_id, stay.id)}
            label="Atteint"
            of={of}
          />
        )
      ) : null}
    </>
  );
}
