import { directory } from "#paths/directory.ts";
import type { Day } from "#platform/dates.ts";
import { ActionForm } from "#ui/form.tsx";
import { ButtonLink, Callout, PageHeader } from "#ui/page.tsx";
import { Contacts } from "./contacts/views.record.tsx";
import type { Field } from "./fields/registry.ts";
import { formName } from "./fields/texts.ts";
import { Completeness } from "./fields/views.completeness.tsx";
import type { OrganisationRecord } from "./queries.ts";
import { slugOf } from "./rules.ts";
import { communeLabel, valuesOf } from "./texts.form.ts";
import { Lines } from "./views.lines.tsx";
import { Standing } from "./views.standing.tsx";

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
  today: Day;
  /** Why what was asked could not be done. */
  refusal?: string;
}

/** The record of an organisation, as the network's own people read it. */
export function RecordPage({ record, fields, panels, mayWrite, today, refusal }: Props) {
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
      <Standing record={record} today={today} />
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
