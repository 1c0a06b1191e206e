import type { Context } from "hono";
import type { Config } from "../config.ts";
import type { Criterion } from "../criterion.ts";
import type { Author, Db } from "../db/index.ts";
import type { Files } from "../files/index.ts";
import type { Jobs } from "../jobs/index.ts";
import type { Log } from "../log.ts";
import type { Visitor } from "./visitor.ts";

/** What the whole site is given at its start. */
export interface Services {
  config: Config;
  db: Db;
  /** For pages that may be a second old; the same as `db` without a replica. */
  replica: Db;
  log: Log;
  jobs: Jobs;
  files: Files;
  /** What segments are made of: `src/criteria.ts`. */
  criteria: readonly Criterion[];
}

/** What each request carries: read with `c.get("db")`, `c.get("visitor")`… */
export interface AppEnv {
  Variables: Services & {
    visitor: Visitor;
    requestId: string;
  };
}

export type Request = Context<AppEnv>;

/** The author of what this request writes. */
export function authorOf(c: Request): Author {
  return { accountId: c.get("visitor").accountId, requestId: c.get("requestId") };
}
