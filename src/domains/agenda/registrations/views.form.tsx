import { publicAgenda } from "#paths/public-agenda.ts";
import { registrations } from "#paths/registrations.ts";
import { site } from "#paths/site.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, RadioField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { Facts, PageHeader } from "#ui/page.tsx";
import { mostPeople } from "./input.ts";
import type { Booking } from "./queries.event.ts";
import { placesOf } from "./rules.places.ts";
import { slugOf, wordPlaces, wordPrice, wordWhen, wordWhere } from "./texts.ts";

export const formTitle = ({ title }: { title: string }) => `S’inscrire : ${title}`;

/** Back to the page of the event. */
export const trailTo = ({ id, title, training }: Booking) => [
  { label: title, href: publicAgenda.event({ id, training, slug: slugOf(title) }) },
];

interface Props {
  booking: Booking;
  /** Those that may still be chosen; empty for a series. */
  choosable: readonly number[];
  typed: Typed;
  errors?: Errors;
  people: number;
}

/** The form by which anyone registers, alone or with others of the same organisation. */
export function RegistrationFormPage({ booking, choosable, typed, errors = {}, people }: Props) {
  const fields = { typed, errors };
  const places = booking.series ? wordPlaces(placesOf(booking, null)) : "";
  return (
    <>
      <PageHeader title={formTitle(booking)} trail={trailTo(booking)} />
      <Facts
        facts={[
          ...(booking.series ? [["Dates", <Dates booking={booking} />] as const] : []),
          ["Prix", wordPrice(booking)],
          ["Places", places],
          ["Accessibilité", booking.accessibility],
        ]}
      />
      <Form action={registrations.form(booking.id, slugOf(booking.title))} errors={errors} once>
        <Hidden name="personnes" value={String(people)} />
        {booking.series ? null : <Sessions booking={booking} choosable={choosable} {...fields} />}
        {Array.from({ length: people }, (_, place) => (
          <Person place={place} {...fields} />
        ))}
        <TextField
          name="organisation"
          label="Organisation"
          autocomplete="organization"
          help={
            people > 1
              ? "La même pour tous."
              : "Association, collectivité, établissement… au nom de laquelle vous venez."
          }
          required={false}
          {...fields}
        />
        <TextArea
          name="besoins"
          label="De quoi avez-vous besoin pour participer ?"
          help="Accès, interprétation, documents en gros caractères, repas… Seule l’équipe le lit ; effacé un mois après l’événement."
          rows={3}
          required={false}
          {...fields}
        />
        <CheckboxField
          name="contact"
          label="Gardez mes coordonnées dans votre annuaire"
          help="Pour être au courant de nos prochains rendez-vous. Sans cette case, elles n’y entrent pas."
          checked={typed["contact"] === "oui"}
          errors={errors}
        />
        <PrivacyNotice training={booking.training} />
        <div class="buttons">
          <Submit label={people > 1 ? `Inscrire ${people} personnes` : "S’inscrire"} />
          {people < mostPeople ? (
            <Submit label="Ajouter une personne" kind="quiet" name="geste" value="ajouter" />
          ) : null}
          {people > 1 ? (
            <Submit label="Retirer la dernière" kind="quiet" name="geste" value="retirer" />
          ) : null}
        </div>
      </Form>
    </>
  );
}

const Dates = ({ booking }: { booking: Booking }) => (
  <ul>
    {booking.sessions
      .filter(({ cancelled }) => !cancelled)
      .map((session) => (
        <li>
          {session.title ? `${session.title} : ` : ""}
          {wordWhen(session)}, {wordWhere(session)}
        </li>
      ))}
  </ul>
);

function Sessions({ booking, choosable, typed, errors }: Omit<Props, "people">) {
  const only = choosable.length === 1 ? String(choosable[0]) : undefined;
  const chosen = typeof typed["session"] === "string" ? typed["session"] : only;
  return (
    <RadioField
      legend="Quelle date choisissez-vous ?"
      name="session"
      {...(chosen ? { chosen } : {})}
      {...(errors ? { errors } : {})}
      options={booking.sessions
        .filter(({ id }) => choosable.includes(id))
        .map((session) => ({
          value: String(session.id),
          label: [
            `${session.title ? `${session.title} : ` : ""}${wordWhen(session)}, ${wordWhere(session)}`,
            wordPlaces(placesOf(booking, session.id)),
          ]
            .filter(Boolean)
            .join(" · "),
        }))}
    />
  );
}

function Person({ place, typed, errors }: { place: number; typed: Typed; errors?: Errors }) {
  const mark = place === 0 ? "" : `-${place + 1}`;
  const fields = { typed, errors };
  const complete = (what: string) => (place === 0 ? { autocomplete: what } : { autocomplete: "off" });
  return (
    <fieldset class="form">
      <legend>{place === 0 ? "Vous" : `Personne ${place + 1}`}</legend>
      <div class="field-row">
        <TextField name={`prenom${mark}`} label="Prénom" required {...complete("given-name")} {...fields} />
        <TextField name={`nom${mark}`} label="Nom" required {...complete("family-name")} {...fields} />
      </div>
      <TextField
        name={`courriel${mark}`}
        label="Adresse électronique"
        type="email"
        help={
          place === 0
            ? "La confirmation et le lien de votre inscription y sont envoyés."
            : "La sienne : sa confirmation y est envoyée. Prévenez-la."
        }
        required
        {...complete("email")}
        {...fields}
      />
      {place === 0 ? (
        <TextField
          name="telephone"
          label="Téléphone"
          type="tel"
          autocomplete="tel"
          help="Pour vous joindre en cas de changement de dernière minute."
          required={false}
          {...fields}
        />
      ) : null}
    </fieldset>
  );
}

/** What is done of what is given, in few words (GDPR, article 13). */
export function PrivacyNotice({ training }: { training: boolean }) {
  return (
    <p class="help">
      Vos données servent à organiser cet événement et à vous écrire à son sujet. Elles sont gardées trois ans
      après la dernière date
      {training ? " ; le nom et les heures suivies, six ans, comme preuve de la formation" : ""}. Vous pouvez
      les voir, les corriger et les faire effacer : par le lien de votre inscription, ou en nous écrivant.{" "}
      <a href={site.privacy()}>Ce que nous faisons des données</a>
    </p>
  );
}
