import { office } from "#paths/office.ts";
import { projects } from "#paths/projects.ts";
import { formatNumber, plural } from "#ui/format.ts";
import { type Column, ListTable, Pagination } from "#ui/list.tsx";
import { Callout, EmptyState, Figure, Figures, PageHeader, Tag } from "#ui/page.tsx";
import { upToList } from "../views.edit.tsx";
import { hindrances, pageSize } from "./hindrances.ts";
import { refOf } from "./organisations.ts";
import type { Reading } from "./queries.ts";

export const iatiTitle = "Export IATI";

interface Props {
  reading: Reading;
  page: number;
  /** The network’s own; empty when the settings do not say it. */
  siren: string;
  maySettle: boolean;
}

/** Which public projects the standard takes, which it does not, and what to add. */
export function IatiPage({ reading, page, siren, maySettle }: Props) {
  const { total, blocked, lacking, lines } = reading;
  return (
    <>
      <PageHeader
        title={iatiTitle}
        trail={upToList}
        lead="Les projets publics au format des bailleurs (IATI 2.03), tenu à jour à chaque téléchargement."
      />
      {siren ? <Signed siren={siren} /> : <SirenNeeded maySettle={maySettle} />}
      <Figures>
        <Figure value={formatNumber(total)} label={total > 1 ? "projets publics" : "projet public"} />
        <Figure value={formatNumber(total - blocked)} label="dans le fichier" />
        <Figure value={formatNumber(blocked)} label="n’y entrent pas encore" />
      </Figures>
      {lines.length === 0 ? (
        <EmptyState title={total === 0 ? "Aucun projet n’est public" : "Il ne manque rien"}>
          <p>
            {total === 0
              ? "Un projet entre dans le fichier quand il est publié."
              : "Chaque projet public dit tout ce que le format attend."}{" "}
            <a href={projects.all()}>Revenir au panorama</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <h2>Ce qui manque</h2>
          <p class="soft">
            {plural(lacking, "projet")} à compléter. Ceux qui n’entrent pas dans le fichier viennent d’abord ;
            les autres y sont, mais y disent moins.
          </p>
          <ListTable
            caption="Projets publics à compléter pour l’export IATI"
            rows={lines}
            path={projects.iati()}
            query={{}}
            columns={columns}
          />
          <Pagination page={page} size={pageSize} total={lacking} path={projects.iati()} query={{}} />
        </>
      )}
    </>
  );
}

const columns: readonly Column<Reading["lines"][number]>[] = [
  { label: "Projet", cell: ({ id, title }) => <a href={projects.one(id)}>{title}</a> },
  {
    label: "Fichier",
    cell: ({ blocked }) =>
      blocked ? <Tag label="N’y entre pas" tone="warning" /> : <Tag label="Y est" tone="good" />,
  },
  {
    label: "Il manque",
    cell: ({ lacks }) =>
      hindrances
        .filter(({ code }) => lacks.includes(code))
        .map(({ label }) => label)
        .join(" ; "),
  },
  {
    label: "Compléter",
    cell: ({ id, title }) => (
      <a href={projects.edit(id)}>
        Modifier<span class="sr-only"> {title}</span>
      </a>
    ),
  },
];

const Signed = ({ siren }: { siren: string }) => (
  <p>
    <a href={projects.publicIati()} data-turbo="false">
      Télécharger le fichier
    </a>
    , signé {refOf(siren)}. Chaque projet y porte ce numéro, puis le sien ; ni l’un ni l’autre ne se tape.
  </p>
);

const SirenNeeded = ({ maySettle }: { maySettle: boolean }) => (
  <Callout tone="warning">
    <p>
      <strong>Le fichier n’est pas ouvert : il lui faut le SIREN du réseau,</strong> qui le signe et commence
      l’identifiant de chaque projet.{" "}
      {maySettle ? (
        <a href={office.settings()}>Le donner dans les réglages du réseau</a>
      ) : (
        "Un administrateur peut le donner dans les réglages du réseau."
      )}
    </p>
  </Callout>
);
