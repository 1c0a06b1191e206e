import { census } from "#paths/census.ts";
import { Facet, WordSearch } from "#ui/filters.tsx";
import { formatShortDay } from "#ui/format.ts";
import { type Column, ExportLinks, Listing, ListTable, Pagination, Total } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import type { Campaign } from "../campaigns/queries.ts";
import { letterName } from "../letters/texts.ts";
import { silent, standingNames, standings } from "../texts.ts";
import { pageSize, type Question } from "./input.ts";
import type { Followed, FollowedList } from "./queries.ts";

export const listTitle = (campaign: Campaign) => `Réponses à « ${campaign.title} »`;

const columns: readonly Column<Followed>[] = [
  {
    label: "Organisation",
    sort: "nom",
    cell: (row) => <a href={census.invitation(row.id)}>{row.organisation}</a>,
  },
  { label: "Où elle en est", cell: (row) => <Tag {...standings[row.standing]} /> },
  {
    label: "Réponse du",
    sort: "reponse",
    cell: (row) => (row.answered_on ? formatShortDay(row.answered_on) : ""),
  },
  {
    label: "Dernière lettre",
    wide: true,
    cell: (row) =>
      row.last_written_on ? `${letterName(row.last_rank)}, ${formatShortDay(row.last_written_on)}` : "",
  },
  { label: "Commune", wide: true, cell: (row) => row.commune ?? row.department ?? "" },
];

/** Who was asked in a campaign and where each stands, with its filters. */
export function FollowedPage({
  campaign,
  list,
  asked,
}: {
  campaign: Campaign;
  list: FollowedList;
  asked: Question;
}) {
  const path = census.followed(campaign.id);
  const states = standingNames.map((value) => ({
    value: value as string,
    label: standings[value].label,
    count: list.standings[value],
  }));
  const silence = silent.reduce((sum, name) => sum + list.standings[name], 0);
  const filters = (
    <>
      <WordSearch
        action={path}
        label="Chercher parmi les réponses"
        field="Nom de l’organisation"
        words={asked.q}
        query={asked}
      />
      <Facet
        title="Où elle en est"
        name="etat"
        values={[{ value: "silence", label: "Toutes les silencieuses", count: silence }, ...states].filter(
          ({ value, count }) => count > 0 || value === asked.etat,
        )}
        path={path}
        query={asked}
      />
      <Facet title="Département" name="departement" values={list.departments} path={path} query={asked} />
      <Facet title="Famille" name="famille" values={list.families} path={path} query={asked} />
    </>
  );
  return (
    <>
      <PageHeader
        title={listTitle(campaign)}
        trail={[{ label: campaign.title, href: census.one(campaign.id) }]}
      >
        <ButtonLink href={census.phones(campaign.id)} label="Liste téléphonique" kind="quiet" />
      </PageHeader>
      <Listing filters={filters}>
        {campaign.state === "draft" ? (
          <EmptyState title="Personne n’a encore été sollicité.">
            <p>L’ouverture de la campagne tire ses invitations du segment.</p>
          </EmptyState>
        ) : list.rows.length === 0 ? (
          <EmptyState title="Aucune organisation ne répond à ces critères.">
            <p>
              <a href={path}>Voir toutes celles de la campagne</a>
            </p>
          </EmptyState>
        ) : (
          <>
            <Total count={list.total} one="organisation" />
            <ListTable
              caption={listTitle(campaign)}
              columns={columns}
              rows={list.rows}
              path={path}
              query={asked}
              sort={asked.tri ?? "nom"}
            />
            <Pagination page={asked.page ?? 1} size={pageSize} total={list.total} path={path} query={asked} />
            <ExportLinks path={path} query={asked} />
          </>
        )}
      </Listing>
    </>
  );
}
