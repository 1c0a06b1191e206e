import type { Child } from "hono/jsx";
import { directory } from "#paths/directory.ts";
import { incubation } from "#paths/incubation.ts";
import { Form, Submit } from "#ui/form.tsx";
import { formatAmount } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import type { Cohort, CohortBudgetLine } from "./queries.ts";
import { budgetTotals, type LineKind, lineKinds } from "./rules.ts";
import { kindLabels } from "./texts.ts";
import type { CohortPageProps } from "./views.cohort.tsx";
import { LineFields } from "./views.line.tsx";

/** What is planned, what was spent and received, and what remains. */
export function Budget({ cohort, mayWrite, wrong }: CohortPageProps) {
  const mine = wrong?.form === "line" ? wrong : undefined;
  return (
    <section id="budget" class="cohort-budget">
      <h2>Budget</h2>
      {cohort.lines.length === 0 ? (
        <p class="soft">Aucune ligne : ce que la cohorte coûte, et qui le finance.</p>
      ) : (
        <Lines cohort={cohort} mayWrite={mayWrite} />
      )}
      {mayWrite ? (
        <details open={mine !== undefined}>
          <summary>Ajouter une ligne de budget</summary>
          <Form
            action={incubation.budget(cohort.id)}
            errors={mine?.errors}
            label="Ajouter une ligne de budget"
            once
          >
            <LineFields typed={mine?.typed ?? {}} errors={mine?.errors} />
            <div class="buttons">
              <Submit label="Ajouter cette ligne" />
            </div>
          </Form>
        </details>
      ) : null}
    </section>
  );
}

function Lines({ cohort, mayWrite }: { cohort: Cohort; mayWrite: boolean }) {
  const totals = budgetTotals(cohort.lines);
  return (
    <>
      {lineKinds.map((kind) => (
        <Side
          kind={kind}
          lines={cohort.lines.filter((line) => line.kind === kind)}
          total={totals[kind]}
          cohort={cohort}
          mayWrite={mayWrite}
        />
      ))}
      <p>
        {balanceText("Au budget prévu", totals.balance.planned)}{" "}
        {balanceText("À ce jour", totals.balance.realised)}
      </p>
    </>
  );
}

const balanceText = (when: string, cents: number) =>
  cents === 0
    ? `${when}, recettes et dépenses s’équilibrent.`
    : cents > 0
      ? `${when}, les recettes dépassent les dépenses de ${formatAmount(cents)}.`
      : `${when}, il manque ${formatAmount(-cents)} de recettes.`;

function Side({
  kind,
  lines,
  total,
  cohort,
  mayWrite,
}: {
  kind: LineKind;
  lines: readonly CohortBudgetLine[];
  total: { planned: number; realised: number; remaining: number };
  cohort: Cohort;
  mayWrite: boolean;
}) {
  if (lines.length === 0) return null;
  const rows: Row[] = [
    ...lines.map((line) => ({
      name: <LineName cohort={cohort} line={line} mayWrite={mayWrite} />,
      planned: line.planned_cents,
      realised: line.realised_cents,
    })),
    { name: <strong>Total</strong>, ...total, total: true },
  ];
  const figure = (text: string, { total: whole }: Row) => (whole ? <strong>{text}</strong> : text);
  return (
    <>
      <h3>{kindLabels[kind]}s</h3>
      <ListTable<Row>
        caption={`${kindLabels[kind]}s`}
        path=""
        query={{}}
        rows={rows}
        columns={[
          { label: "Ligne", cell: ({ name }) => name },
          { label: "Prévu", numeric: true, cell: (row) => figure(formatAmount(row.planned), row) },
          { label: "Réalisé", numeric: true, cell: (row) => figure(formatAmount(row.realised), row) },
          {
            label: "Reste",
            numeric: true,
            cell: (row) => figure(remainder(row.planned - row.realised), row),
          },
        ]}
      />
    </>
  );
}

interface Row {
  name: Child;
  planned: number;
  realised: number;
  total?: boolean;
}

const LineName = ({
  cohort,
  line,
  mayWrite,
}: {
  cohort: Cohort;
  line: CohortBudgetLine;
  mayWrite: boolean;
}) => (
  <>
    {mayWrite ? <a href={incubation.line(cohort.id, line.id)}>{line.label}</a> : line.label}
    {line.funder ? (
      <span class="help cohort-funder">
        {line.organisation_id ? <a href={directory.one(line.organisation_id)}>{line.funder}</a> : line.funder}
      </span>
    ) : null}
  </>
);

const remainder = (cents: number) =>
  cents >= 0 ? formatAmount(cents) : `dépassé de ${formatAmount(-cents)}`;
