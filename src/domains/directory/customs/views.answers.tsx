import { directory } from "#paths/directory.ts";
import { formatNumber, formatShare, plural } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { EmptyState, Facts, PageHeader } from "#ui/page.tsx";
import type { Answers, CustomField } from "./queries.ts";
import { customsTitle } from "./views.tsx";

export const answersTitle = "Ce que les fiches répondent";

/** For each field in use, how many cards have which answer. */
export function AnswersPage({
  fields,
  answers,
}: {
  fields: readonly CustomField[];
  answers: readonly Answers[];
}) {
  return (
    <>
      <PageHeader
        title={answersTitle}
        trail={[{ label: customsTitle, href: directory.customFields() }]}
        lead="Les champs ajoutés par le réseau, et combien de fiches donnent chaque réponse. Les fiches archivées ne comptent pas."
      />
      {fields.length === 0 ? <EmptyState title="Aucun champ n’est en usage." /> : null}
      {fields.map((field) => (
        <section>
          <h2>
            <a href={directory.customField(field.id)}>{field.label}</a>
          </h2>
          <p>
            {plural(field.answered, "fiche")} {field.answered < 2 ? "y répond." : "y répondent."}
          </p>
          <FieldAnswers field={field} given={answers.find(({ code }) => code === field.code)} />
        </section>
      ))}
    </>
  );
}

function FieldAnswers({ field, given }: { field: CustomField; given?: Answers }) {
  if (!given) return null;
  if (given.sum !== null)
    return (
      <Facts
        facts={[
          ["Total", formatNumber(given.sum)],
          ["Moyenne", formatNumber(given.average ?? 0)],
          [
            "Du plus petit au plus grand",
            `${formatNumber(given.least ?? 0)} à ${formatNumber(given.most ?? 0)}`,
          ],
        ]}
      />
    );
  const called = new Map(field.choices.map(({ code, label }) => [code, label]));
  const words: Record<string, string> = { true: "Oui", false: "Non" };
  return (
    <ListTable
      caption={`Réponses : ${field.label}`}
      rows={given.each ?? []}
      path={directory.customFieldAnswers()}
      query={{}}
      columns={[
        { label: "Réponse", cell: ({ answer }) => called.get(answer) ?? words[answer] ?? answer },
        { label: "Fiches", cell: ({ count }) => formatNumber(count), numeric: true },
        {
          label: "Part de celles qui répondent",
          cell: ({ count }) => formatShare(count / Math.max(1, field.answered)),
          numeric: true,
        },
      ]}
    />
  );
}
