import { formatDuration, plural } from "#ui/format.ts";
import { PlacesMap } from "#ui/map.tsx";
import { Tag } from "#ui/page.tsx";
import { Lines } from "#ui/prose.tsx";
import type { PublicSession } from "./queries.event.ts";
import { wordSession } from "./texts.event.ts";
import { capital, wordChange, wordMove, wordWhere } from "./texts.ts";

/** The dates of an event, each with its place; `held`: they are over. */
export function Dates({ sessions, held = false }: { sessions: readonly PublicSession[]; held?: boolean }) {
  return (
    <ul class="lines event-dates">
      {sessions.map((session) => {
        const change = wordChange(session);
        return (
          <li id={`session-${session.id}`} class={session.cancelled ? "is-off" : undefined}>
            <p class="line-title">
              <time datetime={session.starts_on}>{capital(wordSession(session))}</time>
              {change ? (
                <>
                  {" "}
                  <Tag label={change} tone={session.cancelled ? "bad" : "warning"} />
                </>
              ) : null}
            </p>
            {session.title ? <p>{session.title}</p> : null}
            {session.moved_from && !session.cancelled ? <p>{capital(wordMove(session))}.</p> : null}
            <p>
              {wordWhere(session)}
              {session.duration_minutes > 0 && !session.ends_at
                ? ` · ${formatDuration(session.duration_minutes)}`
                : ""}
              {held && session.participants > 0 ? ` · ${plural(session.participants, "personne")}` : ""}
            </p>
            {session.address ? (
              <p class="soft">
                <Lines text={session.address} />
              </p>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

/** The communes of the dates, on the map of the region; where it goes online only, there is no map. */
export function Where({
  sessions,
  departments,
}: {
  sessions: readonly PublicSession[];
  departments: readonly string[];
}) {
  const communes = [...Map.groupBy(sessions, ({ commune }) => commune)];
  const points = communes.flatMap(([label, [at]]) =>
    label && at && at.longitude !== null && at.latitude !== null
      ? [{ label, value: 1, longitude: at.longitude, latitude: at.latitude }]
      : [],
  );
  if (points.length === 0 || departments.length === 0) return null;
  return (
    <PlacesMap
      title={points.length > 1 ? "Les communes où il se tient" : `À ${points[0]?.label}`}
      unit="date"
      name="lieux"
      departments={departments}
      points={points}
      lines={communes.flatMap(([label, at]) => (label ? [{ label, value: at.length }] : []))}
    />
  );
}
