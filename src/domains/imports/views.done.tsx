import type { ImportedRow } from "#platform/spreadsheets/import-kind.ts";
import { formatNumber, plural } from "#ui/format.ts";
import { Callout } from "#ui/page.tsx";
import type { Import } from "./queries.ts";
import { countOf, doneLabels } from "./texts.ts";
import { Outcomes } from "./views.preview.tsx";

/** What was done, with a link to each row that came in. */
export function DoneSection({
  one,
  done,
}: {
  one: Import;
  done: { rows: readonly ImportedRow[]; total: number };
}) {
  return (
    <section>
      <Outcomes one={one} labels={doneLabels} />
      {one.counts.dropped > 0 ? (
        <p>
          {plural(one.counts.dropped, "ligne en double a été laissée", "lignes en double ont été laissées")}.
        </p>
      ) : null}
      <h2>Ce que ce fichier a créé</h2>
      <p>Toujours là aujourd’hui : {countOf(one.kind, done.total)}.</p>
      <Rows rows={done.rows} />
      {done.total > done.rows.length ? <p>Et {formatNumber(done.total - done.rows.length)} autres.</p> : null}
    </section>
  );
}

export function UndoneSection({ one }: { one: Import }) {
  const { removed, restored, kept } = one.counts;
  return (
    <section>
      <Callout tone="good">
        Cet import est annulé : {plural(removed, "ligne retirée", "lignes retirées")}
        {restored > 0 ? `, ${plural(restored, "fiche remise", "fiches remises")} comme avant` : ""}.
      </Callout>
      {kept.length > 0 ? (
        <>
          <h2>Ce qui a été gardé</h2>
          <p>Des personnes ont modifié ces lignes depuis, ou s’en servent ailleurs : elles restent.</p>
          <Rows rows={kept} />
        </>
      ) : null}
    </section>
  );
}

const Rows = ({ rows }: { rows: readonly ImportedRow[] }) => (
  <ul class="lines">
    {rows.map(({ line, label, href }) => (
      <li>
        <a href={href}>{label}</a>
        {line === null ? null : ` (ligne ${line})`}
      </li>
    ))}
  </ul>
);
