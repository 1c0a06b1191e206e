import { imports } from "#paths/imports.ts";
import { Pagination } from "#ui/list.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { Import, ListedProposal } from "./queries.ts";
import { Choices } from "./views.proposals.tsx";

const shown = 30;

export const choicesTitle = (one: Import) => `Ce qui n’est pas sûr : ${one.file_name}`;

/** Everything that is not sure in a file, page by page. */
export function ChoicesPage({
  one,
  proposals,
  page,
}: {
  one: Import;
  proposals: readonly ListedProposal[];
  page: number;
}) {
  return (
    <>
      <PageHeader
        title={choicesTitle(one)}
        trail={[
          { label: "Imports", href: imports.all() },
          { label: one.file_name, href: imports.one(one.id) },
        ]}
        lead="Chaque choix vaut pour toutes les lignes qui disent la même chose, et sera retenu pour les prochains fichiers."
      />
      <Choices one={one} proposals={proposals.slice((page - 1) * shown, page * shown)} />
      <Pagination
        page={page}
        size={shown}
        total={proposals.length}
        path={imports.choices(one.id)}
        query={{}}
      />
    </>
  );
}
