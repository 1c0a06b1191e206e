import type { Child } from "hono/jsx";
import { accounts } from "#paths/accounts.ts";
import { activities } from "#paths/activities.ts";
import { directory } from "#paths/directory.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatDay, formatDuration, formatInstant, formatNumber } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { ButtonLink, Callout, Facts, PageHeader } from "#ui/page.tsx";
import type { Meeting } from "./queries.ts";
import { settingLabel } from "./texts.ts";
import { People } from "./views.people.tsx";
import { PlaceName } from "./views.places.tsx";

const headings = [
  ["Pôle", "poles"],
  ["Axe", "strategic_axes"],
  ["Mission", "missions"],
  ["Dispositif", "schemes"],
] as const;

/** A thing to which a meeting belongs, ready to be shown. */
export interface Belonging {
  label: string;
  title: string;
  detail: string;
  href: string;
}

export const upToList = [{ label: "Réunions", href: activities.all() }];

/** A meeting: what it was, where, with whom, and what one can do of it. */
export function MeetingPage({
  meeting,
  mayWrite,
  seesNotes,
  seesChanges,
  belongings,
}: {
  meeting: Meeting;
  /** What it belongs to, as the rooms above say it. */
  belongings: readonly Belonging[];
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
            <ButtonLink href={activities.series(id)} label="La même, à d’autres dates" kind="quiet" />
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
          ...belongings.map(({ label, title, detail, href }): [string, Child] => [
            label,
            <>
              <a href={href}>{title}</a>
              {detail ? `, ${detail}` : ""}
            </>,
          ]),
          ["Organisations rencontrées", <Organisations meeting={meeting} />],
          [
            "Personnes rencontrées",
            seesNotes && meeting.people.length > 0 ? <People meeting={meeting} mayWrite={mayWrite} /> : null,
          ],
          ["Équipe présente", meeting.staff.map(({ name }) => name).join(", ")],
          ...headings.map(([label, list]): [string, Child] => [
            label,
            meeting.headings.find(({ list_id }) => list_id === list)?.label,
          ]),
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
