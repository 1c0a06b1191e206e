import { census } from "#paths/census.ts";
import { directory } from "#paths/directory.ts";
import type { Day } from "#platform/dates.ts";
import { formatDay } from "#ui/format.ts";
import { PageHeader, Tag } from "#ui/page.tsx";
import type { Standing } from "./letters/rules.ladder.ts";
import { standings } from "./texts.ts";

export const panelTitle = ({ name }: { name: string }) => `Recensements de ${name}`;

/** The frame in which the record of an organisation shows the campaigns that asked it. */
export const censusFrame = "recensement";

export interface PanelLine {
  id: number;
  title: string;
  standing: Standing;
  answered_on: Day | null;
}

/** The campaigns that asked an organisation: a page of its own, and a part of its record. */
export function PanelPage({
  organisation,
  lines,
  opens,
}: {
  organisation: { id: number; name: string };
  lines: readonly PanelLine[];
  /** Whether the reader may open what was said. */
  opens: boolean;
}) {
  return (
    <>
      <PageHeader
        title={panelTitle(organisation)}
        trail={[{ label: organisation.name, href: directory.one(organisation.id) }]}
      />
      <turbo-frame id={censusFrame} target="_top">
        {lines.length === 0 ? <p>Aucune campagne ne l’a encore sollicitée.</p> : null}
        <ul>
          {lines.map(({ id, title, standing, answered_on }) => (
            <li>
              {opens ? <a href={census.invitation(id)}>{title}</a> : title} <Tag {...standings[standing]} />
              {answered_on ? `, le ${formatDay(answered_on)}` : ""}
            </li>
          ))}
        </ul>
      </turbo-frame>
    </>
  );
}
