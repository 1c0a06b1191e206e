import { directory } from "#paths/directory.ts";
import { ActionForm } from "#ui/form.tsx";
import { plural } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import { queryOf, wordsOf } from "./filters.tsx";
import type { Question } from "./input.ts";
import type { Counts } from "./rules.ts";

export const showingTitle = (visibility: "listed" | "internal") =>
  visibility === "listed" ? "Rendre des fiches publiques" : "Retirer des fiches du public";

/** What is about to become public, or to stop being so, before it is done. */
export function ShowingPage({
  asked,
  counts,
  visibility,
}: {
  asked: Question;
  counts: Counts;
  visibility: "listed" | "internal";
}) {
  const other = visibility === "listed" ? "internal" : "listed";
  const count = counts.facets.visibilite.find((line) => line.value === other)?.count ?? 0;
  const words = wordsOf({ ...asked, visibilite: undefined }, counts);
  const back = withQuery(directory.all(), queryOf(asked));
  return (
    <>
      <PageHeader
        title={showingTitle(visibility)}
        trail={[{ label: "Annuaire", href: back }]}
        lead={words ? `Parmi les organisations qui répondent à ${words}.` : "Parmi toutes les organisations."}
      />
      <Callout>
        {visibility === "listed"
          ? "Une fiche publique montre le nom, le type, la commune, la présentation, les identifiants et le site. Les coordonnées réservées à l’équipe ou aux adhérents restent cachées."
          : "Une fiche interne n’est plus sur le site public, ni dans les exports et le fil que tout le monde peut prendre."}
      </Callout>
      {count > 0 ? (
        <ActionForm
          kind="primary"
          action={withQuery(directory.showing(), { ...queryOf(asked), vers: visibility })}
          label={`${visibility === "listed" ? "Rendre publiques" : "Retirer du public"} : ${plural(count, "fiche")}`}
        />
      ) : (
        <p>Aucune fiche n’est à changer.</p>
      )}
      <p>
        <a href={back}>Renoncer</a>
      </p>
    </>
  );
}
