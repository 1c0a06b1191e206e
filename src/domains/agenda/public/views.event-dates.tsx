import { raw } from "hono/html";
import { labelled } from "#ui/chart.tsx";
import { formatDuration, plural } from "#ui/format.ts";
import { drawMap, mapCredit } from "#ui/map-svg.ts";
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

/** Where the communes of the dates are in the region; the dates say the same in words. */
export function Where({
  sessions,
  departments,
}: {
  sessions: readonly PublicSession[];
  departments: readonly string[];
}) {
  const points = [...Map.groupBy(sessions, ({ commune }) => commune)].flatMap(([label, [at]]) =>
    label && at && at.longitude !== null && at.latitude !== null
      ? [{ label, value: 1, longitude: at.longitude, latitude: at.latitude }]
      : [],
  );
  if (points.length === 0 || departments.length === 0) return null;
  const title = `Dans la région : ${points.map(({ label }) => label).join(", ")}`;
  return (
    <figure class="event-map">
      {raw(labelled(drawMap(departments, points), { id: "carte-lieux", title, description: title }))}
      <p class="map-credit">{mapCredit}</p>
    </figure>
  );
}
