import { directory } from "#paths/directory.ts";
import { Facts, PageHeader } from "#ui/page.tsx";
import { ContactValue } from "./contacts/value.tsx";
import type { Card } from "./queries.ts";
import { slugOf } from "./rules.ts";
import { communeLabel } from "./texts.form.ts";
import { contactKinds } from "./texts.ts";

/** The public card of an organisation: only what everyone may see. */
export function CardPage({ card }: { card: Card }) {
  return (
    <>
      <PageHeader
        title={card.name}
        trail={[{ label: "Les acteurs", href: directory.publicList() }]}
        lead={[card.actor_type ?? card.family, card.commune ?? card.department].filter(Boolean).join(", ")}
      />
      {card.description ? <p class="prose">{card.description}</p> : null}
      <Facts
        facts={[
          ["Sigle", card.acronym],
          ["Type d’acteur", card.actor_type],
          ["Famille d’acteurs", card.family],
          ["Commune", communeLabel(card)],
          ["Département", card.commune ? null : card.department],
          ["Forme juridique", card.legal_form],
          ["Année de création", card.founded_year ? String(card.founded_year) : null],
          ["Numéro RNA", card.rna],
          ["SIREN", card.siren],
          ["Code UAI", card.uai],
          [
            "Site internet",
            card.website ? <ContactValue point={{ kind: "website", value: card.website }} /> : null,
          ],
          ...card.contacts.map(
            (point) =>
              [point.label || (contactKinds[point.kind] ?? ""), <ContactValue point={point} />] as const,
          ),
        ]}
      />
    </>
  );
}

/** The card as machines read it (schema.org). */
export function linkedDataOf(card: Card, baseUrl: string): object {
  const association = card.actor_type && /association|ONG|OSIM|collectif|jumelage/i.test(card.actor_type);
  const points = (kind: string) =>
    card.contacts.filter((point) => point.kind === kind).map(({ value }) => value);
  const [email] = points("email");
  const [telephone] = points("phone");
  return {
    "@context": "https://schema.org",
    "@type": association ? "NGO" : "Organization",
    "@id": baseUrl + directory.publicCard(card.id, slugOf(card.name)),
    name: card.name,
    alternateName: card.acronym || undefined,
    description: card.description || undefined,
    url: card.website || baseUrl + directory.publicCard(card.id, slugOf(card.name)),
    foundingDate: card.founded_year ? String(card.founded_year) : undefined,
    email,
    telephone,
    sameAs: points("social"),
    address: card.commune
      ? {
          "@type": "PostalAddress",
          addressLocality: card.commune,
          addressRegion: card.department,
          addressCountry: "FR",
        }
      : undefined,
  };
}
