import { publicAgenda } from "#paths/public-agenda.ts";
import { withQuery } from "#ui/list.tsx";
import { Facts } from "#ui/page.tsx";
import { Lines } from "#ui/prose.tsx";
import type { PublicEvent } from "./queries.event.ts";
import { wordPrice } from "./texts.event.ts";
import { capital, natures } from "./texts.ts";

/** What one looks for in a programme: for whom, how much, whom to ask. */
export function EventFacts({ event }: { event: PublicEvent }) {
  const { audience, audience_types, module, nature, unnamed } = event;
  return (
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
