import type { ChangeFollower } from "#platform/db/changes.ts";
import type { Db } from "#platform/db/index.ts";
import type { Log } from "#platform/log.ts";
import type { Question, Scope } from "../input.ts";
import { type KeptScope, keepScope } from "./keep.ts";
import type { ModelAnswer } from "./reader.ts";

/** The read model of the lists of organisations, one a process: `services.listing`. */
export interface ListingModel {
  /**
   * The answer to a question, or nothing when the model is being built, is behind, or cannot follow what changes: the
   * database then answers. `inside`, what was committed before the question is always in the answer.
   */
  ask: (scope: Scope, asked: Question, communes?: boolean) => Promise<ModelAnswer | undefined>;
  /** To be given to `followChanges`. */
  follower: ChangeFollower;
  /** Begins to build, in the background. */
  start: () => void;
  stop: () => Promise<void>;
}

declare module "#platform/web/env.ts" {
  interface Services {
    /** Absent in tests and commands: the database answers. */
    listing?: ListingModel;
  }
}

/** How long, in milliseconds, a page of the back office waits for the latest changes before it asks the database. */
const wait = 300;

/**
 * Opens the read model on a database; nothing is read before `start`, and the whole directory (`inside`) not before
 * someone asks for it. `seen` is called when the answers of the public scope have changed.
 */
export function openListing(db: Db, log: Log, seen: () => void): ListingModel {
  const everyones = keepScope(db, "public", log, seen);
  const whole = keepScope(db, "inside", log, () => {});
  const both: readonly KeptScope[] = [everyones, whole];
  return {
    async ask(scope, asked, communes) {
      if (scope === "public") return everyones.ask(asked, communes);
      if (!whole.isBuilt()) {
        whole.start();
        return undefined;
      }
      const late = new Promise<"late">((done) => setTimeout(done, wait, "late").unref());
      const outcome = await Promise.race([whole.refresh(), late]);
      return outcome === "late" ? undefined : whole.ask(asked, communes);
    },
    start: everyones.start,
    async stop() {
      for (const scope of both) await scope.stop();
    },
    follower: {
      changed(table) {
        for (const { follower } of both) follower.changed(table);
      },
      lost() {
        for (const { follower } of both) follower.lost();
      },
      found() {
        for (const { follower } of both) follower.found();
      },
    },
  };
}
