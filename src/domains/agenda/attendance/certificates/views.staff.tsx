import { registrations } from "#paths/registrations.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { formatDay, formatDuration, formatInstant, plural } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import type { Booking } from "../../registrations/queries.event.ts";
import { RegistrationsNav, trailTo } from "../../registrations/views.nav.tsx";
import type { Certificate } from "./queries.ts";
import { writtenCode } from "./rules.ts";

export const certificatesTitle = ({ title }: { title: string }) => `Attestations : ${title}`;

/** The certificates of an event: made, given again, taken back. */
export function CertificatesPage({
  booking,
  certificates,
  awaiting,
  typed,
  errors = {},
}: {
  booking: Booking;
  certificates: readonly Certificate[];
  /** How many were there and have none. */
  awaiting: number;
  typed: Typed;
  errors?: Errors;
}) {
  const { id } = booking;
  return (
    <>
      <PageHeader title={certificatesTitle(booking)} trail={trailTo(booking)}>
        <ButtonLink
          href={`${registrations.letters(id)}?a=present`}
          label="Les envoyer, avec un mot"
          kind="quiet"
        />
      </PageHeader>
      <RegistrationsNav booking={booking} here="certificates" />
      {awaiting > 0 ? (
        <Form action={registrations.certificates(id)} errors={errors} once>
          <p>
            {plural(awaiting, "personne venue n’a", "personnes venues n’ont")} pas d’attestation. Elle dit les
            dates et les heures où leur présence est notée, et ne bouge plus ensuite.
          </p>
          <TextField
            name="signataire"
            label="Qui signe"
            help="Nom et fonction, tels qu’imprimés."
            required={false}
            typed={typed}
            errors={errors}
          />
          <div class="buttons">
            <Submit label={`Faire ${plural(awaiting, "attestation")}`} />
          </div>
        </Form>
      ) : null}
      {certificates.length === 0 ? (
        awaiting === 0 ? (
          <EmptyState title="Aucune attestation">
            <p>
              Une attestation se fait pour qui était présent :{" "}
              <a href={registrations.attendance(id)}>notez d’abord les présences</a>.
            </p>
          </EmptyState>
        ) : null
      ) : (
        <Lines booking={booking} certificates={certificates} />
      )}
    </>
  );
}

function Lines({ booking, certificates }: { booking: Booking; certificates: readonly Certificate[] }) {
  return (
    <ListTable<Certificate>
      caption="Attestations"
      path={registrations.certificates(booking.id)}
      query={{}}
      rows={certificates}
      columns={[
        {
          label: "Nom",
          cell: (line) =>
            line.holder ? (
              <a href={registrations.certificatePdf(booking.id, line.id)} data-turbo="false">
                {line.holder}
              </a>
            ) : (
              "Nom effacé"
            ),
        },
        {
          label: "Durée",
          numeric: true,
          cell: (line) => (line.minutes > 0 ? formatDuration(line.minutes) : ""),
        },
        { label: "Faite le", cell: (line) => formatDay(line.issued_on), wide: true },
        {
          label: "Code",
          cell: (line) => <a href={registrations.certificate(line.code)}>{writtenCode(line.code)}</a>,
        },
        {
          label: "État",
          cell: (line) =>
            line.revoked_at ? (
              <>
                <Tag label="Retirée" tone="bad" /> le {formatInstant(line.revoked_at)} : {line.revoked_why}
              </>
            ) : (
              <Tag label="En vigueur" tone="good" />
            ),
        },
        {
          label: "Retirer",
          cell: (line) =>
            line.revoked_at ? null : (
              <details>
                <summary>
                  Retirer<span class="sr-only"> l’attestation de {line.holder}</span>
                </summary>
                <RevocationForm booking={booking} line={line} />
              </details>
            ),
        },
      ]}
    />
  );
}

const RevocationForm = ({ booking, line }: { booking: Booking; line: Certificate }) => (
  <Form action={registrations.revocation(booking.id, line.id)} class="form">
    <TextField
      name={`raison-${line.id}`}
      label="Pourquoi"
      help="Dit à qui la vérifie. Une autre peut être faite ensuite, avec un autre code."
      required={false}
    />
    <Submit label="Retirer" kind="danger" />
  </Form>
);
