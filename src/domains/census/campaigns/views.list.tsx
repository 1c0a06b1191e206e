import { census } from "#paths/census.ts";
import { formatNumber, formatShare, formatShortDay } from "#ui/format.ts";
import { type Column, ListTable } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import { roomTitle, states, stateTones } from "../texts.ts";
import type { CampaignLine } from "./queries.ts";

const columns: readonly Column<CampaignLine>[] = [
  { label: "Campagne", cell: (row) => <a href={census.one(row.id)}>{row.title}</a> },
  { label: "Année", cell: (row) => row.year },
  { label: "État", cell: (row) => <Tag label={states[row.state]} tone={stateTones[row.state]} /> },
  {
    label: "Dates",
    wide: true,
    cell: (row) => `${formatShortDay(row.opens_on)} – ${formatShortDay(row.closes_on)}`,
  },
  { label: "Sollicitées", numeric: true, cell: (row) => formatNumber(row.invited) },
  {
    label: "Réponses",
    numeric: true,
    cell: (row) =>
      row.invited === 0
        ? ""
        : `${formatNumber(row.answered)} (${formatShare(Math.round((row.answered / row.invited) * 100) / 100)})`,
  },
];

/** The campaigns of the network, the latest first. */
export function CampaignsPage({ rows, mayWrite }: { rows: readonly CampaignLine[]; mayWrite: boolean }) {
  return (
    <>
      <PageHeader
        title={roomTitle}
        lead="Chaque acteur reçoit sa fiche déjà remplie : il la confirme d’un clic ou la corrige. Vous relisez les différences."
      >
        {mayWrite ? <ButtonLink href={census.add()} label="Préparer une campagne" accesskey="c" /> : null}
      </PageHeader>
      {rows.length === 0 ? (
        <EmptyState title="Aucune campagne n’est préparée.">
          <p>Une campagne écrit à un segment de l’annuaire et recueille ses corrections.</p>
        </EmptyState>
      ) : (
        <ListTable caption="Campagnes" columns={columns} rows={rows} path={census.all()} query={{}} />
      )}
    </>
  );
}
