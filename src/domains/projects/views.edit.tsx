import { projects } from "#paths/projects.ts";
import type { Typed } from "#platform/web/form.ts";
import { Overtaken } from "#ui/overtaken.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { ProjectRecord } from "./queries.record.ts";
import { fieldLabels, formOf, wordedForm } from "./texts.form.ts";
import { ProjectForm, type ProjectFormProps } from "./views.form.tsx";

export const newTitle = "Ajouter un projet";
export const editTitle = ({ title }: { title: string }) => `Modifier « ${title} »`;
export const upToList = [{ label: "Panorama", href: projects.all() }];

type FormFacts = Pick<ProjectFormProps, "choices" | "typed" | "errors" | "questions" | "countries">;

export function NewProjectPage(form: FormFacts) {
  return (
    <>
      <PageHeader
        title={newTitle}
        trail={upToList}
        lead="Seul le titre est nécessaire : le reste se complète au fil de l’eau. Rien n’est public avant que vous le publiiez."
      />
      <ProjectForm {...form} action={projects.add()} back={projects.all()} submit="Enregistrer" forTeam />
    </>
  );
}

/** A project being changed. `mine`: what was sent too late, after a colleague saved; both are shown, and saving again decides. */
export function EditProjectPage({
  project,
  mine,
  ...form
}: FormFacts & { project: Pick<ProjectRecord, keyof ProjectRecord>; mine?: Typed }) {
  return (
    <>
      <PageHeader
        title={editTitle(project)}
        trail={[...upToList, { label: project.title, href: projects.one(project.id) }]}
      />
      {mine ? (
        <Overtaken
          at={project.updated_at}
          labels={fieldLabels}
          saved={wordedForm(formOf(project), form.choices)}
          typed={wordedForm(mine, form.choices)}
          restart={projects.edit(project.id)}
        />
      ) : null}
      <ProjectForm
        {...form}
        action={projects.edit(project.id)}
        back={projects.one(project.id)}
        version={project.version}
        submit="Enregistrer"
        forTeam
      />
    </>
  );
}
