import { support } from "#paths/support.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatDay, formatShortDay, plural } from "#ui/format.ts";
import { PageHeader, Tag } from "#ui/page.tsx";
import type { Course, Goal } from "../courses/course.ts";
import type { Wrong } from "../courses/page.tsx";
import { upToBoard } from "../courses/views.form.tsx";
import { goalLabels } from "../texts.ts";

const tones = { open: "warning", reached: "good", dropped: "plain" } as const;

interface Props {
  course: Course;
  mayWrite: boolean;
  wrong?: Wrong | undefined;
}

/** The goals of a course, which live over several meetings. */
export function Goals({ course, mayWrite, wrong }: Props) {
  const mine = wrong && "objectif" in wrong.typed ? wrong : undefined;
  return (
    <section id="objectifs">
      <h2>Objectifs</h2>
      {course.goals.length === 0 ? (
        <p class="soft">
          Aucun n’est encore fixé. Un objectif dure le temps qu’il faut, d’une réunion à l’autre.
        </p>
      ) : (
        <ul class="lines">
          {course.goals.map((goal) => (
            <GoalLine course={course} goal={goal} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {mayWrite ? (
        <details open={mine !== undefined}>
          <summary>Fixer un objectif</summary>
          <Form action={support.goals(course.id)} errors={mine?.errors} label="Fixer un objectif" once>
            <GoalFields wrong={mine} />
            <div class="buttons">
              <Submit label="Fixer l’objectif" />
            </div>
          </Form>
        </details>
      ) : null}
    </section>
  );
}

function GoalFields({ wrong, goal }: { wrong?: Wrong | undefined; goal?: Goal }) {
  const state = { typed: wrong?.typed, errors: wrong?.errors };
  return (
    <>
      <TextField
        name="objectif"
        label="Objectif"
        required
        autocomplete="off"
        value={goal?.title}
        {...state}
      />
      <TextField
        name="echeance"
        label="Échéance"
        required={false}
        autocomplete="off"
        help="12/3, fin de mois…"
        value={goal?.due_on ? formatShortDay(goal.due_on) : ""}
        {...state}
      />
    </>
  );
}

function GoalLine({ course, goal, mayWrite }: { course: Course; goal: Goal; mayWrite: boolean }) {
  const told = [
    `fixé le ${formatShortDay(goal.set_on)}`,
    goal.due_on && goal.state === "open" ? `pour le ${formatShortDay(goal.due_on)}` : "",
    goal.settled_on ? `${goalLabels[goal.state].toLowerCase()} le ${formatShortDay(goal.settled_on)}` : "",
    goal.meetings > 0 ? plural(goal.meetings, "réunion") : "",
  ];
  const move = (etat: "open" | "reached" | "dropped", label: string) => (
    <ActionForm
      action={support.goalState(course.id, goal.id)}
      label={label}
      of={goal.title}
      hidden={{ etat, version: goal.version }}
    />
  );
  return (
    <li>
      <p>
        <Tag label={goalLabels[goal.state]} tone={tones[goal.state]} /> <strong>{goal.title}</strong>
      </p>
      <p class="soft small">{told.filter(Boolean).join(" · ")}</p>
      {mayWrite ? (
        <div class="buttons">
          {goal.state === "open" ? (
            <>
              {move("reached", "Atteint")}
              {move("dropped", "Abandonné")}
            </>
          ) : (
            move("open", "Rouvrir")
          )}
          <a class="small" href={support.goal(course.id, goal.id)}>
            Reformuler<span class="sr-only"> « {goal.title} »</span>
          </a>
        </div>
      ) : null}
    </li>
  );
}

export const goalTitle = "Reformuler un objectif";

/** A goal said otherwise. `saved`: what a colleague said first. */
export function GoalPage({
  course,
  goal,
  wrong,
  overtaken = false,
}: {
  course: Course;
  goal: Goal;
  wrong?: Wrong;
  overtaken?: boolean;
}) {
  return (
    <>
      <PageHeader
        title={goalTitle}
        trail={[...upToBoard, { label: course.subject, href: support.one(course.id) }]}
        lead={
          overtaken
            ? `Un collègue vient de l’écrire ainsi : « ${goal.title} »${goal.due_on ? `, pour le ${formatDay(goal.due_on)}` : ""}. Ce que vous avez tapé est dans le formulaire : enregistrez pour le remplacer.`
            : undefined
        }
      />
      <Form action={support.goal(course.id, goal.id)} errors={wrong?.errors}>
        <Hidden
          name="version"
          value={String(overtaken ? goal.version : (wrong?.typed["version"] ?? goal.version))}
        />
        <GoalFields goal={goal} wrong={wrong} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={support.one(course.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
