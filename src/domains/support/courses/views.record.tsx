import { accounts } from "#paths/accounts.ts";
import { directory } from "#paths/directory.ts";
import { incubation } from "#paths/incubation.ts";
import { projects } from "#paths/projects.ts";
import { support } from "#paths/support.ts";
import type { Day } from "#platform/dates.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatDay, formatInstant } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { ButtonLink, Callout, Facts, PageHeader, Tag } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import type { Note } from "../content/queries.ts";
import { Documents } from "../content/views.documents.tsx";
import { Goals } from "../content/views.goals.tsx";
import { Notes } from "../content/views.notes.tsx";
import { Meetings, Time } from "../content/views.time.tsx";
import { Words } from "../content/views.words.tsx";
import { History } from "../handovers/views.history.tsx";
import type { LikelyMeeting } from "../meetings/queries.ts";
import { outcomeLabels, stageLabels } from "../texts.ts";
import { PeopleSection } from "../views.people.tsx";
import type { Course } from "./course.ts";
import type { Wrong } from "./page.tsx";
import { Coming, Tools } from "./views.beside.tsx";
import { upToBoard } from "./views.form.tsx";
import { Steps } from "./views.steps.tsx";

export interface CoursePageProps {
  course: Course;
  notes: readonly Note[];
  likely: readonly LikelyMeeting[];
  mayWrite: boolean;
  seesChanges: boolean;
  /** The whole address to give to the organisation, when the referent offers slots. */
  bookingLink: string | undefined;
  today: Day;
  now: Date;
  wrong?: Wrong | undefined;
}

/** A course: who, where it stands, what is aimed at, what was done, what is confidential. */
export function CoursePage(props: CoursePageProps) {
  const { course, mayWrite, seesChanges, wrong } = props;
  const open = mayWrite && !course.removed_at;
  return (
    <>
      <PageHeader title={course.subject} trail={upToBoard}>
        {open ? (
          <>
            <ButtonLink href={support.meeting(course.id)} label="Noter une réunion" accesskey="r" />
            <ButtonLink href={support.edit(course.id)} label="Modifier" kind="quiet" accesskey="m" />
            <ActionForm action={support.removal(course.id)} label="Supprimer" kind="danger" />
          </>
        ) : null}
      </PageHeader>
      {course.removed_at ? <Removed course={course} mayWrite={mayWrite} /> : null}
      <p>
        <Tag
          label={stageLabels[course.stage]}
          tone={course.stage === "closed" ? "plain" : course.stage === "request" ? "warning" : "good"}
        />{" "}
        <span class="soft small">depuis le {formatInstant(course.stage_since)}</span>
      </p>
      <CourseFacts course={course} />
      <div class="desk">
        <div>
          <Goals {...props} mayWrite={open} />
          <Meetings {...props} mayWrite={open} />
          <Coming {...props} mayWrite={open} />
          <Tools {...props} mayWrite={open} />
          <Time {...props} mayWrite={open} />
          {mayWrite ? <Words {...props} mayWrite={open} /> : null}
        </div>
        <div class="desk-side">
          {open ? <Steps {...props} /> : null}
          <PeopleSection
            title="Personnes"
            people={course.people}
            mayWrite={open}
            wrong={wrong && "nom" in wrong.typed ? wrong : undefined}
            addTo={support.people(course.id)}
            removal={({ id }) => support.personRemoval(course.id, id)}
          />
          <Documents {...props} mayWrite={open} />
          {mayWrite ? <Notes {...props} mayWrite={open} /> : null}
          <History course={course} />
        </div>
      </div>
      {seesChanges ? (
        <p>
          <a href={withQuery(accounts.changes(), { table: "support.courses", fiche: course.id })}>
            Qui a modifié cet accompagnement
          </a>
        </p>
      ) : null}
    </>
  );
}

function Removed({ course, mayWrite }: { course: Course; mayWrite: boolean }) {
  return (
    <Callout tone="warning">
      <p>
        Cet accompagnement est supprimé depuis le {course.removed_at ? formatInstant(course.removed_at) : ""}{" "}
        : il n’est dans aucune liste ni aucun total. Ses réunions restent au journal.
      </p>
      {mayWrite ? (
        <ActionForm action={support.restoration(course.id)} label="Rétablir" kind="primary" />
      ) : null}
    </Callout>
  );
}

function CourseFacts({ course }: { course: Course }) {
  return (
    <Facts
      facts={[
        [
          course.organisations.length > 1 ? "Organisations" : "Organisation",
          <Organisations lines={course.organisations} />,
        ],
        ["Référent ou référente", course.referent ?? "Personne pour l’instant"],
        ["Avec, dans l’équipe", course.staff_names.join(", ")],
        ["Thèmes", course.themes.join(", ")],
        ["Pays", course.countries.join(", ")],
        ["Commune", course.commune ?? course.place],
        [
          "Cohorte",
          course.cohorts.length > 0
            ? course.cohorts.map(({ stay_id, cohort }, index) => (
                <>
                  {index > 0 ? ", " : ""}
                  <a href={incubation.stay(stay_id)}>{cohort}</a>
                </>
              ))
            : null,
        ],
        ["Pôle", course.pole],
        ["Axe", course.axis],
        ["Dispositif", course.scheme],
        ["Demandé le", course.asked_on ? formatDay(course.asked_on) : null],
        [
          "Début",
          course.opened_on
            ? formatDay(course.opened_on)
            : course.stage === "request"
              ? null
              : "Inconnu : il n’est compté dans aucune année.",
        ],
        [
          "Projet",
          course.project_id && course.project ? (
            <a href={projects.one(course.project_id)}>{course.project}</a>
          ) : null,
        ],
        ["Dossier ou fonds visé", course.application],
        ["Clos le", course.closed_on ? formatDay(course.closed_on) : null],
        ["Comment il s’est terminé", course.outcome ? outcomeLabels[course.outcome] : null],
        ["Bilan", course.outcome_words ? <Paragraphs text={course.outcome_words} /> : null],
        ["De quoi il s’agit", course.description ? <Paragraphs text={course.description} /> : null],
      ]}
    />
  );
}

function Organisations({ lines }: { lines: Course["organisations"] }) {
  if (lines.length === 0) return <>Aucune n’est nommée.</>;
  return (
    <ul>
      {lines.map(({ typed, organisation_id, name }) => (
        <li>
          {organisation_id ? (
            <a href={directory.one(organisation_id)}>{name ?? typed}</a>
          ) : (
            `${typed} (absente de l’annuaire, ou pas trouvée sûrement)`
          )}
        </li>
      ))}
    </ul>
  );
}
