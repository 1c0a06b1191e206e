import { formatNumber, formatShare } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import type { ProgrammeLine } from "./queries.ts";
import { countsIn, partedAudience, type Share } from "./rules.ts";
import { sharesBy } from "./texts.ts";

/** What the programme is made of, by kind, by axis and by public. */
export function Shares({ lines }: { lines: readonly ProgrammeLine[] }) {
  const tables = sharesBy(lines);
  const publics = tables.find(({ title }) => title === "Par public")?.shares ?? [];
  const silent = lines.filter(({ audience }) => partedAudience(audience).length === 0).length;
  return (
    <section class="programme-shares">
      <h2>Ce qui le compose</h2>
      {tables.map(({ title, shares }) => (
        <SharesTable title={title} shares={shares} total={lines.length} />
      ))}
      <p class="soft small">
        Le public est celui que dit chaque ligne, avec ses mots. Une ligne s’adresse souvent à plusieurs :
        elle compte dans chacun, et la somme ({formatNumber(countsIn(publics))}) dépasse le nombre de lignes (
        {formatNumber(lines.length)}).
        {silent > 0 ? ` ${formatNumber(silent)} n’en disent rien.` : ""}
      </p>
    </section>
  );
}

function SharesTable({ title, shares, total }: { title: string; shares: readonly Share[]; total: number }) {
  return (
    <>
      <h3>{title}</h3>
      <ListTable
        caption={title}
        path=""
        query={{}}
        rows={shares}
        columns={[
          {
            label: title.replace("Par ", "").replace(/^./, (letter) => letter.toUpperCase()),
            cell: ({ label }) => label,
          },
          { label: "Prévu", numeric: true, cell: ({ planned }) => formatNumber(planned) },
          { label: "Part des lignes", numeric: true, cell: ({ planned }) => formatShare(planned / total) },
          { label: "Fait", numeric: true, cell: ({ done }) => formatNumber(done) },
        ]}
      />
    </>
  );
}
