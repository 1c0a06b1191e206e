import { census } from "#paths/census.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatNumber, plural } from "#ui/format.ts";
import { type Column, ListTable } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader } from "#ui/page.tsx";
import type { Campaign } from "../campaigns/queries.ts";

export const differencesTitle = (campaign: Campaign) => `Corrections de « ${campaign.title} »`;

/** The corrections of one field that wait. */
export interface WaitingField {
  field: string;
  label: string;
  count: number;
}

/** What organisations corrected in a campaign and that waits for the team: read one by one, or a whole field at once. */
export function DifferencesPage({
  campaign,
  fields,
  mayWrite,
}: {
  campaign: Campaign;
  fields: readonly WaitingField[];
  mayWrite: boolean;
}) {
  const total = fields.reduce((sum, { count }) => sum + count, 0);
  const columns: readonly Column<WaitingField>[] = [
    {
      label: "Champ",
      cell: ({ field, label }) => <a href={census.changes(campaign.id, field)}>{label}</a>,
    },
    { label: "Corrections", numeric: true, cell: ({ count }) => formatNumber(count) },
    ...(mayWrite
      ? [
          {
            label: "Toutes à la fois",
            cell: ({ field, label }: WaitingField) => (
              <ActionForm
                action={census.differences(campaign.id)}
                label="Tout accepter"
                of={label}
                hidden={{ champ: field }}
                confirm={`Accepter toutes les corrections du champ « ${label} » ?`}
              />
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHeader
        title={differencesTitle(campaign)}
        trail={[{ label: campaign.title, href: census.one(campaign.id) }]}
        lead="Les champs sans risque sont déjà dans les fiches. Ceux-ci attendent votre regard : ouvrez un champ pour les lire une à une, ou acceptez-les toutes."
      >
        {total > 0 ? (
          <ButtonLink href={census.changes(campaign.id)} label="Lire toutes les corrections" />
        ) : null}
      </PageHeader>
      {total === 0 ? (
        <EmptyState title="Aucune correction n’attend.">
          <p>
            <a href={census.followed(campaign.id)}>Voir les réponses</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <p class="total" role="status">
            {plural(total, "correction attend", "corrections attendent")}
          </p>
          <ListTable
            caption={differencesTitle(campaign)}
            columns={columns}
            rows={fields}
            path={census.differences(campaign.id)}
            query={{}}
          />
        </>
      )}
    </>
  );
}
