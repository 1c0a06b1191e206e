import type { OpenRowset } from "#domains/observatory/index.ts";
import type { ChartKind } from "#ui/chart-options.ts";
import type { Report } from "./report.ts";

/** A drawing of a chapter; `ranking` is a list of names with their figure, `places` the map and its list. */
export interface Exhibit {
  indicator: string;
  form: ChartKind | "ranking" | "places";
}

export interface Chapter {
  id: string;
  title: string;
  /** What the chapter is about, before staff's own words. */
  lead: string;
  figures: readonly string[];
  /** Those of its figures that are told only once they count something: nothing noted is not a zero to print. */
  whenKnown?: readonly string[];
  exhibits: readonly Exhibit[];
}

/** The report's chapters in their order; every figure they name is an indicator of the observatory. */
export const chapters: readonly Chapter[] = [
  {
    id: "activite",
    title: "L’activité du réseau",
    lead: "Les réunions que l’équipe a tenues ou suivies dans l’année, d’après le journal d’activité.",
    figures: ["meetings.count", "meetings.hours", "meetings.participants", "collectivites.met"],
    whenKnown: ["collectivites.met"],
    exhibits: [
      { indicator: "meetings.by_month", form: "months" },
      { indicator: "meetings.by_type", form: "bars" },
      { indicator: "collectivites.met_by_class", form: "bars" },
      { indicator: "meetings.top_attended", form: "ranking" },
    ],
  },
  {
    id: "deplacements",
    title: "Les déplacements",
    lead: "Où les réunions se sont tenues : en ligne, dans les villes des bureaux, ou ailleurs.",
    figures: [
      "meetings.online",
      "meetings.in_offices",
      "meetings.trips",
      "meetings.trips_per_month",
      "meetings.online_share",
    ],
    exhibits: [{ indicator: "meetings.by_place", form: "places" }],
  },
  {
    id: "accompagnement",
    title: "L’accompagnement",
    lead: "Les organisations que l’équipe accompagne dans leurs projets. Les accompagnements ouverts dans l’année et les réunions d’accompagnement du journal sont deux comptes : les deux sont dits.",
    figures: ["support.courses", "support.meetings"],
    exhibits: [
      { indicator: "support.by_month", form: "months" },
      { indicator: "support.by_department", form: "bars" },
      { indicator: "support.by_type", form: "bars" },
    ],
  },
  {
    id: "agenda",
    title: "L’agenda et le programme",
    lead: "Les événements que le réseau a organisés, et ce qu’il a fait de ce que son programme annonçait.",
    figures: ["events.count", "programme.done_share"],
    whenKnown: ["programme.done_share"],
    exhibits: [{ indicator: "events.by_kind", form: "bars" }],
  },
  {
    id: "formations",
    title: "Les formations",
    lead: "Les sessions de formation du réseau. Le registre des formations et le journal d’activité tiennent chacun leur compte des heures ; les participations et les personnes se comptent à part : tout est dit.",
    figures: [
      "trainings.count",
      "trainings.people",
      "trainings.distinct_people",
      "trainings.hours",
      "trainings.hours_logged",
      "trainings.online_share",
    ],
    exhibits: [],
  },
  {
    id: "adherents",
    title: "Les adhérents",
    lead: "Les organisations adhérentes de l’année, par collège des statuts.",
    figures: ["members.count"],
    exhibits: [{ indicator: "members.by_college", form: "bars" }],
  },
  {
    id: "acteurs",
    title: "Les acteurs",
    lead: "Les organisations que le réseau connaît dans la région, adhérentes ou non.",
    figures: ["organisations.count", "organisations.new", "organisations.visible"],
    exhibits: [
      { indicator: "organisations.by_department", form: "bars" },
      { indicator: "organisations.share_vs_population", form: "ranking" },
      { indicator: "organisations.by_family", form: "bars" },
      { indicator: "organisations.by_type", form: "bars" },
    ],
  },
  {
    id: "projets",
    title: "Le Panorama des projets",
    lead: "Les projets de coopération et de citoyenneté que portent les acteurs de la région. Un projet sert souvent plusieurs objectifs et agit dans plusieurs secteurs : il compte dans chacun.",
    figures: ["projects.count"],
    exhibits: [
      { indicator: "projects.by_odd", form: "bars" },
      { indicator: "projects.by_zone", form: "bars" },
      { indicator: "projects.by_sector", form: "bars" },
    ],
  },
];

/** The chapters that these figures can tell: an edition frozen before a chapter existed does not have it. */
export const chaptersOf = (figures: Readonly<Record<string, unknown>>) =>
  chapters.filter((chapter) => chapter.figures.some((id) => id in figures));

/** Which of its figures a chapter tells. */
export const figuresOf = ({ figures, whenKnown = [] }: Chapter, report: Pick<Report, "figures">) =>
  figures
    .flatMap((id) => report.figures[id] ?? [])
    .filter(({ id, value }) => value !== 0 || !whenKnown.includes(id));

export const findChapter = (id: string) => chapters.find((chapter) => chapter.id === id);

/** Each annex: its title, and the indicator whose rows it lists. */
const annexes: readonly { rows: OpenRowset; title: string; indicator: string }[] = [
  { rows: "meetings", title: "Toutes les réunions", indicator: "meetings.count" },
  { rows: "events", title: "Tous les événements", indicator: "events.count" },
  { rows: "training_sessions", title: "Toutes les formations", indicator: "trainings.count" },
  { rows: "members", title: "Tous les adhérents", indicator: "members.count" },
];

/** The annexes that an edition can list; one frozen before an annex existed does not have it. */
export const annexesOf = (figures: Readonly<Record<string, unknown>>) =>
  annexes.filter(({ indicator }) => indicator in figures);
