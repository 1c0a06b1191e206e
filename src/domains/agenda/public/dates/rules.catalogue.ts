import type { Day } from "#platform/dates.ts";
import { type CatalogueQuestion, pageSize } from "../input.ts";
import type { DateLine } from "../lines.ts";
import type { Dates, PublicDate } from "./held.ts";
import type { Module } from "./queries.modules.ts";
import { isAnnounced } from "./rules.ts";

export interface CatalogueModule extends Module {
  /** Its next dates. */
  next: readonly DateLine[];
  /** How many of its dates have been held. */
  held: number;
}

export interface Catalogue {
  /** Dates of trainings to come, in the order of a programme. */
  upcoming: readonly DateLine[];
  modules: CatalogueModule[];
  /** A page of the dates that are over, the last first. */
  past: readonly DateLine[];
  past_total: number;
  years: { year: number; count: number }[];
  cycles: { value: string; label: string; count: number }[];
  natures: { value: string; count: number }[];
  settings: { value: string; count: number }[];
}

const natureCodes = { thematique: "thematic", methodologique: "methodological" } as const;

/** The most dates to come that the page shows, and of one module; the agenda has them all. */
const mostToCome = 200;
const mostOfAModule = 3;

/** The catalogue of trainings and their dates as of `today`. */
export function catalogueOf({ dates, modules }: Dates, asked: CatalogueQuestion, today: Day): Catalogue {
  const nature = asked.nature && natureCodes[asked.nature];
  const ofNature = (one: { nature: string | null }) => !nature || one.nature === nature;
  const trainings = dates.filter((date) => date.training && isAnnounced(date, today));
  const taught = trainings.filter((date) => ofNature(date) && (!asked.cycle || date.cycle === asked.cycle));
  const chosen = asked.cadre ? taught.filter(isHeld[asked.cadre]) : taught;
  const isOver = ({ last_on }: DateLine) => last_on !== null && last_on < today;
  const upcoming = chosen.filter((date) => !isOver(date));
  const over = chosen.filter(isOver);
  const past = over.filter((date) => !asked.annee || yearOf(date) === asked.annee);
  const start = ((asked.page ?? 1) - 1) * pageSize;
  const [next, held] = [upcoming, trainings.filter(isOver)].map((some) =>
    Map.groupBy(some, ({ module_id }) => module_id),
  );
  const offered = modules.filter(({ cycle_code }) => !asked.cycle || cycle_code === asked.cycle);
  return {
    upcoming: upcoming.slice(0, mostToCome),
    modules: offered.filter(ofNature).map((module) => ({
      ...module,
      next: next?.get(module.id)?.slice(0, mostOfAModule) ?? [],
      held: held?.get(module.id)?.length ?? 0,
    })),
    past: past.sort(lastFirst).slice(start, start + pageSize),
    past_total: past.length,
    years: [...Map.groupBy(over, yearOf)]
      .map(([year, own]) => ({ year, count: own.length }))
      .sort((a, b) => b.year - a.year),
    cycles: cyclesOf(modules.filter(ofNature)),
    natures: (["thematique", "methodologique"] as const).flatMap((value) => {
      const count = offered.filter((one) => one.nature === natureCodes[value]).length;
      return count > 0 ? [{ value, count }] : [];
    }),
    settings: (["en-ligne", "sur-place"] as const).flatMap((value) => {
      const count = taught.filter(isHeld[value]).length;
      return count > 0 ? [{ value, count }] : [];
    }),
  };
}

const isHeld = {
  "en-ligne": ({ online }: PublicDate) => online,
  "sur-place": ({ on_site }: PublicDate) => on_site,
} as const;

/** In which a date began. */
const yearOf = ({ years }: PublicDate) => years[0] ?? 0;

const lastFirst = (a: DateLine, b: DateLine) =>
  a.first_on === b.first_on
    ? (b.session_id ?? 0) - (a.session_id ?? 0)
    : (a.first_on ?? "") < (b.first_on ?? "")
      ? 1
      : -1;

/** The cycles of these modules, in their order. */
const cyclesOf = (modules: readonly Module[]) =>
  [...Map.groupBy(modules, ({ cycle_code }) => cycle_code)].flatMap(([value, own]) =>
    value === null ? [] : [{ value, label: own[0]?.cycle ?? value, count: own.length }],
  );
