import { appointments } from "#paths/appointments.ts";
import type { Day } from "#platform/dates.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { formatDuration, formatWeekday } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { Callout, EmptyState, PageHeader } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import { slotWord } from "./input.ts";
import type { Host } from "./queries.hosts.ts";
import type { Offer } from "./queries.slots.ts";
import { keptMonths } from "./rules.keeping.ts";
import { modeLabels, wordPlace, wordTime, wordWhen } from "./texts.ts";

export const openTitle = "Prendre rendez-vous";
export const openLead =
  "Une question, un projet, une idée ? Choisissez un thème ou une personne, puis un créneau : nous vous recevons au bureau, ailleurs, par téléphone ou en visioconférence.";

export interface ThemeChoice {
  id: number;
  code: string;
  label: string;
}

/** Who receives, by theme and by name. */
export function OpenPage({ hosts, themes }: { hosts: readonly Host[]; themes: readonly ThemeChoice[] }) {
  const offered = themes.filter(({ id }) => hosts.some(({ theme_ids }) => theme_ids.includes(id)));
  return (
    <>
      <PageHeader title={openTitle} lead={openLead} />
      {hosts.length === 0 ? (
        <EmptyState title="Aucun rendez-vous n’est offert en ce moment">
          <p>Écrivez-nous ou appelez-nous : nos coordonnées sont sur la page du réseau.</p>
        </EmptyState>
      ) : null}
      {offered.length > 0 ? (
        <section>
          <h2>Par thème</h2>
          <ul class="lines">
            {offered.map(({ code, label }) => (
              <li>
                <a class="line-title" href={appointments.slots(code)}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {hosts.length > 0 ? (
        <section>
          <h2>Par personne</h2>
          <ul class="lines">
            {hosts.map((host) => (
              <li>
                <a class="line-title" href={appointments.slots(host.slug)}>
                  {host.name}
                </a>
                <p class="soft">
                  {themes
                    .filter(({ id }) => host.theme_ids.includes(id))
                    .map(({ label }) => label)
                    .join(", ")}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** What one sees of a page of slots, and where it stands. */
export interface Asked {
  /** The last part of its address. */
  who: string;
  /** Whose slots, or on what. */
  title: string;
  hosts: readonly Host[];
}

export const slotsTitle = ({ title, hosts }: Asked) =>
  hosts.length === 1 && hosts[0]?.name === title ? `Rendez-vous avec ${title}` : `Rendez-vous : ${title}`;

/** The slots by day; a few days a page. */
export function SlotsPage({
  asked,
  offers,
  more,
}: {
  asked: Asked;
  offers: readonly Offer[];
  more?: Day | undefined;
}) {
  const several = asked.hosts.length > 1;
  const days = Map.groupBy(offers, ({ day }) => day);
  return (
    <>
      <PageHeader title={slotsTitle(asked)} trail={[{ label: openTitle, href: appointments.open() }]} />
      {several ? null : <Paragraphs text={asked.hosts[0]?.presentation ?? ""} />}
      {several ? null : <Doubt host={asked.hosts[0]} />}
      {days.size === 0 ? (
        <EmptyState title="Aucun créneau n’est libre pour l’instant">
          <p>
            De nouveaux créneaux s’ouvrent chaque semaine ; vous pouvez aussi nous écrire ou nous appeler.
          </p>
        </EmptyState>
      ) : (
        [...days].map(([day, slots]) => (
          <section class="slot-day">
            <h2>{formatWeekday(day)}</h2>
            <ul class="slots">
              {slots.map((slot) => (
                <li>
                  <a
                    class="slot"
                    rel="nofollow"
                    href={withQuery(appointments.booking(asked.who), { creneau: slotWord(slot) })}
                  >
                    <span class="slot-time">{wordTime(slot.startsAt)}</span>
                    <span class="slot-where">
                      {minutesOf(slot)}, {wordPlace(slot)}
                      {several ? `, avec ${slot.host.name}` : ""}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
      {more ? (
        <p>
          <a
            class="button button-quiet"
            rel="nofollow"
            href={withQuery(appointments.slots(asked.who), { apres: more })}
          >
            Voir les jours suivants
          </a>
        </p>
      ) : null}
    </>
  );
}

const minutesOf = ({ startsAt, endsAt }: Offer) =>
  formatDuration((endsAt.getTime() - startsAt.getTime()) / 60_000);

/** Slots stay when the officer's calendar does not answer; it is said. */
const Doubt = ({ host }: { host: Host | undefined }) =>
  host?.secret && host.refusal ? (
    <Callout tone="info">
      <p>
        L’agenda de {host.name} n’a pas pu être relu
        {host.read_at ? "" : " jusqu’ici"} : si un créneau se révélait pris, nous vous écririons pour en
        convenir d’un autre.
      </p>
    </Callout>
  ) : null;

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
          { label: slotsTitle(asked), href: appointments.slots(asked.who) },
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
      <Form action={appointments.booking(asked.who)} errors={errors} once>
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
          <a href={appointments.slots(asked.who)}>Choisir un autre créneau</a>
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
        group: formatWeekday(offer.day),
      }))}
    />
  );
}
