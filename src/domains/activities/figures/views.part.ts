import type { Query } from "#ui/list.tsx";
import type { LogFigures } from "./queries.ts";

/** What each part of the figures is given; `list` gives the address of the meetings that a figure counts. */
export interface PartProps {
  figures: LogFigures;
  list: (filter: Query) => string;
}
