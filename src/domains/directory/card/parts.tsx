import { listPublicLinks } from "../links/queries.ts";
import { CardLinks } from "../links/views.tsx";
import { listPublicPartnerships } from "../partnerships/queries.ts";
import { CardPartnerships } from "../partnerships/views.tsx";
import { listShownRoles } from "../people/queries.roles.ts";
import { CardPeople } from "../people/views.card.tsx";
import type { CardPart } from "./routes.public.tsx";

/** Its partners abroad. */
export const partnershipsPart: CardPart = async (db, organisationId) => {
  const rows = await listPublicPartnerships(db, organisationId);
  return rows.length === 0 ? null : { content: <CardPartnerships rows={rows} /> };
};

/** Who acts for it, as far as this reader may see. */
export const peoplePart: CardPart = async (db, organisationId, eyes) => {
  const roles = await listShownRoles(db, organisationId, eyes);
  return roles.length === 0 ? null : { content: <CardPeople roles={roles} /> };
};

/** The other actors that it holds together with. */
export const linksPart: CardPart = async (db, organisationId) => {
  const links = await listPublicLinks(db, organisationId);
  return links.length === 0 ? null : { content: <CardLinks links={links} /> };
};
