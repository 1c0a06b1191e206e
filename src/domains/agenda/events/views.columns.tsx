import { agenda } from "#paths/agenda.ts";
import { formatDuration, formatNumber } from "#ui/format.ts";
import type { Column } from "#ui/list.tsx";
import { Tag } from "#ui/page.tsx";
import { wordPlace } from "../texts.ts";
import type { EventLine } from "./queries.list.ts";
import { wordKind, wordShortWhen } from "./texts.ts";

/** What the list of the agenda says of each date, and by what it is sorted. */
export const eventColumns: readonly Column<EventLine>[] = [
  { label: "Date", sort: "date", cell: (line) => <When line={line} /> },
  {
    label: "Titre",
    sort: "intitule",
    cell: (line) => (
      <>
        <a href={agenda.one(line.id)} class={line.cancelled ? "called-off" : undefined}>
          {line.title}
        </a>
        {line.session_title ? `, ${line.session_title}` : ""} <Tags line={line} />
      </>
    ),
  },
  { label: "Type", wide: true, cell: wordKind },
  { label: "Lieu", cell: (line) => (line.session_id === null ? "" : wordPlace(line)) },
  {
    label: "Durée",
    sort: "duree",
    numeric: true,
    cell: (line) => (line.duration_minutes > 0 ? formatDuration(line.duration_minutes) : ""),
  },
  {
    label: "Personnes",
    sort: "participants",
    numeric: true,
    cell: (line) => (line.participants > 0 ? formatNumber(line.participants) : ""),
  },
];

function When({ line }: { line: EventLine }) {
  if (line.starts_on === null) return <>{line.planned_period || "Sans date"}</>;
  return (
    <span class={line.cancelled ? "called-off" : undefined}>
      {wordShortWhen({ ...line, starts_on: line.starts_on })}
    </span>
  );
}

function Tags({ line }: { line: EventLine }) {
  return (
    <>
      {line.cancelled ? <Tag label="annulé" tone="bad" /> : null}
      {line.moved_from && !line.cancelled ? <Tag label="déplacé" tone="warning" /> : null}
      {line.status === "draft" ? <Tag label={line.starts_on ? "brouillon" : "prévu"} /> : null}
      {line.status === "proposed" ? <Tag label="proposé" tone="warning" /> : null}
      {line.visibility === "internal" ? <Tag label="interne" /> : null}
      {line.origin === "relayed" ? <Tag label="relayé" /> : null}
    </>
  );
}
