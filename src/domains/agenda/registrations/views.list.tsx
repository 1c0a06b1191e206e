import { registrations } from "#paths/registrations.ts";
import { Facet, WordSearch } from "#ui/filters.tsx";
import { formatNumber } from "#ui/format.ts";
import { ExportLinks, Listing, Pagination, type Query, Total } from "#ui/list.tsx";
import { ButtonLink, Callout, EmptyState, Figure, Figures, PageHeader } from "#ui/page.tsx";
import { type ListQuestion, pageSize } from "./input.ts";
import type { Booking } from "./queries.event.ts";
import type { RegistrationCounts, RegistrationLine } from "./queries.list.ts";
import { placesOf } from "./rules.places.ts";
import { wordPlaces, wordShortWhen } from "./texts.ts";
import { Lines } from "./views.lines.tsx";
import { RegistrationsNav, trailTo } from "./views.nav.tsx";

export const listTitle = ({ title }: { title: string }) => `Inscriptions : ${title}`;

export interface Props {
  booking: Booking;
  list: { rows: RegistrationLine[]; total: number };
  counts: RegistrationCounts;
  asked: ListQuestion;
}

/** Who comes and who waits, for the team. */
export function RegistrationListPage({ booking, list, counts, asked }: Props) {
  const path = registrations.all(booking.id);
  const query: Query = { q: asked.q, etat: asked.etat, session: asked.session, paye: asked.paye };
  return (
    <>
      <PageHeader title={listTitle(booking)} trail={trailTo(booking)}>
        <ButtonLink href={registrations.add(booking.id)} label="Inscrire quelqu’un" accesskey="n" />
        <ButtonLink href={registrations.letters(booking.id)} label="Écrire" kind="quiet" />
      </PageHeader>
      <RegistrationsNav booking={booking} here="list" />
      <Counts booking={booking} counts={counts} />
      {counts.joining > 0 ? (
        <Callout>
          <p>
            {counts.joining === 1
              ? "Une personne a demandé que ses coordonnées soient gardées"
              : `${formatNumber(counts.joining)} personnes ont demandé que leurs coordonnées soient gardées`}{" "}
            : ouvrez leur inscription pour les faire entrer dans l’annuaire. Les autres n’y entrent que si
            vous en avez besoin pour les accompagner.
          </p>
        </Callout>
      ) : null}
      <Listing filters={<Filters booking={booking} counts={counts} query={query} asked={asked} />}>
        <Total count={list.total} one="inscription" />
        {list.rows.length > 0 ? (
          <>
            <Lines {...{ booking, list, path, query }} />
            <Pagination page={asked.page ?? 1} size={pageSize} total={list.total} path={path} query={query} />
            <ExportLinks path={path} query={query} />
          </>
        ) : (
          <EmptyState title="Aucune inscription ici">
            <p>
              Les inscriptions arrivent par le formulaire public
              {booking.registration === "here" ? "" : ", que cet événement n’ouvre pas"} ; vous pouvez aussi
              inscrire quelqu’un vous-même.
            </p>
          </EmptyState>
        )}
      </Listing>
    </>
  );
}

function Counts({ booking, counts }: Pick<Props, "booking" | "counts">) {
  const path = registrations.all(booking.id);
  const places = booking.series ? wordPlaces(placesOf(booking, null)) : "";
  return (
    <Figures>
      <Figure
        value={formatNumber(counts.registered)}
        label="inscriptions avec une place"
        href={`${path}?etat=inscrits`}
        note={
          booking.capacity === null
            ? "Sans limite de places"
            : places || `${booking.capacity} places par date`
        }
      />
      <Figure value={formatNumber(counts.waiting)} label="en liste d’attente" href={`${path}?etat=attente`} />
      {booking.series ? null : (
        <Figure
          value={formatNumber(counts.people)}
          label="personnes attendues"
          note="Chacune comptée une fois, quel que soit le nombre de dates"
        />
      )}
      {counts.taken_sessions > 0 ? (
        <Figure
          value={formatNumber(counts.present_people)}
          label="personnes venues"
          href={registrations.attendance(booking.id)}
          note={`${formatNumber(counts.attendances)} présences, date par date`}
        />
      ) : null}
    </Figures>
  );
}

function Filters({
  booking,
  counts,
  query,
  asked,
}: Pick<Props, "booking" | "counts" | "asked"> & { query: Query }) {
  const path = registrations.all(booking.id);
  return (
    <>
      <WordSearch
        action={path}
        label="Chercher parmi les inscriptions"
        field="Nom, courriel, organisation"
        words={asked.q}
        query={query}
      />
      <Facet
        title="État"
        name="etat"
        path={path}
        query={query}
        values={[
          { value: "inscrits", label: "Avec une place", count: counts.registered },
          { value: "attente", label: "Liste d’attente", count: counts.waiting },
          { value: "place", label: "Venues sans inscription", count: counts.walk_ins },
          { value: "annules", label: "Annulées", count: counts.cancelled },
        ]}
      />
      {booking.series || booking.sessions.length < 2 ? null : (
        <Facet
          title="Date"
          name="session"
          path={path}
          query={query}
          values={booking.sessions.map((session) => ({
            value: String(session.id),
            label: wordShortWhen(session),
            count: placesOf(booking, session.id).taken,
          }))}
        />
      )}
      {booking.price_cents > 0 ? (
        <Facet
          title="Paiement"
          name="paye"
          path={path}
          query={query}
          values={[
            { value: "oui", label: "Réglé", count: counts.paid },
            {
              value: "non",
              label: "À régler",
              count: counts.registered + counts.waiting + counts.walk_ins - counts.paid,
            },
          ]}
        />
      ) : null}
    </>
  );
}
