import { slugOf } from "#domains/directory/index.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import { registrations } from "#paths/registrations.ts";
import { formatInstant } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { Facts } from "#ui/page.tsx";
import { Lines } from "#ui/prose.tsx";
import type { PublicEvent } from "./queries.event.ts";
import { isCalledOff, registrationOf } from "./rules.event.ts";
import { wordPrice } from "./texts.event.ts";
import { capital, natures } from "./texts.ts";

/** What one looks for in a programme: for whom, how much, how to come, whom to ask. */
export function EventFacts({
  event,
  registered,
  now,
}: {
  event: PublicEvent;
  /** Another part says how to register. */
  registered: boolean;
  now: Date;
}) {
  const { audience, audience_types, module, nature, unnamed } = event;
  return (
    <>
      {registered || isCalledOff(event) ? null : <Registration event={event} now={now} />}
      <Facts
        facts={[
          ["Pour qui", audience || audience_types.join(", ")],
          ["Types d’acteurs", audience ? audience_types.join(", ") : null],
          ["Coût", wordPrice(event)],
          ["Accessibilité", event.accessibility ? <Lines text={event.accessibility} /> : null],
          [
            "Module",
            module ? <a href={`${publicAgenda.catalogue()}#module-${module.id}`}>{module.title}</a> : null,
          ],
          ["Cycle", event.cycle],
          ["Approche", nature ? capital(natures[nature]) : null],
          ["Secteurs d’action", event.sectors.join(", ")],
          ["Pays", event.countries.length > 0 ? <Countries countries={event.countries} /> : null],
          ["Axe stratégique", event.axis],
          ["Mission", event.mission],
          ["Pôle", event.pole],
          ["Dispositif", event.scheme],
          ["Contact", event.contact ? <Contact text={event.contact} /> : null],
          [
            "Sur internet",
            event.website ? <a href={event.website}>{event.website.replace(/^https?:\/\//, "")}</a> : null,
          ],
          [
            "Aussi",
            unnamed > 0
              ? `Avec ${unnamed > 1 ? `${unnamed} organisations qui ne sont` : "une organisation qui n’est"} pas dans l’annuaire public`
              : null,
          ],
        ]}
      />
    </>
  );
}

/** Where one registers: our form, or the address of another site. */
export const registrationAddress = ({ id, title, registration, registration_url }: PublicEvent) =>
  registration === "here" ? registrations.form(id, slugOf(title)) : registration_url;

/** How to register, or why one cannot. */
function Registration({ event, now }: { event: PublicEvent; now: Date }) {
  const { registration_url: url, opens_at, closes_at } = event;
  const standing = registrationOf(event, now);
  if (standing === "none") return null;
  return (
    <section class="event-registration">
      {standing === "open" ? (
        <p>
          {event.registration === "here" ? (
            "L’inscription se fait ici, sans compte"
          ) : (
            <>
              L’inscription se fait sur un autre site, <a href={url}>{new URL(url).hostname}</a>
            </>
          )}
          {closes_at ? `, jusqu’au ${formatInstant(new Date(closes_at))}` : ""}.
        </p>
      ) : standing === "soon" && opens_at ? (
        <p>Les inscriptions ouvrent le {formatInstant(new Date(opens_at))}.</p>
      ) : (
        <p>Les inscriptions sont closes.</p>
      )}
    </section>
  );
}

const Countries = ({ countries }: { countries: PublicEvent["countries"] }) => (
  <>
    {countries.map(({ code, label }, rank) => (
      <>
        {rank > 0 ? ", " : ""}
        <a href={withQuery(publicAgenda.list(), { pays: code })}>{label}</a>
      </>
    ))}
  </>
);

const Contact = ({ text }: { text: string }) =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? <a href={`mailto:${text}`}>{text}</a> : <Lines text={text} />;
