import type { Line, OpenRows, Rowset } from "#domains/observatory/index.ts";
import type { MapPoint } from "#ui/map-svg.ts";

/** A figure as the report tells it: enough to be read years later, without the registry. */
export interface ReportFigure {
  id: string;
  label: string;
  unit: string;
  definition: string;
  rule_version: number;
  rows: Rowset;
  value: number | Line[];
  /** The same the year before, where that year has rows. */
  previous?: number | Record<string, number>;
  /** The rows counted; in a frozen edition only. */
  ids?: number[];
}

/** Staff's own words in a chapter. */
export interface ReportText {
  chapter: string;
  text: string;
}

/** The annual report of one year: the draft as computed now, or an edition as frozen. Pages and paper both draw this. */
export interface Report {
  year: number;
  network: {
    name: string;
    short_name: string;
    tagline: string;
    brand_colour: string;
    accent_colour: string;
  };
  /** When the figures were read, ISO. */
  computed_at: string;
  /** The year before has rows, and is told beside this one. */
  compared: boolean;
  /** The figures' ids, in the order of the registry that day. */
  order: string[];
  /** By indicator. */
  figures: Record<string, ReportFigure>;
  texts: ReportText[];
  map: { departments: string[]; points: (MapPoint & { key: string })[] };
  /** The annexes; in a frozen edition and on paper only, those that the registry had that day. */
  rows?: Partial<OpenRows>;
}

/** Whether a line of a breakdown, or a figure, has rows to open. */
export const linesOf = (figure: ReportFigure | undefined): Line[] =>
  figure && Array.isArray(figure.value) ? figure.value : [];
