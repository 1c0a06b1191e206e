import { registrations } from "#paths/registrations.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatInstant, formatNumber, plural } from "#ui/format.ts";
import { Callout, PageHeader } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import type { Booking } from "../queries.event.ts";
import type { listAnnouncements } from "../queries.list.ts";
import { RegistrationsNav, trailTo } from "../views.nav.tsx";
import { type Audience, audiences } from "./rules.ts";
import { announcementWords, audienceWords } from "./texts.ts";

export const lettersTitle = ({ title }: { title: string }) => `Lettres : ${title}`;

interface Props {
  booking: Booking;
  audience: Audience;
  /** How many would be written to, were already, and cannot be. */
  counts: { reached: number; without_address: number; written: number };
  announcements: Awaited<ReturnType<typeof listAnnouncements>>;
  typed: Typed;
  errors?: Errors;
  /** The letter as it will be read, when it was asked for. */
  preview?: { subject: string; text: string } | undefined;
  now: Date;
}

/** Writing to those of an event, and what was written. */
export function LettersPage(props: Props) {
  const { booking, typed, errors = {}, audience, counts, preview } = props;
  const fields = { typed, errors };
  const at = registrations.letters(booking.id);
  return (
    <>
      <PageHeader title={lettersTitle(booking)} trail={trailTo(booking)} />
      <RegistrationsNav booking={booking} here="letters" />
      {preview ? (
        <section aria-labelledby="apercu">
          <h2 id="apercu">La lettre, telle qu’elle sera lue</h2>
          <Callout>
            <p>
              <strong>{preview.subject}</strong>
            </p>
            <Paragraphs text={preview.text} />
          </Callout>
          <p>
            Elle partira vers {plural(counts.reached, "personne")}
            {counts.written > 0
              ? ` ; ${formatNumber(counts.written)} l’ont déjà reçue et ne la recevront pas deux fois`
              : ""}
            {counts.without_address > 0
              ? ` ; ${formatNumber(counts.without_address)} n’ont pas d’adresse`
              : ""}
            .
          </p>
        </section>
      ) : null}
      <Form action={at} errors={errors} once>
        <SelectField
          name="a"
          label="À qui"
          options={audiences.map((value) => ({ value, label: audienceWords[value] }))}
          value={audience}
          {...fields}
        />
        <TextField name="objet" label="Objet" required {...fields} />
        <TextArea
          name="texte"
          label="Lettre"
          help="Une ligne vide sépare deux paragraphes. La lettre commence par « Bonjour » et le nom, et donne le lien de l’inscription."
          rows={8}
          required
          {...fields}
        />
        {audience === "present" ? <WithThanks booking={booking} {...fields} /> : null}
        <div class="buttons">
          <Submit label="Voir la lettre" kind={preview ? "quiet" : "primary"} name="geste" value="apercu" />
          {preview && counts.reached > 0 ? (
            <Submit label={`Envoyer à ${plural(counts.reached, "personne")}`} name="geste" value="envoi" />
          ) : null}
        </div>
      </Form>
      <Written {...props} />
    </>
  );
}

function WithThanks({ booking, typed, errors }: { booking: Booking; typed: Typed; errors: Errors }) {
  return (
    <fieldset class="form">
      <legend>Avec la lettre</legend>
      <CheckboxField
        name="attestation"
        label="L’attestation de chacun"
        help="Faite pour qui n’en a pas, d’après les présences notées."
        checked={typed["attestation"] === "oui"}
        errors={errors}
      />
      <TextField
        name="signataire"
        label="Qui signe les attestations"
        required={false}
        typed={typed}
        errors={errors}
      />
      {booking.satisfaction_id ? (
        <CheckboxField
          name="avis"
          label="Le questionnaire de satisfaction"
          help="Un lien pour chacun. Les avis se lisent sans les noms."
          checked={typed["avis"] === "oui"}
          errors={errors}
        />
      ) : null}
    </fieldset>
  );
}

function Written({ booking, announcements, now }: Props) {
  if (announcements.length === 0) return null;
  return (
    <section>
      <h2>Ce qui a été écrit à tous</h2>
      <ul class="lines">
        {announcements.map((one) => {
          const count = one.written[0]?.count ?? 0;
          const waits = !one.done_at && !one.withdrawn_at && one.due_at > now;
          return (
            <li>
              <p class="line-title">{one.subject || announcementWords[one.kind]}</p>
              <p>
                {audienceWords[one.audience as Audience]} · {formatInstant(one.created_at)} ·{" "}
                {one.withdrawn_at
                  ? "retirée avant l’envoi"
                  : one.done_at
                    ? one.kind === "note" || count > 0
                      ? plural(count, "lettre")
                      : "écrite"
                    : waits
                      ? "part dans deux minutes"
                      : "en cours d’envoi"}
              </p>
              {waits ? (
                <div class="buttons">
                  <ActionForm
                    action={registrations.letterWithdrawal(booking.id, one.id)}
                    label="Ne pas l’envoyer"
                  />
                  <ActionForm
                    action={registrations.letterHaste(booking.id, one.id)}
                    label="L’envoyer sans attendre"
                  />
                </div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
