import { publicAgenda } from "#paths/public-agenda.ts";
import type { Day } from "#platform/dates.ts";
import { formatClock, formatMonth, formatWeekday, plural } from "#ui/format.ts";
import { keepPieces } from "#ui/kept.tsx";
import { Listing, withQuery } from "#ui/list.tsx";
import type { MonthAgenda } from "./dates/rules.agenda.ts";
import { type AgendaQuestion, mostInAMonth } from "./input.ts";
import type { DateLine } from "./lines.ts";
import { addMonths, type Month, monthOf, weeksOf } from "./rules.ts";
import { capital, wordChange, wordDay, wordMonth, wordPeriod } from "./texts.ts";
import { Filters, questionOf, Scope } from "./views.filters.tsx";
import { pageOf } from "./views.lines.tsx";
import { AgendaHeader, inMonth, Looks, Nothing, TakeAway } from "./views.list.tsx";

interface Props {
  month: Month;
  agenda: MonthAgenda;
  asked: AgendaQuestion;
  today: Day;
}

/** A month of the agenda: a table of days, which a narrow screen reads as a list. */
export function MonthPage(props: Props) {
  const { month, agenda, asked } = props;
  const path = publicAgenda.month(month);
  const dated = agenda.lines.filter(({ vague }) => !vague);
  const vague = agenda.lines.filter((line) => line.vague);
  return (
    <>
      <AgendaHeader />
      <Listing filters={<Filters path={path} asked={asked} agenda={agenda} />}>
        <Looks asked={asked} month={month} here="month" />
        <Months {...props} />
        {agenda.total === 0 ? (
          <NothingThen {...props} />
        ) : (
          <Scope path={path} asked={asked} agenda={agenda} when={inMonth(month)} />
        )}
        {dated.length + agenda.moved_away.length > 0 ? <Days {...props} dated={dated} /> : null}
        {vague.length > 0 ? <ToBeDated lines={vague} /> : null}
        {agenda.total > mostInAMonth ? (
          <p>
            Le tableau s’arrête à {plural(mostInAMonth, "date")} : choisissez un filtre pour voir les autres.
          </p>
        ) : null}
        <TakeAway asked={asked} />
      </Listing>
    </>
  );
}

/** The month before, the month after, and the twelve of the year. */
function Months({ month, asked, today }: Props) {
  const query = { ...questionOf(asked), annee: undefined };
  const to = (target: Month) => withQuery(publicAgenda.month(target), query);
  const year = month.slice(0, 4);
  return (
    <nav class="months" aria-label="Mois">
      <p class="months-near">
        <a href={to(addMonths(month, -1))} rel="prev">
          ← {capital(wordMonth(addMonths(month, -1)))}
        </a>
        {monthOf(today) === month ? null : <a href={to(monthOf(today))}>Ce mois-ci</a>}
        <a href={to(addMonths(month, 1))} rel="next">
          {capital(wordMonth(addMonths(month, 1)))} →
        </a>
      </p>
      <ul>
        {Array.from({ length: 12 }, (_, rank) => `${year}-${String(rank + 1).padStart(2, "0")}`).map(
          (one) => (
            <li>
              <a href={to(one)} aria-current={one === month ? "page" : undefined}>
                {formatMonth(Number(one.slice(5)))}
              </a>
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}

function Days({ month, agenda, dated, today }: Props & { dated: readonly DateLine[] }) {
  const on = (day: Day) =>
    dated.filter(
      ({ first_on, last_on }) => first_on !== null && first_on <= day && (last_on ?? first_on) >= day,
    );
  const left = (day: Day) => agenda.moved_away.filter(({ moved_from }) => moved_from === day);
  return (
    <table class="month">
      <caption>{capital(wordMonth(month))}</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr>
            {week.map((day) =>
              day ? (
                <DayCell day={day} today={today} dates={on(day)} left={left(day)} />
              ) : (
                <td class="month-empty" />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** From a Monday, to name the columns. */
const weekdays = (weeksOf("2001-01")[0] ?? []).map((day) => capital(formatWeekday(day ?? "")));

/** The dates in memory live until something changes: each is drawn once a day that it is held. */
const kept = keepPieces<DateLine>();

function DayCell({
  day,
  today,
  dates,
  left,
}: {
  day: Day;
  today: Day;
  dates: readonly DateLine[];
  left: readonly DateLine[];
}) {
  const nothing = dates.length + left.length === 0;
  return (
    <td class={nothing ? "month-empty" : undefined} aria-current={day === today ? "date" : undefined}>
      <p class="month-day">
        <time datetime={day}>
          <span class="month-weekday">{capital(formatWeekday(day))} </span>
          {Number(day.slice(8))}
          <span class="month-name"> {formatMonth(Number(day.slice(5, 7)))}</span>
        </time>
        {day === today ? <span class="month-today"> aujourd’hui</span> : null}
      </p>
      {nothing ? null : (
        <ul>
          {dates.map((line) =>
            kept(line, day, () => (
              <li class={line.cancelled ? "is-off" : undefined}>
                <DateInDay line={line} day={day} />
              </li>
            )),
          )}
          {left.map((line) => (
            <li class="is-off">
              <a href={pageOf(line)}>{line.title}</a>{" "}
              <span class="month-note">déplacé{line.first_on ? ` au ${wordDay(line.first_on)}` : ""}</span>
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}

function DateInDay({ line, day }: { line: DateLine; day: Day }) {
  const change = wordChange(line);
  return (
    <>
      {line.starts_at && line.first_on === day ? (
        <span class="month-hour">{formatClock(line.starts_at)} </span>
      ) : null}
      <a href={pageOf(line)}>
        {line.title}
        {line.session_title ? ` : ${line.session_title}` : ""}
      </a>
      {line.first_on === day ? null : <span class="month-note"> suite</span>}
      {change ? <span class="month-note"> {change.toLowerCase()}</span> : null}
      {line.origin === "relayed" ? <span class="month-note"> relayé</span> : null}
    </>
  );
}

/** What the month may hold, whose day is not known. */
function ToBeDated({ lines }: { lines: readonly DateLine[] }) {
  return (
    <section class="to-be-dated">
      <h2>Date à préciser</h2>
      <ul class="lines">
        {lines.map((line) => (
          <li class={line.cancelled ? "is-off" : undefined}>
            <a class="line-title" href={pageOf(line)}>
              {line.title}
            </a>
            <p>
              {wordPeriod(line.period, line.last_on)}
              {line.cancelled ? ", annulé" : ", date à préciser"}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why the month is empty, and where the nearest dates are. */
function NothingThen({ month, agenda, asked }: Props) {
  const query = { ...questionOf(asked), annee: undefined };
  const near = [agenda.after, agenda.before].filter((one) => one !== null);
  return (
    <Nothing agenda={agenda} asked={asked} where={publicAgenda.month(month)} when={inMonth(month)}>
      {near.map((one) => (
        <li>
          <a href={withQuery(publicAgenda.month(one), query)}>
            {one > month ? "Les prochaines dates sont" : "Les dernières dates étaient"} en {wordMonth(one)}
          </a>
        </li>
      ))}
    </Nothing>
  );
}
