import { directory } from "#paths/directory.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatDay, formatInstant } from "#ui/format.ts";
import { ButtonLink, Callout, Facts, PageHeader, Tag } from "#ui/page.tsx";
import { ContactValue } from "./contacts/value.tsx";
import type { OrganisationRecord } from "./queries.ts";
import { slugOf } from "./rules.ts";
import { communeLabel } from "./texts.form.ts";
import { contactKinds, contactVisibilities, statuses, visibilities } from "./texts.ts";

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
  panels: readonly Panel[];
  mayWrite: boolean;
  /** Why what was asked could not be done. */
  refusal?: string;
}

/** The record of an organisation, as the network's own people read it. */
export function RecordPage({ record, panels, mayWrite, refusal }: Props) {
  const { id, status } = record;
  const listed = record.visibility === "listed" && status === "published";
  return (
    <>
      <PageHeader
        title={record.name}
        trail={[{ label: "Annuaire", href: directory.all() }]}
        lead={[record.actor_type ?? record.family, communeLabel(record) || record.department]
          .filter(Boolean)
          .join(", ")}
      >
        {listed ? (
          <ButtonLink
            href={directory.publicCard(id, slugOf(record.name))}
            label="Voir la fiche publique"
            kind="quiet"
          />
        ) : null}
        {mayWrite ? <ButtonLink href={directory.edit(id)} label="Modifier" /> : null}
        {mayWrite && status !== "archived" ? (
          <ActionForm action={directory.archive(id)} label="Archiver" />
        ) : null}
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
      <Facts facts={factsOf(record)} />
      {record.description ? <p class="prose">{record.description}</p> : null}
      <Contacts record={record} mayWrite={mayWrite} />
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

const factsOf = (record: OrganisationRecord) =>
  [
    ["Sigle", record.acronym],
    ["Type d’acteur", record.actor_type],
    ["Famille d’acteurs", record.family],
    ["Commune", communeLabel(record)],
    ["Département", record.commune ? null : record.department],
    ["Adresse", [record.address, record.postal_code].filter(Boolean).join(", ")],
    ["Numéro RNA", record.rna],
    ["SIREN", record.siren],
    ["SIRET", record.siret],
    ["Code UAI", record.uai],
    ["Forme juridique", record.legal_form],
    ["Année de création", record.founded_year ? String(record.founded_year) : null],
    [
      "Site internet",
      record.website ? <ContactValue point={{ kind: "website", value: record.website }} /> : null,
    ],
    ["Aussi écrite", record.spellings.map(({ label }) => label).join(" ; ")],
    ["Qui voit sa fiche", visibilities[record.visibility]],
    ["État de la fiche", statuses[record.status]],
    ["Connue du réseau depuis", record.network_since ? formatDay(record.network_since) : null],
    ["Dernière modification", formatInstant(record.updated_at)],
  ] as const;

/** How to reach the organisation, and who may see each way. */
function Contacts({ record, mayWrite }: { record: OrganisationRecord; mayWrite: boolean }) {
  return (
    <section>
      <h2>Coordonnées</h2>
      {record.contacts.length === 0 ? (
        <p>Aucune coordonnée n’est notée.</p>
      ) : (
        <Facts
          facts={record.contacts.map((point) => [
            point.label || (contactKinds[point.kind] ?? ""),
            <>
              <ContactValue point={point} />{" "}
              <Tag
                label={contactVisibilities[point.visibility] ?? ""}
                tone={point.visibility === "public" ? "good" : "plain"}
              />{" "}
              {mayWrite ? (
                <a href={directory.contactPoint(record.id, point.id)}>
                  Modifier<span class="sr-only"> {point.value}</span>
                </a>
              ) : null}
            </>,
          ])}
        />
      )}
      {mayWrite ? (
        <p>
          <ButtonLink href={directory.contactPoints(record.id)} label="Ajouter une coordonnée" kind="quiet" />
        </p>
      ) : null}
    </section>
  );
}
