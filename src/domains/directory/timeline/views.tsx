import { directory } from "#paths/directory.ts";
import { partnerships } from "#paths/partnerships.ts";
import type { TimelinePart } from "#platform/timeline.ts";
import { Facet } from "#ui/filters.tsx";
import { formatDay } from "#ui/format.ts";
import { Listing, withQuery } from "#ui/list.tsx";
import { EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import { type Question, writePlace } from "./input.ts";
import type { DatedLine, Timeline } from "./queries.ts";

export const timelineTitle = (organisation: { name: string }) => `Chronologie de ${organisation.name}`;

/** The frame in which the record of an organisation shows the latest lines. */
export const timelineFrame = "chronologie";

interface Props {
  organisation: { id: number; name: string };
  parts: readonly TimelinePart[];
  timeline: Timeline;
  asked: Question;
}

/** All that the network knows of an organisation's past, in one line of time. */
export function TimelinePage({ organisation, parts, timeline, asked }: Props) {
  const path = partnerships.timeline(organisation.id);
  const query = { piece: asked.piece };
  const values = parts
    .map(({ id, label }) => ({ value: id, label, count: timeline.counts[id] ?? 0 }))
    .filter(({ count, value }) => count > 0 || value === asked.piece);
  return (
    <>
      <PageHeader
        title={timelineTitle(organisation)}
        trail={[
          { label: "Annuaire", href: directory.all() },
          { label: organisation.name, href: directory.one(organisation.id) },
        ]}
      />
      <Listing
        filters={<Facet title="Ce qui s’est passé" name="piece" values={values} path={path} query={query} />}
      >
        {timeline.lines.length === 0 ? (
          <EmptyState title="Rien de tel n’est connu de cette organisation.">
            <a href={path}>Voir toute la chronologie</a>
          </EmptyState>
        ) : (
          <Lines organisation={organisation} parts={parts} lines={timeline.lines} level="h2" />
        )}
        <nav class="pagination" aria-label="Pages">
          {asked.avant ? <a href={withQuery(path, query)}>Le plus récent</a> : <span />}
          {timeline.next ? (
            <a rel="next" href={withQuery(path, query, { avant: writePlace(timeline.next) })}>
              Avant
            </a>
          ) : null}
        </nav>
      </Listing>
    </>
  );
}

/** The latest lines, as a part of the record. */
export function TimelinePanelPage({ organisation, parts, timeline }: Omit<Props, "asked">) {
  const path = partnerships.timeline(organisation.id);
  return (
    <>
      <PageHeader
        title={timelineTitle(organisation)}
        trail={[{ label: organisation.name, href: directory.one(organisation.id) }]}
      />
      <turbo-frame id={timelineFrame} target="_top">
        {timeline.lines.length === 0 ? (
          <p>Rien n’est encore connu de cette organisation.</p>
        ) : (
          <Lines organisation={organisation} parts={parts} lines={timeline.lines} level="h3" />
        )}
        {timeline.next ? (
          <p>
            <a href={path}>Voir toute la chronologie</a>
          </p>
        ) : null}
      </turbo-frame>
    </>
  );
}

/** Lines under the day when they happened, the latest first. */
function Lines({
  organisation,
  parts,
  lines,
  level: Heading,
}: Pick<Props, "organisation" | "parts"> & { lines: readonly DatedLine[]; level: "h2" | "h3" }) {
  const days = [...Map.groupBy(lines, ({ day }) => day)];
  return (
    <ol class="timeline">
      {days.map(([day, happened]) => (
        <li>
          <Heading class="timeline-day">{formatDay(day)}</Heading>
          <ul>
            {happened.map(({ room, key, title, detail }) => {
              const part = parts.find(({ id }) => id === room);
              return (
                <li>
                  <Tag label={part?.label ?? room} />{" "}
                  <a href={part?.href(key, organisation.id) ?? directory.one(organisation.id)}>{title}</a>
                  {detail ? <span class="soft">, {detail}</span> : null}
                </li>
              );
            })}
          </ul>
        </li>
      ))}
    </ol>
  );
}
