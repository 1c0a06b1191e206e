import { formatNumber, formatShare } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import type { ProgrammeLine } from "./queries.ts";
import { audienceKey, countsIn, partedAudience, type Share, sharesOf } from "./rules.ts";
import { kindOf } from "./texts.ts";

/** What the programme is made of, by kind, by axis and by public. */
export function Shares({ lines }: { lines: readonly ProgrammeLine[] }) {
  const axes = sharesOf(lines, ({ axis }) => [axis ?? "Sans axe"]);
  const publics = sharesOf(lines, ({ audience }) => partedAudience(audience), audienceKey);
  const silent = lines.filter(({ audience }) => partedAudience(audience).length === 0).length;
  return (
    <section class="programme-shares">
      <h2>Ce qui le compose</h2>
      <SharesTable title="Par type" shares={sharesOf(lines, (line) => [kindOf(line)])} total={lines.length} />
      {axes.length > 1 ? <SharesTable title="Par axe" shares={axes} total={lines.length} /> : null}
      <SharesTable title="Par public" shares={publics} total={lines.length} />
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
  if (shares.length === 0) return null;
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
