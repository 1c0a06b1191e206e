import { slugOf } from "#domains/directory/index.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import { formatDay } from "#ui/format.ts";
import type { DateLine } from "./lines.ts";
import { wordChange, wordDays, wordHours, wordKind, wordPeriod, wordWhere } from "./texts.ts";

/** A date of the agenda in the words of a short list: `12 janvier 2026, à 14 h`, `Lille et en ligne`. */
export interface Announcement {
  event_id: number;
  title: string;
  kind: string;
  when: string;
  where: string;
  /** What has changed since it was announced; empty when nothing has. */
  change: ReturnType<typeof wordChange>;
  /** The page of the event. */
  href: string;
}

/** Words a date for a page that shows a few of them. */
export function announcementOf(line: DateLine): Announcement {
  const { event_id, title, training, first_on, last_on } = line;
  const days = first_on && last_on && first_on !== last_on ? wordDays(first_on, last_on, line) : "";
  return {
    event_id,
    title,
    kind: wordKind(line),
    when:
      line.vague || !first_on
        ? wordPeriod(line.period, last_on)
        : days || [formatDay(first_on), wordHours(line)].filter(Boolean).join(", "),
    where: line.vague ? "" : wordWhere(line),
    change: wordChange(line),
    href: publicAgenda.event({ id: event_id, slug: slugOf(title), training }),
  };
}
