import { z } from "zod";

/** Where an import stands, and what a person may do from there. */
export const states = [
  "reading",
  "mapping",
  "ready",
  "running",
  "done",
  "undoing",
  "undone",
  "failed",
  "dropped",
] as const;
export type State = (typeof states)[number];

/** The states in which the server works: the page shows progress, and a dead run is started again. */
export const working = ["reading", "running", "undoing"] as const satisfies readonly State[];
export type Working = (typeof working)[number];

/** From which states a person may do what; the same table guards the change itself, so that two cannot both win. */
export const gestures = {
  map: ["mapping", "ready", "failed"],
  choose: ["ready"],
  run: ["ready"],
  retry: ["failed", "dropped"],
  undo: ["done"],
  drop: ["mapping", "ready", "failed"],
} as const satisfies Record<string, readonly State[]>;

export const can = (gesture: keyof typeof gestures, state: State) =>
  gestures[gesture].some((one) => one === state);

/** After this many runs cut short, the file is given up: it may be what brings the server down. */
export const mostAttempts = 4;

/** What an import would do or did, in rows; stored as JSON. */
export const countsSchema = z.object({
  rows: z.number().default(0),
  create: z.number().default(0),
  change: z.number().default(0),
  same: z.number().default(0),
  problem: z.number().default(0),
  /** Rows equal to one before, cell by cell; they are also counted above. */
  duplicates: z.number().default(0),
  /** Rows with something to know, that go in all the same. */
  notes: z.number().default(0),
  /** Values not sure, beyond those kept to be asked. */
  unasked: z.number().default(0),
  dropped: z.number().default(0),
  removed: z.number().default(0),
  restored: z.number().default(0),
  kept: z.array(z.object({ line: z.number().nullable(), label: z.string(), href: z.string() })).default([]),
});
export type Counts = z.infer<typeof countsSchema>;
export const noCounts: Counts = countsSchema.parse({});

export const mappingSchema = z.record(z.string(), z.number().int().min(0));
/** Column of the kind: its position in the file. */
export type Mapping = z.infer<typeof mappingSchema>;

export const optionsSchema = z.record(z.string(), z.string());
export type Options = z.infer<typeof optionsSchema>;

/** What to do with a row that is the same as one before, cell by cell: kept unless told. */
export const keepsDuplicates = (options: Options) => options["duplicates"] !== "drop";

/** What can be looked at in the rows of an import. */
export const rowFilters = ["create", "change", "same", "duplicate", "note", "problem"] as const;
export type RowFilter = (typeof rowFilters)[number];
