import { people } from "#paths/people.ts";
import type { ErasureLine } from "#platform/personal-data.ts";
import type { Errors } from "#platform/web/form.ts";
import { CheckboxField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { formatNumber } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { ButtonLink, Callout, PageHeader } from "#ui/page.tsx";
import type { PersonRecord } from "../people/queries.ts";
import { nameOf } from "../people/texts.ts";
import type { ForeseenPart } from "./commands.ts";
import type { PersonalData } from "./export.ts";
import { DataSections } from "./views.data.tsx";

export const dataTitle = (person: PersonRecord) => `Données de ${nameOf(person)}`;
export const erasureTitle = (person: PersonRecord) => `Effacer ${nameOf(person)}`;

const trailOf = (person: PersonRecord) => [
  { label: "Personnes", href: people.all() },
  { label: nameOf(person), href: people.one(person.id) },
];

/** All that is kept of a person, to be read, taken away and given to them. */
export function PersonDataPage({ person, data }: { person: PersonRecord; data: PersonalData }) {
  return (
    <>
      <PageHeader
        title={dataTitle(person)}
        trail={trailOf(person)}
        lead="Tout ce que nous gardons de cette personne, dans toutes les pièces. Elle peut le demander, et demander qu’on l’efface."
      >
        <ButtonLink href={people.erasure(person.id)} label="Effacer ses données" kind="quiet" />
      </PageHeader>
      <TakeAway file={(format) => people.dataFile(person.id, format)} />
      <DataSections data={data} />
    </>
  );
}

/** The whole as files. */
export function TakeAway({ file }: { file: (format: "json" | "html" | "csv") => string }) {
  return (
    <p class="exports">
      Tout emporter :{" "}
      <a href={file("html")} data-turbo="false">
        page à lire
      </a>{" "}
      ·{" "}
      <a href={file("csv")} data-turbo="false">
        tableur
      </a>{" "}
      ·{" "}
      <a href={file("json")} data-turbo="false">
        JSON
      </a>
    </p>
  );
}

const outcomes: Record<ErasureLine["outcome"], string> = {
  erased: "Effacé",
  anonymised: "Gardé sans la personne",
  kept: "Gardé tel quel",
  blocks: "À régler d’abord",
};

/** What goes and what stays, before it is done; it cannot be undone, and the page says so. */
export function ErasurePage({
  person,
  foreseen,
  errors,
}: {
  person: PersonRecord;
  foreseen: readonly ForeseenPart[];
  errors?: Errors;
}) {
  const lines = foreseen.flatMap(({ label, lines }) => lines.map((line) => ({ part: label, ...line })));
  const blocking = lines.filter(({ outcome }) => outcome === "blocks");
  return (
    <>
      <PageHeader
        title={erasureTitle(person)}
        trail={trailOf(person)}
        lead="Voici exactement ce qui part et ce qui reste. C’est définitif : rien ne permettra de revenir en arrière."
      />
      <ListTable
        caption="Ce qui part et ce qui reste"
        path={people.erasure(person.id)}
        query={{}}
        rows={lines}
        columns={[
          { label: "Quoi", cell: (line) => line.what },
          { label: "Combien", cell: (line) => formatNumber(line.count), numeric: true },
          { label: "Que devient-il", cell: (line) => outcomes[line.outcome] },
          { label: "Pourquoi", cell: (line) => line.why ?? "" },
        ]}
      />
      <Callout>
        <p>
          Les sauvegardes déjà faites gardent ces données jusqu’à leur remplacement. Les textes libres, comme
          les notes d’une réunion, ne sont pas relus : corrigez-les à la main s’ils nomment cette personne.
        </p>
      </Callout>
      {blocking.length > 0 ? (
        <Callout tone="bad">
          {blocking.map(({ why }) => (
            <p>{why}</p>
          ))}
        </Callout>
      ) : (
        <Form action={people.erasure(person.id)} errors={errors}>
          <CheckboxField
            name="certain"
            label="J’ai lu ce qui précède : effacer définitivement cette personne."
            errors={errors}
          />
          <div class="buttons">
            <Submit label="Effacer définitivement" kind="danger" />
            <a href={people.one(person.id)}>Renoncer</a>
          </div>
        </Form>
      )}
    </>
  );
}
