/**
 * Imports: a spreadsheet comes in, is understood, compared with the record, put in as a whole, and can be taken back.
 * It does not know what a row is: each room declares its kind (`#platform/spreadsheets/import-kind.ts`).
 */
export { type FileOutcome, importFile } from "./import-file.ts";
export { importJobs } from "./jobs.ts";
export { listImports } from "./queries.ts";
export { importRoutes } from "./routes.staff.tsx";
export { resumeImports } from "./running/resume.ts";
export { importsTimeline } from "./timeline.ts";
