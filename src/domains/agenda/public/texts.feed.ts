import { slugOf } from "#domains/directory/index.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import type { FeedEntry } from "#platform/web/atom.ts";
import type { DateLine } from "./lines.ts";
import { wordChange, wordKind, wordMove, wordOrganisers, wordPeriod, wordWhen, wordWhere } from "./texts.ts";

/** When a date is, in words; its period when it has no day yet. */
export const wordDate = (line: DateLine) =>
  line.vague || !line.first_on || !line.last_on
    ? `${wordPeriod(line.period, line.last_on)}, date à préciser`
    : wordWhen(line.first_on, line.last_on, line);

/** The whole address of a date on the page of its event. */
export const addressOf = ({ event_id, session_id, title, training }: DateLine, baseUrl: string) =>
  `${baseUrl}${publicAgenda.event({ id: event_id, slug: slugOf(title), training })}${session_id ? `#session-${session_id}` : ""}`;

/** A date for a reader of feeds: what has changed of it stands first. */
export function feedEntryOf(line: DateLine, baseUrl: string): FeedEntry {
  const change = wordChange(line);
  const named = line.session_title ? `${line.title} : ${line.session_title}` : line.title;
  return {
    title: `${change ? `${change} : ` : ""}${named}, ${wordDate(line)}`,
    url: addressOf(line, baseUrl),
    updated: new Date(line.changed_at),
    summary: [
      wordKind(line),
      wordDate(line),
      line.moved_from ? wordMove(line) : "",
      line.vague ? "" : wordWhere(line),
      wordOrganisers(line.organisers),
    ]
      .filter(Boolean)
      .join(" · "),
  };
}
