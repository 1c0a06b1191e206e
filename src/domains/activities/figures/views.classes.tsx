import { activities } from "#paths/activities.ts";
import { directory } from "#paths/directory.ts";
import { formatNumber } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { none } from "../input.list.ts";
import type { LogFigures } from "./queries.ts";
import { classRuleVersion } from "./rules.ts";
import type { PartProps } from "./views.part.ts";

/** The collectivités met, by class of population; each class opens on its meetings. */
export function Classes({ figures: { classes }, list }: PartProps) {
  const classed = classes.filter(({ code }) => code !== null);
  const unknown = classes.find(({ code }) => code === null)?.collectivites ?? [];
  return (
    <section>
      <h2>Collectivités rencontrées, par population</h2>
      {classes.length === 0 ? (
        <p class="soft">Aucune réunion de l’année ne nomme une collectivité de l’annuaire.</p>
      ) : null}
      {classed.length > 0 ? (
        <ListTable
          caption="Collectivités rencontrées, par classe de population"
          rows={classed}
          path={activities.figures()}
          query={{}}
          columns={[
            {
              label: "Population",
              cell: ({ code, label }) => <a href={list({ classe: code ?? none })}>{label}</a>,
            },
            {
              label: "Collectivités",
              numeric: true,
              cell: (line) => formatNumber(line.collectivites.length),
            },
            { label: "Réunions", numeric: true, cell: (line) => formatNumber(line.meetings) },
            {
              label: "Lesquelles",
              cell: ({ collectivites }) => <Names collectivites={collectivites} />,
            },
          ]}
        />
      ) : null}
      {unknown.length > 0 ? (
        <p>
          Sans classe, faute de savoir de quel territoire il s’agit : <Names collectivites={unknown} />.
          Donnez leur commune ou leur SIREN sur leur fiche.
        </p>
      ) : null}
      <p class="soft">
        Règle n° {classRuleVersion} : une organisation du type « Collectivité territoriale », nommée dans une
        réunion de l’année, compte une fois. Sa population est celle de la commune, de l’intercommunalité, du
        département ou de la région que dit son SIREN, à défaut son nom.
      </p>
    </section>
  );
}

const Names = ({ collectivites }: Pick<LogFigures["classes"][number], "collectivites">) => (
  <>
    {collectivites.map(({ id, name }, index) => (
      <>
        {index > 0 ? ", " : ""}
        <a href={directory.one(id)}>{name}</a>
      </>
    ))}
  </>
);
