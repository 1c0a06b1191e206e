import { appointments } from "#paths/appointments.ts";
import type { Day } from "#platform/dates.ts";
import { formatDuration, formatFullDay } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { Callout, EmptyState, PageHeader } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import { slotWord } from "./input.ts";
import type { Host } from "./queries.hosts.ts";
import type { Offer } from "./queries.slots.ts";
import { wordPlace, wordTime } from "./texts.ts";

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
  /** The course of support for which this link was given. */
  course?: { id: number; token: string; subject: string; organisation: string };
}

/** An address of the page of slots that still knows for which course one comes. */
export const askedHref = ({ course }: Asked, path: string, query: Record<string, string> = {}) =>
  withQuery(path, { ...query, ...(course ? { pour: course.token } : {}) });

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
            <h2>{formatFullDay(day)}</h2>
            <ul class="slots">
              {slots.map((slot) => (
                <li>
                  <a
                    class="slot"
                    rel="nofollow"
                    href={askedHref(asked, appointments.booking(asked.who), { creneau: slotWord(slot) })}
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
            href={askedHref(asked, appointments.slots(asked.who), { apres: more })}
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
