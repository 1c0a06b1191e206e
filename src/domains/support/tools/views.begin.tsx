import type { Child } from "hono/jsx";
import { directory } from "#paths/directory.ts";
import { incubation } from "#paths/incubation.ts";
import { support } from "#paths/support.ts";
import { tools } from "#paths/tools.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { ButtonLink, Callout, Facts, PageHeader } from "#ui/page.tsx";
import type { Sheet, Tool } from "./queries.ts";
import { trail, upToSheets } from "./views.staff.tsx";

export const beginTitle = "Remplir un outil";

/** Which tool, with whom. */
export function BeginPage({
  list,
  typed,
  errors,
  of,
}: {
  list: readonly Tool[];
  typed: Typed;
  errors?: Errors;
  of?: { label: string } | undefined;
}) {
  const field = { typed, errors };
  return (
    <>
      <PageHeader title={beginTitle} trail={trail} lead={of?.label} />
      <Form action={tools.add()} errors={errors} once>
        <SelectField
          {...field}
          name="outil"
          label="Outil"
          required
          options={list.map(({ code, content }) => ({ value: code, label: content.title }))}
        />
        <TextField
          {...field}
          name="intitule"
          label="Intitulé"
          required
          help="Le nom du projet, par exemple."
          autocomplete="off"
        />
        {typed["fiche"] ? (
          <Hidden name="fiche" value={String(typed["fiche"])} />
        ) : typed["accompagnement"] ? null : (
          <TextField
            {...field}
            name="organisation"
            label="Organisation"
            required={false}
            autocomplete="off"
            help="Celle de l’annuaire, quand son nom y est."
          />
        )}
        {typed["accompagnement"] ? (
          <Hidden name="accompagnement" value={String(typed["accompagnement"])} />
        ) : null}
        <div class="buttons">
          <Submit label="Commencer" />
          <a href={tools.all()}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

/** A filled tool, as the team sees it. */
export function SheetPage({
  sheet,
  mayWrite,
  link,
  children,
}: {
  sheet: Sheet;
  mayWrite: boolean;
  /** The whole address that opens it to the actor. */
  link: string;
  children?: Child;
}) {
  return (
    <>
      <PageHeader title={sheet.title} trail={upToSheets} lead={sheet.content.title}>
        <ButtonLink href={tools.paper(sheet.id)} label="Imprimer" kind="quiet" />
        {mayWrite && !sheet.removed_at ? (
          <ActionForm action={tools.removal(sheet.id)} label="Supprimer" kind="danger" />
        ) : null}
      </PageHeader>
      {sheet.removed_at ? (
        <Callout tone="warning">
          <p>Cet outil rempli est supprimé.</p>
          {mayWrite ? (
            <ActionForm action={tools.restoration(sheet.id)} label="Rétablir" kind="primary" />
          ) : null}
        </Callout>
      ) : null}
      <Facts
        facts={[
          [
            "Organisation",
            sheet.organisation_id ? (
              <a href={directory.one(sheet.organisation_id)}>{sheet.organisation}</a>
            ) : null,
          ],
          [
            "Accompagnement",
            sheet.course_id ? <a href={support.one(sheet.course_id)}>{sheet.course}</a> : null,
          ],
          [
            "Incubation",
            sheet.stay_id ? (
              <a href={incubation.stay(sheet.stay_id)}>Revenir à son suivi dans la cohorte</a>
            ) : null,
          ],
          ["Dernier enregistrement", formatInstant(sheet.updated_at)],
        ]}
      />
      {mayWrite && !sheet.removed_at ? (
        sheet.shared ? (
          <Callout tone="good">
            <p>
              Qui a ce lien peut lire et remplir la fiche : <a href={link}>{link}</a>
            </p>
            <ActionForm
              action={tools.unsharing(sheet.id)}
              label="Fermer ce lien"
              confirm="Le lien donné n’ouvrira plus rien. Le fermer ?"
            />
          </Callout>
        ) : (
          <ActionForm action={tools.sharing(sheet.id)} label="Donner un lien à l’acteur" />
        )
      ) : null}
      {children}
    </>
  );
}
