import { accounts } from "#paths/accounts.ts";
import { activities } from "#paths/activities.ts";
import { directory } from "#paths/directory.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatDay, formatDuration, formatInstant, formatNumber } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { ButtonLink, Callout, Facts, PageHeader } from "#ui/page.tsx";
import type { Meeting } from "./queries.ts";
import { settingLabel } from "./texts.ts";
import { PlaceName } from "./views.places.tsx";

export const upToList = [{ label: "Réunions", href: activities.all() }];

/** A meeting: what it was, where, with whom, and what one can do of it. */
export function MeetingPage({
  meeting,
  mayWrite,
  seesNotes,
  seesChanges,
}: {
  meeting: Meeting;
  mayWrite: boolean;
  seesNotes: boolean;
  /** The journal is the administrators'. */
  seesChanges: boolean;
}) {
  const { id, removed_at } = meeting;
  return (
    <>
      <PageHeader title={meeting.subject} trail={upToList}>
        {mayWrite && !removed_at ? (
          <>
            <ButtonLink href={activities.edit(id)} label="Modifier" accesskey="m" />
            <ButtonLink href={activities.copy(id)} label="Noter la même, aujourd’hui" kind="quiet" />
            <ActionForm action={activities.removal(id)} label="Supprimer" kind="danger" />
          </>
        ) : null}
      </PageHeader>
      {removed_at ? (
        <Callout tone="warning">
          <p>
            Cette réunion est supprimée depuis le {formatInstant(removed_at)} : elle n’est dans aucune liste
            ni aucun total.
          </p>
          {mayWrite ? (
            <ActionForm action={activities.restoration(id)} label="Rétablir" kind="primary" />
          ) : null}
        </Callout>
      ) : null}
      <Facts
        facts={[
          ["Type", meeting.type],
          ["Date", formatDay(meeting.held_on)],
          ["Durée", formatDuration(meeting.duration_minutes)],
          ["Participants", formatNumber(meeting.participants)],
          ["Cadre", <Setting meeting={meeting} />],
          [
            meeting.places.length > 1 ? "Lieux" : "Lieu",
            meeting.places.length > 0 ? (
              <ul>
                {meeting.places.map((place) => (
                  <li>
                    <PlaceName place={place} />
                  </li>
                ))}
              </ul>
            ) : null,
          ],
          ["Organisations rencontrées", <Organisations meeting={meeting} />],
          ["Notes de l’équipe", seesNotes && meeting.notes ? <Paragraphs text={meeting.notes} /> : null],
        ]}
      />
      {seesChanges ? (
        <p>
          <a href={withQuery(accounts.changes(), { table: "activities.meetings", fiche: id })}>
            Qui a modifié cette réunion
          </a>
        </p>
      ) : null}
    </>
  );
}

const Setting = ({ meeting: { setting, online, places } }: { meeting: Meeting }) => (
  <>
    {settingLabel(setting)}
    {online && places.length > 0 ? ", et en ligne" : ""}
  </>
);

function Organisations({ meeting: { organisations } }: { meeting: Meeting }) {
  if (organisations.length === 0) return <>Aucune n’est nommée.</>;
  return (
    <ul>
      {organisations.map(({ typed, organisation_id, name }) => (
        <li>
          {organisation_id ? (
            <a href={directory.one(organisation_id)}>{name ?? typed}</a>
          ) : (
            `${typed} (absente de l’annuaire, ou pas trouvée sûrement)`
          )}
        </li>
      ))}
    </ul>
  );
}

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split(/\n+/).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </>
);
