import { territory } from "#paths/territory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatNumber } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { Callout, Facts, PageHeader } from "#ui/page.tsx";
import type { findCommune } from "./communes/queries.ts";
import type { CommuneName } from "./spellings/queries.ts";
import { coordinateSources, origins } from "./texts.ts";

interface Props {
  commune: NonNullable<Awaited<ReturnType<typeof findCommune>>>;
  names: readonly CommuneName[];
  errors?: Errors;
  typed?: Typed;
}

/** A commune, and every way to write it that leads to it. */
export function CommunePage({ commune, names, errors, typed }: Props) {
  const { longitude, latitude } = commune;
  const point =
    latitude !== null && longitude !== null
      ? `${formatNumber(latitude)} ; ${formatNumber(longitude)} (${coordinateSources[commune.coordinates_source ?? ""]})`
      : null;
  return (
    <>
      <PageHeader title={commune.name} trail={[{ label: "Territoire", href: territory.home() }]} />
      {commune.is_current ? null : (
        <Callout tone="warning">
          <p>
            Cette commune n’existe plus dans la géographie en vigueur : d’anciens enregistrements la nomment
            encore.
          </p>
        </Callout>
      )}
      <Facts
        facts={[
          ["Code INSEE", commune.code],
          ["Codes postaux", commune.postal_codes.join(", ")],
          ["Département", `${commune.department} (${commune.department_code})`],
          ["Région", commune.region],
          ["Intercommunalité", commune.epci],
          ["Population", commune.population === null ? null : formatNumber(commune.population)],
          ["SIREN", commune.siren],
          ["Latitude et longitude", point],
        ]}
      />
      <h2>Noms qui mènent ici</h2>
      <p>La casse, les accents et les traits d’union ne comptent pas.</p>
      <ListTable
        caption={`Noms qui mènent à ${commune.name}`}
        rows={names}
        path={territory.commune(commune.code)}
        query={{}}
        columns={[
          { label: "Nom", cell: ({ label }) => label },
          { label: "D’où il vient", cell: ({ origin }) => origins[origin] },
          {
            label: "Action",
            cell: ({ id, label }) =>
              id === null ? (
                ""
              ) : (
                <ActionForm action={territory.spellingRemoval(id)} label="Retirer" of={label} />
              ),
          },
        ]}
      />
      <Form action={territory.newSpelling(commune.code)} errors={errors} label="Ajouter une graphie">
        <TextField
          name="graphie"
          label="Ajouter une graphie"
          help="Une autre façon d’écrire cette commune, ou un lieu qui s’y trouve."
          errors={errors}
          typed={typed}
          required
        />
        <p>
          <Submit label="Ajouter" />
        </p>
      </Form>
    </>
  );
}
