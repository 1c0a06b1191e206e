import { slugOf } from "#domains/directory/index.ts";
import { directory } from "#paths/directory.ts";
import { publicAgenda } from "#paths/public-agenda.ts";
import type { Day } from "#platform/dates.ts";
import { formatDay, formatDuration, formatMonth, formatShortWeekday } from "#ui/format.ts";
import { keepPieces } from "#ui/kept.tsx";
import { Tag } from "#ui/page.tsx";
import type { DateLine, Organiser } from "./lines.ts";
import { isOneMonth, monthOf } from "./rules.ts";
import {
  capital,
  wordChange,
  wordHours,
  wordKind,
  wordMonth,
  wordMove,
  wordPeriod,
  wordWhen,
  wordWhere,
} from "./texts.ts";

/** Where a date leads: the page of its event. */
export const pageOf = ({ event_id, title, training }: Pick<DateLine, "event_id" | "title" | "training">) =>
  publicAgenda.event({ id: event_id, slug: slugOf(title), training });

/** Under which heading a date stands: its month; or, for what is planned in a season or a year, that period. */
export function headingOf(line: DateLine): string {
  const { vague, first_on, last_on } = line;
  if (first_on === null || last_on === null) return wordPeriod(line.period, null);
  if (!vague) return capital(wordMonth(monthOf(first_on)));
  return isOneMonth(first_on, last_on)
    ? capital(wordMonth(monthOf(last_on)))
    : wordPeriod(line.period, last_on);
}

/** The dates in memory live until something changes: each is drawn once. */
const kept = keepPieces<DateLine>();

/**
 * A programme: its months, and in each its dates; or all of them under one `heading`. `framed`: shown on another site, pages
 * open in the one around.
 */
export function Programme({
  lines,
  heading,
  level = 2,
  framed = false,
  plain = false,
}: {
  lines: readonly DateLine[];
  heading?: string;
  level?: 2 | 3;
  framed?: boolean;
  /** All of one kind: it is not said again. */
  plain?: boolean;
}) {
  const groups = heading === undefined ? [...Map.groupBy(lines, headingOf)] : [[heading, lines] as const];
  const Heading = level === 2 && heading === undefined ? "h2" : "h3";
  return (
    <div class="programme">
      {groups.map(([title, dates]) => (
        <section>
          <Heading>{title}</Heading>
          <ul>
            {dates.map((line) =>
              kept(line, `${framed} ${plain} ${heading !== undefined}`, () => (
                <Line line={line} framed={framed} plain={plain} withMonth={heading !== undefined} />
              )),
            )}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Line({
  line,
  framed,
  plain,
  withMonth,
}: {
  line: DateLine;
  framed: boolean;
  plain: boolean;
  withMonth: boolean;
}) {
  return (
    <li class={line.cancelled ? "programme-line is-off" : "programme-line"}>
      <DayMark line={line} withMonth={withMonth} />
      <div>
        <Kind line={line} plain={plain} />
        <a class="line-title" href={pageOf(line)} target={framed ? "_parent" : undefined}>
          {line.title}
        </a>
        {line.session_title ? <p>{line.session_title}</p> : null}
        <p>{whenAndWhere(line)}</p>
        {line.moved_from && !line.cancelled ? <p class="soft small">{capital(wordMove(line))}.</p> : null}
        {line.organisers.length > 0 ? (
          <p class="soft small">
            <Organisers organisers={line.organisers} framed={framed} />
          </p>
        ) : null}
      </div>
    </li>
  );
}

/** What it is, whose it is, and what has changed of it. */
function Kind({ line, plain }: { line: DateLine; plain: boolean }) {
  const change = wordChange(line);
  if (plain && !change && line.origin === "own") return null;
  return (
    <p class="programme-kind">
      {plain ? null : `${wordKind(line)} `}
      {line.origin === "relayed" ? <Tag label="Relayé" /> : null}{" "}
      {change ? <Tag label={change} tone={line.cancelled ? "bad" : "warning"} /> : null}
    </p>
  );
}

function whenAndWhere(line: DateLine): string {
  if (line.vague || !line.first_on || !line.last_on) return "Date et lieu à préciser";
  const when = line.first_on === line.last_on ? wordHours(line) : wordWhen(line.first_on, line.last_on, line);
  const length = line.ends_at || line.duration_minutes === 0 ? "" : formatDuration(line.duration_minutes);
  return [capital(when), wordWhere(line), length].filter(Boolean).join(" · ");
}

/** The day in the margin, as a printed programme has it. */
function DayMark({ line, withMonth }: { line: DateLine; withMonth: boolean }) {
  if (line.vague || !line.first_on || !line.last_on)
    return (
      <p class="programme-day programme-vague">
        {wordPeriod(line.period, null)}
        <span class="sr-only">, date à préciser</span>
      </p>
    );
  return (
    <p class="programme-day">
      <time datetime={line.first_on}>
        <span class="programme-weekday" aria-hidden="true">
          {withMonth ? formatMonth(Number(line.first_on.slice(5, 7))) : formatShortWeekday(line.first_on)}
        </span>
        <span class="programme-number" aria-hidden="true">
          {number(line.first_on)}
        </span>
        <span class="sr-only">{formatDay(line.first_on)}</span>
      </time>
    </p>
  );
}

const number = (day: Day) => (day.endsWith("-01") ? "1er" : String(Number(day.slice(8))));

/** Who holds it, those of the public directory with their card; then who speaks. */
export function Organisers({
  organisers,
  framed = false,
}: {
  organisers: readonly Organiser[];
  framed?: boolean;
}) {
  const hold = organisers.filter(({ role }) => role !== "speaker");
  const speak = organisers.filter(({ role }) => role === "speaker");
  return (
    <>
      {hold.length > 0 ? (
        <>
          Par <Names organisers={hold} framed={framed} />
        </>
      ) : null}
      {speak.length > 0 ? (
        <>
          {hold.length > 0 ? ", avec " : "Avec "}
          <Names organisers={speak} framed={framed} />
        </>
      ) : null}
    </>
  );
}

const Names = ({ organisers, framed }: { organisers: readonly Organiser[]; framed: boolean }) => (
  <>
    {organisers.map(({ name, organisation_id }, rank) => (
      <>
        {rank > 0 ? ", " : ""}
        {organisation_id ? (
          <a
            href={directory.publicCard(organisation_id, slugOf(name))}
            target={framed ? "_parent" : undefined}
          >
            {name}
          </a>
        ) : (
          name
        )}
      </>
    ))}
  </>
);
