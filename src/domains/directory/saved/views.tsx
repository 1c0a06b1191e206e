import { directory } from "#paths/directory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { RadioField, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { SavedView } from "./queries.ts";

export const saveViewTitle = "Garder cette vue";

/** A name for the list as it is shown now. */
export function SaveViewPage({
  query,
  typed = {},
  errors = {},
}: {
  query: string;
  typed?: Typed;
  errors?: Errors;
}) {
  const back = query ? `${directory.all()}?${query}` : directory.all();
  return (
    <>
      <PageHeader
        title={saveViewTitle}
        trail={[{ label: "Annuaire", href: back }]}
        lead="Une vue garde les filtres, les colonnes et l’ordre de la liste ; ce qu’elle montre suit l’annuaire."
      />
      <Form action={directory.views()} once errors={errors}>
        <Hidden name="adresse" value={query} />
        <TextField name="nom" label="Nom de la vue" typed={typed} errors={errors} />
        <RadioField
          legend="Qui s’en sert"
          name="partage"
          chosen={String(typed["partage"] ?? "moi")}
          options={[
            { value: "moi", label: "Personne d’autre que moi" },
            { value: "equipe", label: "Toute l’équipe" },
          ]}
        />
        <p>
          <Submit label="Garder la vue" />
          <a href={back}>Renoncer</a>
        </p>
      </Form>
    </>
  );
}

/** The views kept, and the way to keep this one. `query` is that of the list shown. */
export function SavedViews({ views, query }: { views: readonly SavedView[]; query: string }) {
  const open = views.find((view) => view.query === query);
  return (
    <nav aria-label="Vues gardées" class="saved-views">
      {views.map((view) => (
        <a href={`${directory.all()}?${view.query}`} aria-current={view === open ? "true" : undefined}>
          {view.name}
        </a>
      ))}
      {open ? (
        <ActionForm action={directory.viewRemoval(open.id)} label="Supprimer cette vue" of={open.name} />
      ) : query ? (
        <a href={`${directory.views()}?${query}`}>Garder cette vue</a>
      ) : null}
    </nav>
  );
}
