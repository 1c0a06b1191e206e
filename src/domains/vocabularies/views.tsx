import { vocabularies } from "#paths/vocabularies.ts";
import { formatInstant, formatNumber, plural } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { PastTerm, Version, VocabularyList } from "./queries.lists.ts";

/** The lists of words that the whole site speaks with. */
export function ListsPage({ lists }: { lists: readonly VocabularyList[] }) {
  return (
    <>
      <PageHeader
        title="Vocabulaires"
        lead="Les mots du métier, en listes que le réseau change lui-même. Chaque changement fait une nouvelle version, et les anciennes restent lisibles."
      />
      <ListTable
        caption="Listes de mots"
        rows={lists}
        path={vocabularies.all()}
        query={{}}
        columns={[
          { label: "Liste", cell: ({ id, label }) => <a href={vocabularies.one(id)}>{label}</a> },
          { label: "À quoi elle sert", cell: ({ description }) => description, wide: true },
          { label: "Termes", cell: ({ terms }) => formatNumber(terms), numeric: true },
          { label: "Version", cell: ({ version }) => formatNumber(version), numeric: true },
        ]}
      />
    </>
  );
}

/** What a list said at one version. */
export function VersionPage({
  list,
  version,
}: {
  list: VocabularyList;
  version: Version & { terms: readonly PastTerm[] };
}) {
  const inUse = version.terms.filter((term) => !term.retired).length;
  return (
    <>
      <PageHeader
        title={`${list.label}, version ${version.version}`}
        trail={[
          { label: "Vocabulaires", href: vocabularies.all() },
          { label: list.label, href: vocabularies.one(list.id) },
        ]}
        lead={`${version.note}, le ${formatInstant(new Date(version.created_at))}. ${plural(inUse, "terme")} en usage.`}
      />
      <ListTable
        caption={`Termes de la version ${version.version}`}
        rows={version.terms}
        path={vocabularies.version(list.id, version.version)}
        query={{}}
        columns={[
          { label: "Terme", cell: ({ label }) => label },
          { label: "Synonymes", cell: ({ synonyms }) => synonyms.join(", ") },
          ...(list.parent_list_id
            ? [{ label: "Rattaché à", cell: (term: PastTerm) => term.parent ?? "" }]
            : []),
          { label: "État", cell: ({ retired }) => (retired ? "retiré" : "en usage") },
        ]}
      />
    </>
  );
}
