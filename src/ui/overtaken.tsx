import { formatInstant } from "./format.ts";
import { ListTable } from "./list.tsx";
import { Callout } from "./page.tsx";

/**
 * Says to who saves second what a colleague saved first, field by field where they differ. It stands above the form, which
 * holds what was typed and the new version: sending it again decides. `restart` opens the form on what is saved.
 */
export function Overtaken<Field extends string>({
  at,
  labels,
  saved,
  typed,
  restart,
}: {
  at: Date;
  /** The fields, by name, as a person calls them. */
  labels: Readonly<Record<Field, string>>;
  saved: Readonly<Record<Field, string>>;
  typed: Readonly<Record<Field, string>>;
  restart: string;
}) {
  const fields = Object.keys(labels) as Field[];
  return (
    <div role="alert" tabindex={-1} data-controller="focus">
      <Callout tone="warning">
        <p>
          Un collègue a enregistré cette fiche pendant que vous écriviez, le {formatInstant(at)}. Rien de ce
          que vous avez tapé n’est perdu : c’est dans le formulaire. Enregistrez-le pour remplacer ce qui
          suit, ou <a href={restart}>repartez de ce qui est enregistré</a>.
        </p>
        <ListTable
          caption="Ce qui diffère"
          path={restart}
          query={{}}
          rows={fields.filter((field) => saved[field] !== typed[field])}
          columns={[
            { label: "Champ", cell: (field) => labels[field] },
            { label: "Enregistré", cell: (field) => saved[field] || "rien" },
            { label: "Tapé par vous", cell: (field) => typed[field] || "rien" },
          ]}
        />
      </Callout>
    </div>
  );
}
