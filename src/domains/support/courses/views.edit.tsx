import { support } from "#paths/support.ts";
import { Overtaken } from "#ui/overtaken.tsx";
import { PageHeader } from "#ui/page.tsx";
import { courseLabels } from "../texts.ts";
import type { CourseEntry } from "./commands.ts";
import type { Course } from "./course.ts";
import { wordedCourse, wordedEntry } from "./texts.form.ts";
import { type CourseFormProps, CourseFormView, upToBoard } from "./views.form.tsx";

export const newTitle = "Ouvrir un accompagnement";
export const editTitle = ({ subject }: { subject: string }) => `Modifier « ${subject} »`;

type FormFacts = Omit<CourseFormProps, "action" | "version" | "back">;

export function NewCoursePage(form: FormFacts) {
  return (
    <>
      <PageHeader
        title={newTitle}
        trail={upToBoard}
        lead="Un sujet et une organisation suffisent : le reste se complète en chemin."
      />
      <CourseFormView {...form} action={support.add()} back={support.board()} />
    </>
  );
}

/** A course being changed. `mine`: what was sent too late, after a colleague saved; both are shown, and saving again decides. */
export function EditCoursePage({
  course,
  mine,
  ...form
}: FormFacts & { course: Course; mine?: CourseEntry | undefined }) {
  const here = support.one(course.id);
  return (
    <>
      <PageHeader title={editTitle(course)} trail={[...upToBoard, { label: course.subject, href: here }]} />
      {mine ? (
        <Overtaken
          at={course.updated_at}
          labels={courseLabels}
          saved={wordedCourse(course, form.choices)}
          typed={wordedEntry(mine, form.choices, { pays: String(form.typed["pays"] ?? "") })}
          restart={support.edit(course.id)}
        />
      ) : null}
      <CourseFormView {...form} action={support.edit(course.id)} version={course.version} back={here} />
    </>
  );
}
