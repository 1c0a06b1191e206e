/**
 * Observatory: the registry of indicators, each with its definition, its rule's version and the rows that it counts,
 * read over the `shared_` views of the trades. It writes nothing; the annual report is the reports room's.
 */
export type { Computed, Indicator, Line, OpenRows, YearFigures } from "./indicator.ts";
export { findIndicator, indicators } from "./indicators/index.ts";
export { computeYear, computeYears, listYears } from "./queries.ts";
export { observatoryPublicRoutes } from "./routes.public.tsx";
export { observatoryStaffRoutes } from "./routes.staff.tsx";
export { type CountedRow, isOpen, type OpenRowset, type Rowset } from "./rowsets.ts";
export { comparedTo } from "./rules.ts";
export { columnsOf, exportColumnsOf, rowNames, withUnit } from "./texts.ts";
