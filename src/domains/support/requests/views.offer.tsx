import type { Office } from "#domains/territory/index.ts";
import { appointments } from "#paths/appointments.ts";
import { support } from "#paths/support.ts";
import { tools } from "#paths/tools.ts";
import { all } from "#platform/french.ts";
import { plural } from "#ui/format.ts";
import { ButtonLink, PageHeader } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import { answererWords } from "./emails.tsx";
import type { Offer } from "./queries.ts";

export const offerTitle = "Se faire accompagner";

/** What the network offers, who answers, when. */
export function OfferPage({
  offer,
  themes,
  names,
  offices,
}: {
  offer: Offer;
  themes: readonly { id: number; label: string }[];
  names: ReadonlyMap<string, string>;
  offices: readonly Office[];
}) {
  return (
    <>
      <PageHeader
        title={offerTitle}
        lead="Un projet de coopération ou de solidarité internationale, une idée, une difficulté : une personne du réseau vous écoute et avance avec vous. C’est gratuit, et ouvert à tous."
      />
      <p>
        <ButtonLink href={support.ask()} label="Demander un accompagnement" />
      </p>
      <p>
        Une question courte suffit parfois{"\u00a0"}: <a href={appointments.open()}>prenez rendez-vous</a>.
        Pour avancer par vous-même, essayez <a href={tools.open()}>les outils du réseau</a>.
      </p>
      {offer.offer ? <Paragraphs text={offer.offer} /> : null}
      <div class="home-columns">
        <section>
          <h2>Sur quoi</h2>
          <ul>
            {themes.map(({ label }) => (
              <li>{label}</li>
            ))}
          </ul>
        </section>
        <section>
          <h2>Qui vous répond</h2>
          <Answerers offer={offer} names={names} />
          <p>
            La réponse vient en {plural(offer.answer_days, "jour")} au plus. Le courriel que vous recevez
            aussitôt dit de qui, et pour quand.
          </p>
        </section>
        {offices.length > 0 ? (
          <section>
            <h2>Où nous trouver</h2>
            <ul>
              {offices.map(({ name, address, commune }) => (
                <li>
                  {name}
                  {address ? `, ${address}` : commune === name ? "" : `, ${commune}`}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </>
  );
}

function Answerers({ offer, names }: { offer: Offer; names: ReadonlyMap<string, string> }) {
  if (offer.answerers.length === 0)
    return (
      <p>{capital(answererWords(undefined, offer.default_pole))}, selon votre sujet et votre territoire.</p>
    );
  return (
    <ul>
      {offer.answerers.map(({ themes, departments, pole, referent_id }) => (
        <li>
          {capital(answererWords(names.get(referent_id ?? ""), pole))}
          {themes.length > 0 ? ` : ${all(themes.map((theme) => theme.toLowerCase()))}` : ""}
          {departments.length > 0 ? ` (${all(departments)})` : ""}
        </li>
      ))}
      <li>{capital(answererWords(undefined, offer.default_pole))} pour tout le reste</li>
    </ul>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
