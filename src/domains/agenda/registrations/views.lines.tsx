import { registrations } from "#paths/registrations.ts";
import { dayInParis } from "#platform/dates.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatShortDay } from "#ui/format.ts";
import { ListTable, type Query } from "#ui/list.tsx";
import { Tag } from "#ui/page.tsx";
import type { Booking } from "./queries.event.ts";
import type { RegistrationLine } from "./queries.list.ts";
import { nameOf, sourceWords, wordShortWhen } from "./texts.ts";
import type { Props } from "./views.list.tsx";

const tones = { confirmed: "good", waiting: "warning", cancelled: "plain" } as const;

function State({ line }: { line: RegistrationLine }) {
  const tone = tones[line.state as keyof typeof tones] ?? "plain";
  if (line.state === "waiting")
    return <Tag label={`Attend, ${line.place}${line.place === 1 ? "er" : "e"}`} tone={tone} />;
  if (line.state === "cancelled") return <Tag label="Annulée" tone={tone} />;
  return <Tag label={line.source === "door" ? "Sur place" : "A une place"} tone={tone} />;
}

export function Lines({
  booking,
  list,
  path,
  query,
}: Pick<Props, "booking" | "list"> & { path: string; query: Query }) {
  const sessionOf = new Map(booking.sessions.map((session) => [session.id, wordShortWhen(session)]));
  const { id } = booking;
  return (
    <ListTable<RegistrationLine>
      caption="Inscriptions"
      path={path}
      query={query}
      rows={list.rows}
      columns={[
        { label: "Nom", cell: (line) => <a href={registrations.one(id, line.id)}>{nameOf(line)}</a> },
        { label: "Organisation", cell: (line) => line.organisation_name ?? line.organisation },
        ...(booking.series
          ? []
          : [{ label: "Date", cell: (line: RegistrationLine) => sessionOf.get(line.session_id ?? 0) ?? "" }]),
        { label: "État", cell: (line) => <State line={line} /> },
        ...(booking.price_cents > 0
          ? [
              {
                label: "Paiement",
                cell: (line: RegistrationLine) =>
                  line.paid_at ? `Réglé${line.paid_how ? `, ${line.paid_how}` : ""}` : "À régler",
              },
            ]
          : []),
        { label: "Besoins", cell: (line) => line.needs, wide: true },
        {
          label: "Inscrite le",
          cell: (line) => (
            <>
              {formatShortDay(dayInParis(line.created_at))}
              <span class="sr-only">, {sourceWords[line.source]}</span>
            </>
          ),
          wide: true,
        },
        { label: "Gestes", cell: (line) => <Gestures booking={booking} line={line} /> },
      ]}
    />
  );
}

function Gestures({ booking, line }: { booking: Booking; line: RegistrationLine }) {
  const of = nameOf(line);
  if (line.state === "cancelled")
    return <ActionForm action={registrations.restoration(booking.id, line.id)} label="Rétablir" of={of} />;
  return (
    <div class="tools">
      {line.state === "waiting" && line.place > 1 ? (
        <ActionForm action={registrations.head(booking.id, line.id)} label="En tête" of={of} />
      ) : null}
      {booking.price_cents > 0 && !line.paid_at ? (
        <ActionForm action={registrations.payment(booking.id, line.id)} label="Réglé" of={of} />
      ) : null}
      <ActionForm action={registrations.removal(booking.id, line.id)} label="Annuler" of={of} />
    </div>
  );
}
