import { imports } from "#paths/imports.ts";
import { RadioField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { formatNumber, plural } from "#ui/format.ts";
import { Callout, Figure } from "#ui/page.tsx";
import type { Import, ListedProposal } from "./queries.ts";
import type { RowFilter } from "./rules.ts";
import { countOf, filterLabels } from "./texts.ts";
import { ProposalForm } from "./views.proposals.tsx";

/** What the file would do, figure by figure, each opening on its rows; and the button that does it. */
export function PreviewSection({ one, proposals }: { one: Import; proposals: readonly ListedProposal[] }) {
  const { counts } = one;
  const goesIn = counts.create + counts.change;
  return (
    <>
      <section aria-label="Aperçu">
        <Outcomes one={one} />
        {goesIn === 0 ? (
          <Callout tone={counts.problem > 0 ? "warning" : "info"}>
            {counts.problem > 0
              ? "Aucune ligne ne peut entrer : corrigez celles qui suivent, ou précisez les colonnes."
              : "Tout ce que dit ce fichier est déjà enregistré : il n’y a rien à faire."}
          </Callout>
        ) : (
          <Form action={imports.run(one.id)} label="Lancer l’import">
            {counts.duplicates > 0 ? <Duplicates one={one} /> : null}
            {counts.problem > 0 ? (
              <p>
                {plural(counts.problem, "ligne reste à corriger", "lignes restent à corriger")} : les autres
                entrent sans attendre.
              </p>
            ) : null}
            <Submit label={`Enregistrer ${countOf(one.kind, goesIn)}`} />
          </Form>
        )}
      </section>
      <ProposalForm one={one} proposals={proposals} />
    </>
  );
}

function Duplicates({ one }: { one: Import }) {
  return (
    <RadioField
      name="doublons"
      legend={`${plural(one.counts.duplicates, "ligne est", "lignes sont")} en double dans le fichier, cellule pour cellule`}
      chosen={one.options["doublons"] ?? "keep"}
      help={<a href={imports.rows(one.id, "duplicate")}>Voir ces lignes</a>}
      options={[
        { value: "keep", label: "Les garder : ce sont bien deux choses différentes" },
        { value: "drop", label: "N’en garder qu’une" },
      ]}
    />
  );
}

/** The figures of a file, before and after. */
export function Outcomes({
  one,
  labels = filterLabels,
}: {
  one: Import;
  labels?: Record<RowFilter, string>;
}) {
  const { counts } = one;
  const shown: readonly [RowFilter, number][] = [
    ["create", counts.create],
    ["change", counts.change],
    ["same", counts.same],
    ["duplicate", counts.duplicates],
    ["note", counts.notes],
    ["problem", counts.problem],
  ];
  return (
    <div class="figures">
      {shown
        .filter(([filter, count]) => count > 0 || filter === "create")
        .map(([filter, count]) => (
          <Figure
            value={formatNumber(count)}
            label={labels[filter]}
            href={count > 0 ? imports.rows(one.id, filter) : undefined}
          />
        ))}
    </div>
  );
}
