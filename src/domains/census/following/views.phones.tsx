import { census } from "#paths/census.ts";
import { formatShortDay } from "#ui/format.ts";
import { type Column, ExportLinks, ListTable, Pagination, Total } from "#ui/list.tsx";
import { EmptyState, PageHeader } from "#ui/page.tsx";
import type { Campaign } from "../campaigns/queries.ts";
import { callOutcomes, standings } from "../texts.ts";
import type { PhoneLine } from "./queries.calls.ts";

export const phonesTitle = (campaign: Campaign) => `Liste téléphonique de « ${campaign.title} »`;
export const phonesSize = 100;

const columns: readonly Column<PhoneLine>[] = [
  { label: "Organisation", cell: (row) => <a href={census.invitation(row.id)}>{row.organisation}</a> },
  { label: "Contact", cell: (row) => [row.contact, row.title].filter(Boolean).join(", ") },
  {
    label: "Téléphone",
    cell: (row) =>
      row.phone ? <a href={`tel:${row.phone.replaceAll(" ", "")}`}>{row.phone}</a> : "aucun numéro noté",
  },
  { label: "Où elle en est", wide: true, cell: (row) => standings[row.standing].label },
  {
    label: "Dernier contact",
    cell: (row) => (row.last_contact_on ? formatShortDay(row.last_contact_on) : "jamais"),
  },
  {
    label: "Dernier appel",
    cell: (row) =>
      row.last_outcome ? [callOutcomes[row.last_outcome], row.last_note].filter(Boolean).join(" : ") : "",
  },
];

/** Those that said nothing, to be telephoned; it prints as it is. */
export function PhonesPage({
  campaign,
  rows,
  total,
  page,
}: {
  campaign: Campaign;
  rows: readonly PhoneLine[];
  total: number;
  page: number;
}) {
  const path = census.phones(campaign.id);
  return (
    <>
      <PageHeader
        title={phonesTitle(campaign)}
        trail={[{ label: campaign.title, href: census.one(campaign.id) }]}
        lead="Les organisations sans réponse, avec la personne à demander. Ouvrez une ligne pour noter un appel ; cette page s’imprime telle quelle."
      />
      {rows.length === 0 ? (
        <EmptyState title="Personne n’est à appeler.">
          <p>Toutes celles que la campagne a sollicitées ont répondu, ou ont demandé qu’on n’insiste pas.</p>
        </EmptyState>
      ) : (
        <>
          <Total count={total} one="organisation sans réponse" many="organisations sans réponse" />
          <ListTable caption={phonesTitle(campaign)} columns={columns} rows={rows} path={path} query={{}} />
          <Pagination page={page} size={phonesSize} total={total} path={path} query={{}} />
          <ExportLinks path={path} query={{}} />
        </>
      )}
    </>
  );
}
