import type { ChangeFollower } from "#platform/db/changes.ts";
import type { Db } from "#platform/db/index.ts";
import type { Log } from "#platform/log.ts";
import type { Question, Scope } from "../input.ts";
import { type Built, buildKnown, buildRecent, lacksLabels } from "./build.ts";
import { findPlace, type Place, readChanges, tables } from "./changes.ts";
import type { Order } from "./order.ts";
import { readLabels } from "./read.labels.ts";
import { type ModelAnswer, openReader, type Reader } from "./reader.ts";
import { forget } from "./segment.ts";

/** After this many milliseconds without having read what changed, the model is no longer believed. */
const patience = 800;
/** How often, in milliseconds, the change log is read although nothing was heard. */
const rounds = 3000;
/** The organisations kept apart from the base before all is read again. */
const mostRecent = 2000;

/** One scope of the read model: built in the background, kept fresh, silent whenever it could be wrong. */
export interface KeptScope {
  /** The answer, or nothing: then the database is to be asked. */
  ask: (asked: Question, communes?: boolean) => ModelAnswer | undefined;
  /** Reads what changed now; gives back when it is read. */
  refresh: () => Promise<void>;
  isBuilt: () => boolean;
  follower: ChangeFollower;
  start: () => void;
  stop: () => Promise<void>;
}

interface State {
  known: Built;
  place: Place;
  reader: Reader;
  orders: Map<Order, Uint32Array>;
  /** Every organisation that changed since the base was read. */
  changed: Set<number>;
}

/** Keeps a scope; `seen` is called each time that what it answers has changed. */
export function keepScope(db: Db, scope: Scope, log: Log, seen: () => void): KeptScope {
  let state: State | undefined;
  let following = false;
  let started = false;
  let stopped = false;
  let behindSince: number | undefined;
  let working: Promise<void> | undefined;
  let again = false;

  async function build() {
    const began = performance.now();
    state = undefined;
    const place = await findPlace(db, () => stopped);
    const known = await buildKnown(db, scope);
    const orders = new Map<Order, Uint32Array>();
    state = { known, place, orders, reader: openReader(known, orders), changed: new Set() };
    const milliseconds = Math.round(performance.now() - began);
    log.info({ scope, cards: known.segments[0].size, milliseconds }, "directory read model built");
    seen();
  }

  async function step() {
    if (!state) return build();
    const { place, organisationIds, labels, everything } = await readChanges(db, state.place);
    if (everything || state.changed.size + organisationIds.length > mostRecent) return build();
    state.place = place;
    if (organisationIds.length === 0 && !labels) return;
    const { known, orders } = state;
    const changed = new Set([...state.changed, ...organisationIds]);
    const recent = await buildRecent(db, known, [...changed]);
    const grown: Built = { ...known, segments: [known.segments[0], recent] };
    const words =
      labels || lacksLabels(grown)
        ? await readLabels(db, known.dimensions, known.dictionaries)
        : known.labels;
    for (const id of organisationIds) forget(known.segments[0], id);
    const next = { ...grown, labels: words };
    state = { known: next, place, orders, reader: openReader(next, orders), changed };
    seen();
  }

  /** One reading at a time; asked again meanwhile, it reads once more. */
  function refresh(): Promise<void> {
    if (!started || stopped) return Promise.resolve();
    again = true;
    working ??= work().finally(() => {
      working = undefined;
    });
    return working;
  }

  async function work() {
    while (again && !stopped) {
      again = false;
      const heard = behindSince;
      try {
        await step();
        if (behindSince === heard) behindSince = undefined;
      } catch (error) {
        state = undefined;
        if (!stopped) log.warn({ err: error, scope }, "directory read model set aside");
        return;
      }
    }
  }

  const clock = setInterval(refresh, rounds);
  clock.unref();

  return {
    ask(asked, communes) {
      const late = behindSince !== undefined && Date.now() - behindSince > patience;
      return following && !late ? state?.reader.ask(asked, communes) : undefined;
    },
    refresh,
    isBuilt: () => state !== undefined,
    start() {
      if (started) return;
      started = true;
      void refresh();
    },
    async stop() {
      stopped = true;
      clearInterval(clock);
      await working;
    },
    follower: {
      changed(table) {
        if (!tables.includes(table)) return;
        behindSince ??= Date.now();
        void refresh();
      },
      lost() {
        following = false;
      },
      found() {
        behindSince ??= Date.now();
        void refresh().then(() => {
          following = true;
        });
      },
    },
  };
}
