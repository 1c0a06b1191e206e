/**
 * Reports: the annual report of a year, its draft, its frozen editions, its PDF, and the printed figures to reconcile.
 * Figures and the rows they count are the observatory's.
 */
export { loadClaims, publishEdition, writePassage } from "./commands.ts";
export { printReport } from "./pdf/index.ts";
export { computeReport } from "./queries.report.ts";
export { listEditions } from "./queries.ts";
export { type Reconciled, reconcile } from "./reconciliation.ts";
export { reportsPublicRoutes } from "./routes.public.tsx";
export { reportsStaffRoutes } from "./routes.staff.tsx";
