import { directory } from "#paths/directory.ts";
import { site } from "#paths/site.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatDay, formatInstant } from "#ui/format.ts";
import { GoalList } from "#ui/goal.tsx";
import { ButtonLink, Callout, Facts, PageHeader } from "#ui/page.tsx";
import { ContactValue } from "./contacts/value.tsx";
import { Contacts } from "./contacts/views.record.tsx";
import type { Field } from "./fields/registry.ts";
import { isEmpty } from "./fields/rules.ts";
import { formName, writtenValue } from "./fields/texts.ts";
import { Completeness } from "./fields/views.completeness.tsx";
import { FieldLine } from "./fields/views.facts.tsx";
import type { OrganisationRecord } from "./queries.ts";
import { slugOf } from "./rules.ts";
import { communeLabel, originOf, valuesOf } from "./texts.form.ts";
import { statuses, visibilities } from "./texts.ts";

/** What a room above adds to the record: a plain link, opened in place where the page can. */
export interface Panel {
  /** The `<turbo-frame>` of the page that is linked. */
  frame: string;
  heading: string;
  link: string;
  href: (organisationId: number) => string;
}

interface Props {
  record: OrganisationRecord;
  fields: readonly Field[];
  panels: readonly Panel[];
  mayWrite: boolean;
  /** Why what was asked could not be done. */
  refusal?: string;
}

/** The record of an organisation, as the network's own people read it. */
export function RecordPage({ record, fields, panels, mayWrite, refusal }: Props) {
  const { id, status } = record;
  const values = valuesOf(record);
  return (
    <>
      <PageHeader
        title={record.name}
        trail={[{ label: "Annuaire", href: directory.all() }]}
        lead={[record.actor_type ?? record.family, communeLabel(record) || record.department]
          .filter(Boolean)
          .join(", ")}
      >
        <Actions record={record} mayWrite={mayWrite} />
      </PageHeader>
      {refusal ? (
        <Callout tone="bad">
          <p>{refusal}</p>
        </Callout>
      ) : null}
      {status === "archived" ? (
        <Callout tone="warning">
          <p>Cette organisation est archivée : elle n’est plus ni dans l’annuaire ni proposée.</p>
          {mayWrite ? <ActionForm action={directory.restoration(id)} label="La rétablir" /> : null}
        </Callout>
      ) : null}
      <Completeness
        fields={fields}
        values={values}
        hrefOf={mayWrite ? (field) => `${directory.edit(id)}#champ-${formName(field.key)}` : undefined}
      />
      <Lines record={record} fields={fields} mayWrite={mayWrite} />
      <Contacts record={record} mayWrite={mayWrite} />
      <section>
        <h2>La fiche</h2>
        <Facts facts={standingOf(record)} />
      </section>
      {panels.map(({ frame, heading, link, href }) => (
        <section>
          <h2>{heading}</h2>
          <turbo-frame id={frame} src={href(id)} loading="lazy">
            <a href={href(id)}>{link}</a>
          </turbo-frame>
        </section>
      ))}
    </>
  );
}

function Actions({ record: { id, name, status, visibility }, mayWrite }: Pick<Props, "record" | "mayWrite">) {
  return (
    <>
      {visibility === "listed" && status === "published" ? (
        <ButtonLink
          href={directory.publicCard(id, slugOf(name))}
          label="Voir la fiche publique"
          kind="quiet"
        />
      ) : null}
      {mayWrite ? <ButtonLink href={directory.edit(id)} label="Modifier" /> : null}
      {mayWrite ? (
        <ButtonLink href={directory.registersOf(id)} label="Chercher dans les registres" kind="quiet" />
      ) : null}
      {mayWrite && status !== "archived" ? (
        <>
          <ActionForm action={directory.confirmation(id)} label="Confirmer la fiche aujourd’hui" />
          <ActionForm action={directory.archive(id)} label="Archiver" />
        </>
      ) : null}
    </>
  );
}

/** Each field that is known, with what stands beside it; the name is the title, contact points have their own part. */
function Lines({ record, fields, mayWrite }: Pick<Props, "record" | "fields" | "mayWrite">) {
  const values = valuesOf(record);
  const elsewhere = new Set(["name", "email", "phone"]);
  return (
    <dl class="facts">
      {fields
        .filter(({ key }) => !elsewhere.has(key) && !isEmpty(values[key]))
        .map((field) => (
          <FieldLine
            organisationId={record.id}
            field={field}
            value={<Value record={record} field={field} />}
            facts={record.facts}
            origin={originOf(record)}
            mayWrite={mayWrite}
          />
        ))}
    </dl>
  );
}

function Value({ record, field }: { record: OrganisationRecord; field: Field }) {
  const value = valuesOf(record)[field.key];
  const written = writtenValue(field, value, record.words);
  if (field.kind === "picture")
    return (
      <img src={site.picture(String(value))} alt={`${field.label} de ${record.name}`} class="record-logo" />
    );
  if (field.key === "goal_ids") return <GoalList goals={record.words.goals} />;
  if (field.kind === "web") return <ContactValue point={{ kind: "website", value: written }} />;
  if (field.kind === "paragraph") return <p class="prose">{written}</p>;
  return <>{written}</>;
}

const standingOf = (record: OrganisationRecord) =>
  [
    ["Étiquettes", record.tag_ids.map((id) => record.words.terms[String(id)] ?? "").join(" ; ")],
    ["Aussi écrite", record.spellings.map(({ label }) => label).join(" ; ")],
    ["Qui voit sa fiche", visibilities[record.visibility]],
    ["État de la fiche", statuses[record.status]],
    ["Confirmée par l’organisation", record.confirmed_on ? `le ${formatDay(record.confirmed_on)}` : "jamais"],
    ["Dernière modification", formatInstant(record.updated_at)],
  ] as const;
