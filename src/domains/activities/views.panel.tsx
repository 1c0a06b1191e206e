import { activities } from "#paths/activities.ts";
import { directory } from "#paths/directory.ts";
import { formatDay, plural } from "#ui/format.ts";
import { PageHeader } from "#ui/page.tsx";

export const panelTitle = (organisation: { name: string }) => `Réunions avec ${organisation.name}`;

/** The frame in which the record of an organisation shows the meetings where it was met. */
export const meetingsFrame = "reunions";

/** The last meetings with an organisation: a page of its own, and a part of the organisation's record. */
export function PanelPage({
  organisation,
  meetings: { total, lines },
}: {
  organisation: { id: number; name: string };
  meetings: {
    total: number;
    lines: readonly {
      id: number | null;
      subject: string | null;
      held_on: string | null;
      type: string | null;
    }[];
  };
}) {
  return (
    <>
      <PageHeader
        title={panelTitle(organisation)}
        trail={[{ label: organisation.name, href: directory.one(organisation.id) }]}
      />
      <turbo-frame id={meetingsFrame} target="_top">
        {total === 0 ? (
          <p>Aucune réunion notée ne nomme cette organisation.</p>
        ) : (
          <>
            <p>
              {total > lines.length
                ? `Les ${lines.length} dernières, sur ${total}.`
                : plural(total, "réunion")}
            </p>
            <ul>
              {lines.map(({ id, subject, held_on, type }) => (
                <li>
                  <a href={activities.one(id ?? 0)}>{subject}</a>, {formatDay(held_on ?? "")}, {type}
                </li>
              ))}
            </ul>
          </>
        )}
      </turbo-frame>
    </>
  );
}
