import { appointments } from "#paths/appointments.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { formatFullDay } from "#ui/format.ts";
import { PageHeader } from "#ui/page.tsx";
import { slotWord } from "./input.ts";
import type { Offer } from "./queries.slots.ts";
import { keptMonths } from "./rules.keeping.ts";
import { modeLabels, wordPlace, wordTime, wordWhen } from "./texts.ts";
import { type Asked, askedHref, openTitle, slotsTitle, type ThemeChoice } from "./views.public.tsx";

interface BookingProps {
  asked: Asked;
  /** The slot chosen, when it is still free. */
  offer?: Offer | undefined;
  /** Others to choose from, when it is not. */
  others?: readonly Offer[];
  themes: readonly ThemeChoice[];
  typed?: Typed;
  errors?: Errors;
  /** When someone arrives by a theme. */
  themeId?: number | null;
}

export const bookingTitle = "Réserver ce créneau";

/** Who comes, for what. */
export function BookingPage({
  asked,
  offer,
  others = [],
  themes,
  typed = {},
  errors,
  themeId,
}: BookingProps) {
  const field = { typed, errors };
  const hosts = offer ? [offer.host] : asked.hosts;
  const choices = themes.filter(({ id }) => hosts.some(({ theme_ids }) => theme_ids.includes(id)));
  return (
    <>
      <PageHeader
        title={bookingTitle}
        trail={[
          { label: openTitle, href: appointments.open() },
          { label: slotsTitle(asked), href: askedHref(asked, appointments.slots(asked.who)) },
        ]}
        lead={
          offer ? (
            <>
              Le {wordWhen(offer)}, avec {offer.host.name}. {modeLabels[offer.mode]}
              {offer.place ? ` : ${offer.place}` : ""}.
            </>
          ) : null
        }
      />
      <Form action={askedHref(asked, appointments.booking(asked.who))} errors={errors} once>
        {offer ? (
          <Hidden name="creneau" value={slotWord(offer)} />
        ) : (
          <SlotField offers={others} several={asked.hosts.length > 1} errors={errors} />
        )}
        <TextField {...field} name="nom" label="Votre nom" autocomplete="name" required />
        <div class="field-row">
          <TextField
            {...field}
            name="courriel"
            label="Votre adresse électronique"
            type="email"
            inputmode="email"
            autocomplete="email"
            help="La confirmation et le lien pour changer y partent."
            required
          />
          <TextField
            {...field}
            name="telephone"
            label="Votre téléphone"
            type="tel"
            autocomplete="tel"
            required={offer?.mode === "phone"}
            help={
              offer?.mode === "phone"
                ? "Nous vous appelons à ce numéro."
                : "Pour vous prévenir si l’heure change."
            }
          />
        </div>
        <TextField
          {...field}
          name="organisation"
          label="Votre organisation"
          value={asked.course?.organisation}
          autocomplete="organization"
          required={false}
        />
        {choices.length > 1 ? (
          <SelectField
            {...field}
            name="theme"
            label="Thème"
            required={false}
            empty="Sans thème particulier"
            value={themeId ?? ""}
            options={choices.map(({ id, label }) => ({ value: String(id), label }))}
          />
        ) : null}
        <TextField
          {...field}
          name="sujet"
          value={asked.course?.subject}
          label="Sujet"
          help="En quelques mots : de quoi voulez-vous parler ?"
          required
        />
        <TextArea
          {...field}
          name="message"
          label="Ce qu’il est bon que nous sachions avant"
          rows={4}
          required={false}
        />
        <p class="help">
          Ce que vous écrivez sert à préparer et tenir ce rendez-vous. L’équipe seule le lit ; votre nom,
          votre adresse et votre message s’effacent {keptMonths} mois après. La lettre de confirmation
          contient un lien qui permet de déplacer ou d’annuler.
        </p>
        <div class="buttons">
          <Submit label="Confirmer le rendez-vous" />
          <a href={askedHref(asked, appointments.slots(asked.who))}>Choisir un autre créneau</a>
        </div>
      </Form>
    </>
  );
}

/** Free slots to choose from, by day. */
export function SlotField({
  offers,
  several = false,
  errors,
}: {
  offers: readonly Offer[];
  several?: boolean;
  errors?: Errors | undefined;
}) {
  return (
    <SelectField
      name="creneau"
      label="Créneau"
      errors={errors}
      required
      empty="Choisir…"
      options={offers.map((offer) => ({
        value: slotWord(offer),
        label: `${wordTime(offer.startsAt)}, ${wordPlace(offer)}${several ? `, avec ${offer.host.name}` : ""}`,
        group: formatFullDay(offer.day),
      }))}
    />
  );
}
