import { addDays, type Day, readDay } from "#platform/dates.ts";
import { fold } from "#platform/spreadsheets/fold.ts";

/** When something is planned, as far as it was said: no day at all when it is yet to be settled. */
export interface PlannedPeriod {
  from: Day | null;
  to: Day | null;
}

type Span = readonly [Day, Day];

const months = "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(
  " ",
);
const ordinals: Readonly<Record<string, number>> = {
  ...{ premier: 1, "1er": 1, "1": 1, second: 2, deuxieme: 2, "2nd": 2, "2eme": 2, "2e": 2, "2": 2 },
  ...{ troisieme: 3, "3eme": 3, "3e": 3, "3": 3, quatrieme: 4, "4eme": 4, "4e": 4, "4": 4, dernier: 4 },
};
/** Seasons of the calendar, first and last day; winter is that of the beginning of the year. */
const seasons: Readonly<Record<string, readonly [string, string]>> = {
  hiver: ["01-01", "03-19"],
  printemps: ["03-20", "06-20"],
  ete: ["06-21", "09-21"],
  automne: ["09-22", "12-20"],
};
const named: Readonly<Record<string, readonly [string, string]>> = {
  ...seasons,
  rentree: ["09-01", "09-30"],
  "debut d annee": ["01-01", "01-31"],
  "fin d annee": ["12-01", "12-31"],
  "toute l annee": ["01-01", "12-31"],
  annee: ["01-01", "12-31"],
};
const unsettled =
  /^(dates? |periode )?(a (definir|preciser|fixer|confirmer|determiner|venir)|non definie?|inconnue?|nc)$/;

/**
 * Reads a period as a programme of the year says it: `Mai`, `Juin-Juillet`, `de mars à juin`, `fin mai`, `Automne`, `1er
 * trimestre`, `2e semestre`, `rentrée`, `12 janvier`, `du 12 au 14 mars`, `À définir`; a year at its end wins over `year`. From a
 * month to one before it ends the year after. Undefined when it is none.
 */
export function readPlannedPeriod(typed: string, year: number): PlannedPeriod | undefined {
  const text = fold(typed)
    .replace(/^(en|courant|vers|pendant|au|a la|a l|l|le|la|d ici) (?=[a-z\d])/, "")
    .replace(/^(mois|cours|courant) (d|de|du) /, "");
  if (unsettled.test(fold(typed)) || (text === "" && typed.trim() === "?")) return { from: null, to: null };
  const day = readDay(typed);
  if (day) return { from: day, to: day };
  const [, body = text, said] = /^(.*?) ?((?:19|20|21)\d\d)$/.exec(text) ?? [];
  const here = said ? Number(said) : year;
  const span = body === "" && said ? dated("01-01", "12-31", here) : readSpan(body, here);
  return span && { from: span[0], to: span[1] };
}

function readSpan(text: string, year: number): Span | undefined {
  return readOne(text, year) ?? readDays(text, year) ?? readRange(text, year);
}

/** A month, a part of a month, a season, a quarter. */
function readOne(text: string, year: number): Span | undefined {
  const known = named[text.replace(/^(l|d|de|du) /, "")];
  if (known) return dated(known[0], known[1], year);
  const part = /^(debut|mi|milieu|fin) (?:de |d |du mois de )?([a-z]+)$/.exec(text);
  const month = monthOf(part ? (part[2] ?? "") : text);
  if (month) {
    const [first, last] = spanOfMonths(month, month, year);
    if (!part) return [first, last];
    if (part[1] === "debut") return [first, addDays(first, 9)];
    return part[1] === "fin" ? [addDays(first, 20), last] : [addDays(first, 10), addDays(first, 19)];
  }
  const share = /^(\w+) (trimestre|semestre)$/.exec(text) ?? /^([ts]) ?([1-4])$/.exec(text);
  if (!share) return undefined;
  const short = text.length <= 3;
  const length = (short ? share[1] === "t" : share[2] === "trimestre") ? 3 : 6;
  const last = /^dernier /.test(text) ? 12 / length : 0;
  const rank = last || ordinals[(short ? share[2] : share[1]) ?? ""];
  if (!rank || rank * length > 12) return undefined;
  return spanOfMonths((rank - 1) * length + 1, rank * length, year);
}

/** `12 janvier`, `du 12 au 14 mars`, `12 et 13 mars`, `semaine du 12 janvier`, `30 juin au 2 juillet`. */
function readDays(text: string, year: number): Span | undefined {
  const week = /^semaine du (.+)$/.exec(text);
  const first = readDay(`${week ? week[1] : text} ${year}`.replace(/^du /, ""));
  if (first) return [first, week ? addDays(first, 6) : first];
  const range =
    /^(?:du |les )?(\d{1,2}(?:er)?)(?: (?!au |et )([a-z]+))? (?:au |et )?(\d{1,2}) ([a-z]+)$/.exec(text);
  if (!range) return undefined;
  const [, from, month, to, lastMonth] = range;
  const start = readDay(`${from} ${month ?? lastMonth} ${year}`);
  const end = readDay(`${to} ${lastMonth} ${year}`);
  return start && end && start <= end ? [start, end] : undefined;
}

/** Two periods of which it goes from one to the other. */
function readRange(text: string, year: number): Span | undefined {
  const words = text.replace(/^(de|d|du|entre) /, "").split(" ");
  for (let cut = 1; cut < words.length; cut++) {
    const first = readOne(words.slice(0, cut).join(" "), year);
    const rest = words
      .slice(cut)
      .join(" ")
      .replace(/^(et|ou|a|au|jusqu a|jusqu en|l) /, "");
    const last = first && readOne(rest.replace(/^l /, ""), year);
    if (first && last) return first[0] <= last[1] ? [first[0], last[1]] : [first[0], nextYear(last[1])];
  }
  return undefined;
}

const monthOf = (word: string) => {
  const meant = word.length >= 3 ? months.filter((name) => name.startsWith(word)) : [];
  return meant.length === 1 ? months.indexOf(meant[0] ?? "") + 1 : 0;
};

const dated = (first: string, last: string, year: number): Span => [`${year}-${first}`, `${year}-${last}`];

function spanOfMonths(first: number, last: number, year: number): Span {
  const start = (month: number) => new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
  return [start(first), addDays(start(last + 1), -1)];
}

const nextYear = (day: Day): Day => {
  const [year = "", ...rest] = day.split("-");
  const next = [Number(year) + 1, ...rest].join("-");
  return next.endsWith("02-29") ? next.replace("29", "28") : next;
};
