import { observatory } from "#paths/observatory.ts";
import { reports } from "#paths/reports.ts";
import { formatNumber } from "#ui/format.ts";
import { type Column, ListTable, withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import type { Reconciled } from "./reconciliation.ts";
import { type Standing, standings } from "./rules.ts";
import { standingLabels, standingTones } from "./texts.ts";

export const reconciliationTitle = (year: number) => `Réconciliation ${year}`;

interface Props {
  year: number;
  reconciled: readonly Reconciled[];
  standing?: Standing;
  mayWrite: boolean;
}

/** What the network printed, against what its own records say; what cannot be computed yet is shown when asked for. */
export function ReconciliationPage({ year, reconciled, standing, mayWrite }: Props) {
  const path = reports.reconciliation(year);
  const order: Record<Standing, number> = { differ: 0, agree: 1, unknown: 2 };
  const shown = reconciled
    .filter((claim) => (standing === undefined ? claim.standing !== "unknown" : claim.standing === standing))
    .toSorted((a, b) => order[a.standing] - order[b.standing]);
  return (
    <>
      <PageHeader
        title={reconciliationTitle(year)}
        trail={[
          { label: "Bilans annuels", href: reports.all() },
          { label: `Bilan ${year}`, href: reports.draft(year) },
        ]}
        lead="Les chiffres que le réseau a imprimés, face à ceux que ses propres lignes donnent. Un écart n’est pas une faute : il se dit avant de publier."
      >
        {mayWrite ? <ButtonLink href={reports.newClaim(year)} label="Ajouter un chiffre imprimé" /> : null}
      </PageHeader>
      <ul class="standings">
        {standings.map((one) => {
          const count = reconciled.filter((claim) => claim.standing === one).length;
          return (
            <li>
              <a
                href={withQuery(path, { etat: one === standing ? undefined : one })}
                aria-current={one === standing ? "true" : undefined}
              >
                <span class="standing-count">{formatNumber(count)}</span>
                <Tag label={standingLabels[one]} tone={standingTones[one]} />
              </a>
            </li>
          );
        })}
      </ul>
      {reconciled.length === 0 ? (
        <EmptyState title="Aucun chiffre imprimé n’est noté ici.">
          <p>
            Recopiez ceux d’un rapport déjà paru : chacun sera comparé au nôtre, avec l’écart et sa raison.
          </p>
        </EmptyState>
      ) : (
        <ListTable
          caption={`Chiffres imprimés du bilan ${year}`}
          columns={columns(year, mayWrite)}
          rows={shown}
          path={path}
          query={{ etat: standing }}
        />
      )}
    </>
  );
}

const printedText = (value: unknown) => {
  if (typeof value === "number") return formatNumber(value);
  return value === null || value === undefined ? "non écrit" : String(value);
};

const printedAs = { equal: "", at_least: "au moins ", more_than: "plus de " } as const;

const columns = (year: number, mayWrite: boolean): Column<Reconciled>[] => [
  {
    label: "Chiffre imprimé",
    cell: (row) => (
      <>
        {mayWrite ? <a href={reports.claim(year, row.id)}>{row.claim}</a> : row.claim}
        <span class="line-note">
          {" "}
          {row.unit ? `${row.unit}. ` : ""}
          {row.document}
          {row.section ? `, ${row.section}` : ""}
        </span>
      </>
    ),
  },
  {
    label: "Imprimé",
    numeric: true,
    cell: (row) => `${printedAs[row.comparison]}${printedText(row.value)}`,
  },
  {
    label: "Le nôtre",
    numeric: true,
    cell: (row) =>
      row.ours === undefined || row.indicator_id === null ? (
        "–"
      ) : (
        <a href={observatory.rows(row.indicator_id, year, row.ours_key)}>{formatNumber(row.ours)}</a>
      ),
  },
  {
    label: "État",
    cell: (row) => <Tag label={standingLabels[row.standing]} tone={standingTones[row.standing]} />,
  },
  { label: "Raison probable", cell: (row) => row.note },
];
