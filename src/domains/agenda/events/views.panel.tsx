import { agenda } from "#paths/agenda.ts";
import { directory } from "#paths/directory.ts";
import { formatDay, plural } from "#ui/format.ts";
import { PageHeader } from "#ui/page.tsx";
import type { HeldEvent } from "./queries.organisation.ts";
import { roleLabels, wordKind } from "./texts.ts";

export const panelTitle = (organisation: { name: string }) => `Événements de ${organisation.name}`;

/** The frame in which the record of an organisation shows what it holds. */
export const eventsFrame = "evenements";

/** What an organisation holds, with others or alone: a page of its own, and a part of the organisation's record. */
export function PanelPage({
  organisation,
  events: { total, lines },
}: {
  organisation: { id: number; name: string };
  events: { total: number; lines: readonly HeldEvent[] };
}) {
  return (
    <>
      <PageHeader
        title={panelTitle(organisation)}
        trail={[{ label: organisation.name, href: directory.one(organisation.id) }]}
      />
      <turbo-frame id={eventsFrame} target="_top">
        {total === 0 ? (
          <p>Aucun événement de l’agenda ne la nomme.</p>
        ) : (
          <>
            <p>
              {total > lines.length
                ? `Les ${lines.length} derniers, sur ${total}.`
                : plural(total, "événement")}
            </p>
            <ul>
              {lines.map((line) => (
                <li>
                  <a href={agenda.one(line.id)} class={line.cancelled ? "called-off" : undefined}>
                    {line.title}
                  </a>
                  , {line.starts_on ? formatDay(line.starts_on) : line.planned_period || "sans date"},{" "}
                  {wordKind(line).toLowerCase()}
                  {line.role === "organiser" ? "" : ` (${roleLabels[line.role].toLowerCase()})`}
                </li>
              ))}
            </ul>
          </>
        )}
      </turbo-frame>
    </>
  );
}
