import { directory } from "#paths/directory.ts";
import { site } from "#paths/site.ts";
import type { FieldValues } from "../fields/registry.ts";
import { slugOf } from "../rules.ts";
import type { Card } from "./queries.ts";

/** What an actor is for schema.org, by its type; else by its family. */
const kinds: Record<string, string> = {
  "etablissement-scolaire": "School",
  "enseignement-superieur": "CollegeOrUniversity",
  "centre-formation": "EducationalOrganization",
  "institut-recherche": "ResearchOrganization",
  sante: "MedicalOrganization",
  collectivite: "GovernmentOrganization",
  agence: "GovernmentOrganization",
  syndicat: "WorkersUnion",
  fondation: "NGO",
  associations: "NGO",
  etablissements: "EducationalOrganization",
  collectivites: "GovernmentOrganization",
};

/** A card as machines read it (schema.org): only what everyone may see is in it, whoever reads. */
export function linkedDataOf(card: Card, baseUrl: string): object {
  const { words } = card;
  const open = card.shown.filter(({ visibility }) => visibility === "public");
  const values: FieldValues = Object.fromEntries(open.map(({ field, value }) => [field.key, value]));
  const text = (key: string) => (values[key] ? String(values[key]) : undefined);
  const called = (key: string, known: Record<string, string>) =>
    [values[key] ?? []].flat().map((one) => known[String(one)] ?? String(one));
  const points = (...kinds: string[]) =>
    card.contacts
      .filter(({ kind, visibility }) => visibility === "public" && kinds.includes(kind))
      .map(({ value }) => value);
  const address = baseUrl + directory.publicCard(card.id, slugOf(card.name));
  const about = [...called("sector_ids", words.terms), ...called("goal_ids", words.terms)];
  const countries = called("country_codes", words.countries).map((name) => ({ "@type": "Country", name }));
  return {
    "@context": "https://schema.org",
    "@type": kinds[card.actor_type_code ?? ""] ?? kinds[card.family_code ?? ""] ?? "Organization",
    "@id": address,
    name: card.name,
    alternateName: text("acronym"),
    description: text("description"),
    url: text("website") ?? address,
    logo: values["logo_file_id"] ? baseUrl + site.picture(String(values["logo_file_id"])) : undefined,
    foundingDate: text("founded_year"),
    email: points("email")[0],
    telephone: points("phone")[0],
    sameAs: some(points("social", "website")),
    knowsAbout: some(about),
    areaServed: some(countries),
    identifier: some(
      (["rna", "siren", "siret", "uai"] as const).flatMap((key) =>
        values[key] ? [{ "@type": "PropertyValue", propertyID: key.toUpperCase(), value: values[key] }] : [],
      ),
    ),
    address: card.commune
      ? {
          "@type": "PostalAddress",
          streetAddress: text("address"),
          postalCode: text("postal_code"),
          addressLocality: card.commune,
          addressRegion: card.department,
          addressCountry: "FR",
        }
      : undefined,
  };
}

const some = <Item>(list: readonly Item[]) => (list.length > 0 ? list : undefined);
