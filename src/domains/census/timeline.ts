import { sql } from "kysely";
import { census } from "#paths/census.ts";
import type { TimelinePart } from "#platform/timeline.ts";

/** What an organisation said in the campaigns of the census, each time it did. */
export const censusTimeline: TimelinePart = {
  id: "census",
  label: "Recensement",
  lines: (organisationId) => sql`
    select (answer.answered_at at time zone 'Europe/Paris')::date as day, invitation.id as key,
      case answer.kind
        when 'correction' then 'A corrigé sa fiche'
        when 'confirmation' then 'A confirmé sa fiche'
        when 'refusal' then 'Ne souhaite pas figurer dans l’annuaire'
        else 'N’existe plus ou a quitté la région'
      end as title,
      campaign.title as detail
    from census.answers answer
    join census.invitations invitation on invitation.id = answer.invitation_id
    join census.campaigns campaign on campaign.id = invitation.campaign_id
    where invitation.organisation_id = ${organisationId}`,
  href: (key) => census.invitation(key),
};
