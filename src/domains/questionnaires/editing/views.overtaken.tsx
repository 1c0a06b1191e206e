import type { Question, Section } from "#platform/questionnaire/content.ts";
import { formatInstant } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { Callout } from "#ui/page.tsx";
import { wordDifferences } from "#ui/questionnaire/editor/differences.ts";

/** What a colleague saved while this form was written, where it differs. */
export interface Overtaken {
  saved: Question | Section | undefined;
  at: Date;
}

/** It stands above the form, which holds what was typed and the new version: sending it again decides. */
export function OvertakenNote({
  overtaken,
  mine,
  restart,
}: {
  overtaken: Overtaken;
  mine: Question | Section;
  restart: string;
}) {
  const rows = overtaken.saved ? wordDifferences(overtaken.saved, mine) : [];
  return (
    <div role="alert" tabindex={-1} data-controller="focus">
      <Callout tone="warning">
        <p>
          Un collègue a modifié ce questionnaire le {formatInstant(overtaken.at)}, pendant que vous écriviez.
          Rien de ce que vous avez tapé n’est perdu : c’est dans le formulaire. Enregistrez-le pour le garder,
          ou <a href={restart}>repartez de ce qui est enregistré</a>.
        </p>
        {overtaken.saved === undefined ? (
          <p>Il a retiré ce que vous modifiez : l’enregistrer n’aurait plus d’effet.</p>
        ) : null}
        {rows.length > 0 ? (
          <ListTable
            caption="Ce qui diffère"
            path={restart}
            query={{}}
            rows={rows}
            columns={[
              { label: "Quoi", cell: ({ what }) => what },
              { label: "Enregistré", cell: ({ saved }) => saved || "rien" },
              { label: "Tapé par vous", cell: ({ mine }) => mine || "rien" },
            ]}
          />
        ) : null}
      </Callout>
    </div>
  );
}
