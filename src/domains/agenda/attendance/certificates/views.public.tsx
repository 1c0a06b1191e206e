import { registrations } from "#paths/registrations.ts";
import { TextField } from "#ui/fields.tsx";
import { SearchForm, Submit } from "#ui/form.tsx";
import { formatDay, formatDuration } from "#ui/format.ts";
import { Callout, Facts, PageHeader, Tag } from "#ui/page.tsx";
import type { Certificate } from "./queries.ts";
import { writtenCode } from "./rules.ts";

export const askTitle = "Vérifier une attestation";

/** Where the code of a certificate is typed. */
export function AskPage({ typed = "", unknown = false }: { typed?: string; unknown?: boolean }) {
  return (
    <>
      <PageHeader title={askTitle} lead="Le code est au bas de l’attestation, ou dans son carré à scanner." />
      {unknown ? (
        <Callout tone="bad">
          <p>
            Aucune attestation ne porte ce code. Vérifiez les vingt lettres et chiffres ; s’ils sont bien ceux
            du document, il ne vient pas de nous.
          </p>
        </Callout>
      ) : null}
      <SearchForm action={registrations.verification()} label="Vérifier une attestation" class="form">
        <TextField
          name="code"
          label="Code de vérification"
          help="Vingt lettres et chiffres, avec ou sans tirets."
          value={typed}
          autocomplete="off"
        />
        <Submit label="Vérifier" />
      </SearchForm>
    </>
  );
}

export const checkedTitle = ({ revoked_at }: Pick<Certificate, "revoked_at">) =>
  revoked_at ? "Attestation retirée" : "Attestation authentique";

/** What a code says of its certificate: the training, its dates and hours, the name; nothing else. */
export function CheckedPage({ certificate }: { certificate: Certificate }) {
  const { revoked_at, revoked_why, holder, title, days, minutes, network, code, issued_on } = certificate;
  return (
    <>
      <PageHeader title={checkedTitle(certificate)} />
      {revoked_at ? (
        <Callout tone="bad">
          <p>
            <Tag label="Retirée" tone="bad" /> {network} a retiré cette attestation : elle ne prouve plus
            rien.
            {revoked_why ? ` ${revoked_why}` : ""}
          </p>
        </Callout>
      ) : (
        <>
          <Callout tone="good">
            <p>
              <Tag label="Authentique" tone="good" /> Délivrée par {network} le {formatDay(issued_on)}.
            </p>
          </Callout>
          <Facts
            facts={[
              ["Nom", holder],
              [certificate.training ? "Formation" : "Événement", title],
              ["Dates", [...new Set(days.map(({ day }) => day))].map(formatDay).join(", ")],
              ["Durée suivie", minutes > 0 ? formatDuration(minutes) : null],
              ["Code", writtenCode(code)],
            ]}
          />
        </>
      )}
      <p>
        <a href={registrations.verification()}>Vérifier une autre attestation</a>
      </p>
    </>
  );
}
