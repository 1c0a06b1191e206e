import { projects } from "#paths/projects.ts";
import { site } from "#paths/site.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { FileField, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { ButtonLink, PageHeader } from "#ui/page.tsx";
import type { Picture, ProjectRecord } from "./queries.record.ts";
import { upToList } from "./views.edit.tsx";

export const picturesTitle = ({ title }: { title: string }) => `Images de « ${title} »`;

/** A picture of a project with what it shows and whose it is. */
export function ProjectPicture({ picture }: { picture: Picture }) {
  return (
    <figure class="picture">
      <img
        src={site.picture(picture.file_id)}
        alt={picture.alternative}
        width={picture.width ?? undefined}
        height={picture.height ?? undefined}
        loading="lazy"
      />
      <figcaption>{picture.credit}</figcaption>
    </figure>
  );
}

/** The pictures on the record, and the way to add some. */
export function PicturesPanel({ project, mayWrite }: { project: ProjectRecord; mayWrite: boolean }) {
  return (
    <section>
      <h2>Images</h2>
      {project.pictures.length === 0 ? <p class="soft">Aucune image.</p> : null}
      <div class="pictures">
        {project.pictures.map((picture) => (
          <div>
            <ProjectPicture picture={picture} />
            {mayWrite ? (
              <ActionForm
                action={projects.pictureRemoval(project.id, picture.id)}
                label="Retirer"
                of={picture.alternative}
              />
            ) : null}
          </div>
        ))}
      </div>
      {mayWrite ? (
        <p>
          <ButtonLink href={projects.pictures(project.id)} label="Ajouter une image" kind="quiet" />
        </p>
      ) : null}
    </section>
  );
}

export function AddPicturePage({
  project,
  typed = {},
  errors,
}: {
  project: ProjectRecord;
  typed?: Typed;
  errors?: Errors;
}) {
  return (
    <>
      <PageHeader
        title={picturesTitle(project)}
        trail={[...upToList, { label: project.title, href: projects.one(project.id) }]}
        lead="Une image est réduite, et perd ce que l’appareil y a noté : lieu, date, personne."
      />
      <Form action={projects.pictures(project.id)} errors={errors} multipart once>
        <FileField
          name="image"
          label="Image"
          accept="image/jpeg,image/png,image/webp"
          errors={errors}
          required
        />
        <TextField
          name="texte"
          label="Ce que l’on voit"
          help="Une phrase pour ceux qui ne voient pas l’image : Des élèves plantent un manguier devant l’école."
          typed={typed}
          errors={errors}
          required
        />
        <TextField
          name="credit"
          label="Crédit"
          help="Qui a fait l’image, ou à qui elle est."
          typed={typed}
          errors={errors}
          required
        />
        <div class="buttons">
          <Submit label="Ajouter l’image" />
          <a href={projects.one(project.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
