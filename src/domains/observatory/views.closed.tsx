import { LinesTable } from "#ui/chart.tsx";
import { Callout, Facts, PageHeader } from "#ui/page.tsx";
import type { Computed, Indicator, Line } from "./indicator.ts";
import { withUnit } from "./texts.ts";
import { rowsTitle } from "./views.rows.tsx";

interface Props {
  indicator: Indicator;
  year: number;
  /** The line of the breakdown that is opened. */
  line?: Line;
  value: Computed["value"];
}

/** A figure whose rows are not for everyone: what it says and how it is counted, and why it stops there. */
export function ClosedPage({ indicator, year, line, value }: Props) {
  const title = rowsTitle(indicator, year, line);
  return (
    <>
      <PageHeader title={title} lead={indicator.definition} />
      <Facts
        facts={[
          ["Chiffre", typeof value === "number" ? withUnit(value, indicator.unit) : ""],
          ["Règle de calcul", `version ${indicator.rule_version}`],
        ]}
      />
      {typeof value === "number" ? null : <LinesTable title={title} unit={indicator.unit} lines={value} />}
      <Callout>
        <p>
          Les lignes de ce chiffre ne sont pas publiées : elles nomment les organisations que le réseau
          accompagne ou rencontre. L’équipe et le conseil d’administration les ouvrent une fois connectés.
        </p>
      </Callout>
    </>
  );
}
