import { cardRequests } from "#paths/card-requests.ts";
import { directory } from "#paths/directory.ts";
import { site } from "#paths/site.ts";
import { GoalList } from "#ui/goal.tsx";
import { ButtonLink, Facts, PageHeader, Tag } from "#ui/page.tsx";
import { ContactValue } from "../contacts/value.tsx";
import { writtenValue } from "../fields/texts.ts";
import { contactKinds } from "../texts.ts";
import type { CardSection } from "./parts.ts";
import type { Card } from "./queries.ts";

/** What has its own place on the card, and is not repeated among the facts. */
const placed = new Set([
  "name",
  "description",
  "sector_ids",
  "goal_ids",
  "country_codes",
  "logo_file_id",
  "website",
  "email",
  "phone",
  "actor_type_id",
  "family_id",
  "department_code",
  "postal_code",
]);

/** The card of an organisation, as the one who reads it may see it: who it is, what it does, how to reach it. */
export function CardPage({
  card,
  sections = [],
  office,
}: {
  card: Card;
  sections?: readonly CardSection[];
  /** Its record in the back office, for those who may open it. */
  office?: string;
}) {
  const { values, words } = card;
  const logo = values["logo_file_id"];
  return (
    <div class="card">
      <PageHeader
        title={card.name}
        trail={[{ label: "Les acteurs", href: directory.publicList() }]}
        lead={[card.actor_type ?? card.family, card.commune ?? card.department].filter(Boolean).join(", ")}
      >
        <ButtonLink href={cardRequests.ask(card.id)} label="C’est votre organisation ?" kind="quiet" />
        {office ? <ButtonLink href={office} label="Ouvrir dans la gestion" kind="quiet" /> : null}
      </PageHeader>
      <div class="card-columns">
        <div class="card-main">
          {values["description"] ? <p class="prose">{String(values["description"])}</p> : null}
          <Words heading="Ses secteurs d’action" card={card} field="sector_ids" />
          {words.goals.length > 0 ? (
            <section>
              <h2>Les objectifs de développement durable qu’elle sert</h2>
              <GoalList goals={words.goals} />
            </section>
          ) : null}
          <Words heading="Les pays où elle agit" card={card} field="country_codes" />
          {sections.map(({ heading, content }) => (
            <section>
              <h2>{heading}</h2>
              {content}
            </section>
          ))}
        </div>
        <div class="card-side aside">
          {logo ? (
            <img src={site.picture(String(logo))} alt={`Logo de ${card.name}`} class="card-logo" />
          ) : null}
          <Reach card={card} />
          <section>
            <h2>En bref</h2>
            <Facts facts={factsOf(card)} />
          </section>
        </div>
      </div>
    </div>
  );
}

/** Sectors or countries: short words side by side. */
function Words({ heading, card, field }: { heading: string; card: Card; field: string }) {
  const known: Record<string, string> = field === "country_codes" ? card.words.countries : card.words.terms;
  const words = [card.values[field] ?? []].flat().map((one) => known[String(one)] ?? String(one));
  if (words.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="word-list">
        {words
          .toSorted((a, b) => a.localeCompare(b, "fr"))
          .map((word) => (
            <li>{word}</li>
          ))}
      </ul>
    </section>
  );
}

/** How to reach the organisation, by the ways that it shows to this reader. */
function Reach({ card }: { card: Card }) {
  const website = card.values["website"];
  if (!website && card.contacts.length === 0) return null;
  return (
    <section>
      <h2>La joindre</h2>
      <Facts
        facts={[
          [
            "Site internet",
            website ? <ContactValue point={{ kind: "website", value: String(website) }} /> : null,
          ],
          ...card.contacts.map(
            (point) =>
              [
                point.label || (contactKinds[point.kind] ?? ""),
                <>
                  <ContactValue point={point} /> {membersOnly(point.visibility)}
                </>,
              ] as const,
          ),
        ]}
      />
    </section>
  );
}

const membersOnly = (visibility: string) =>
  visibility === "members" ? <Tag label="Visible des adhérents" /> : null;

function factsOf(card: Card) {
  const { values, words } = card;
  return card.shown
    .filter(({ field, value }) => !placed.has(field.key) && value !== card.name)
    .map(({ field, value, visibility }) => {
      const written = writtenValue(field, value, words);
      const postal = field.key === "address" ? values["postal_code"] : null;
      const text = postal ? `${written}, ${postal}` : written;
      const said = field.kind === "web" ? <ContactValue point={{ kind: "website", value: text }} /> : text;
      return [
        field.label,
        <>
          {said} {membersOnly(visibility)}
        </>,
      ] as const;
    });
}
