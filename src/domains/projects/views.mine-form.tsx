import { projects } from "#paths/projects.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField, TextArea } from "#ui/fields.tsx";
import { PageHeader } from "#ui/page.tsx";
import { ProjectForm, type ProjectFormProps } from "./views.form.tsx";
import { mineTitle } from "./views.mine.tsx";

export const proposeTitle = "Proposer un projet";
export const updateTitle = ({ title }: { title: string }) => `Mettre à jour « ${title} »`;

type FormFacts = Pick<ProjectFormProps, "choices" | "typed" | "errors" | "questions" | "countries">;

/** A new project, in the name of one of my organisations. */
export function ProposePage({
  organisations,
  ...form
}: FormFacts & { organisations: readonly { id: number; name: string }[] }) {
  return (
    <>
      <PageHeader
        title={proposeTitle}
        trail={[{ label: mineTitle, href: projects.mine() }]}
        lead="Seul le titre est nécessaire. L’équipe du réseau relit votre proposition, la complète avec vous s’il le faut, puis la publie."
      />
      <ProjectForm
        {...form}
        action={projects.propose()}
        back={projects.mine()}
        submit="Proposer ce projet"
        forTeam={false}
        lead={
          <>
            <SelectField
              name="organisation"
              label="Au nom de"
              typed={form.typed}
              errors={form.errors}
              required
              help="L’organisation qui porte le projet : inutile de la redire plus bas."
              options={organisations.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
            <Message typed={form.typed} errors={form.errors} />
          </>
        }
      />
    </>
  );
}

/** One of my projects being changed: at once while nobody has read it, as a proposal afterwards. */
export function UpdatePage({
  project,
  staged,
  ...form
}: FormFacts & { project: { id: number; title: string; version: number }; staged: boolean }) {
  return (
    <>
      <PageHeader
        title={updateTitle(project)}
        trail={[
          { label: mineTitle, href: projects.mine() },
          { label: project.title, href: projects.myProject(project.id) },
        ]}
        lead={
          staged
            ? "Vos modifications sont comparées à la fiche par l’équipe du réseau, champ par champ, avant de paraître."
            : "Personne n’a encore lu cette proposition : vos modifications la remplacent."
        }
      />
      <ProjectForm
        {...form}
        action={projects.myEdit(project.id)}
        back={projects.myProject(project.id)}
        version={project.version}
        submit={staged ? "Proposer ces modifications" : "Enregistrer"}
        forTeam={false}
        lead={staged ? <Message typed={form.typed} errors={form.errors} /> : null}
      />
    </>
  );
}

const Message = ({ typed, errors }: { typed: Typed; errors?: Errors }) => (
  <TextArea
    name="message"
    label="Un mot pour l’équipe"
    rows={2}
    typed={typed}
    errors={errors}
    required={false}
  />
);
