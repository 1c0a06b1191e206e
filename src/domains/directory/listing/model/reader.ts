import { type Dimension, type FilterField, pageSize, type Question } from "../input.ts";
import type { CountedLine } from "../rules.ts";
import { corrected, type Found, find } from "./find.ts";
import { type Known, labelAt } from "./known.ts";
import { comparing, type Merged, type Order, ordered, pageFound, placesIn } from "./order.ts";
import type { Segment } from "./segment.ts";
import { textAt } from "./texts.ts";

/** A line of a page, as the public list shows it. */
export interface FoundLine {
  id: number;
  name: string;
  acronym: string;
  actor_type: string | null;
  family: string | null;
  commune: string | null;
  department: string | null;
  department_code: string | null;
}

export interface ModelAnswer {
  rows: FoundLine[];
  total: number;
  unfiltered: number;
  counted: readonly Dimension[];
  lines: readonly CountedLine[];
  fields: readonly FilterField[];
  /** The words looked for instead of those typed, which no card says. */
  corrected: string | undefined;
}

/** Answers kept until anything changes: turning the pages of a list counts it once. */
const mostKept = 100;

export interface Reader {
  ask: (asked: Question, counted?: readonly Dimension[]) => ModelAnswer | undefined;
}

/** Answers questions from what is known; `baseOrders` outlives the reader, for the base is the same until it is read again. */
export function openReader(
  known: Known & { fields: readonly FilterField[] },
  baseOrders: Map<Order, Uint32Array>,
): Reader {
  const [base, recent] = known.segments;
  const kept = new Map<string, Found | undefined>();
  const merged = new Map<Order, Merged>();
  const usual = known.dimensions.filter((dimension) => dimension !== "commune");

  const rank = (segment: Segment, slot: number) => labelAt(known, segment, "commune", slot)?.rank ?? 0;

  function inOrder(order: Order): Merged {
    const held = merged.get(order);
    if (held) return held;
    const slots = baseOrders.get(order) ?? ordered(base, order, rank);
    baseOrders.set(order, slots);
    const recentSlots = ordered(recent, order, rank);
    const places = placesIn(base, slots, recent, recentSlots, comparing(order, rank));
    const made = { base: slots, recent: recentSlots, places };
    merged.set(order, made);
    return made;
  }

  function foundFor(asked: Question, counted: readonly Dimension[]): Found | undefined {
    const { page, tri, tout, ...rest } = asked;
    const key = JSON.stringify([rest, counted]);
    if (kept.has(key)) return kept.get(key);
    const found = find(known, asked, counted);
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, found);
    return found;
  }

  function lineOf(segment: Segment, slot: number): FoundLine {
    const label = (dimension: Dimension) => labelAt(known, segment, dimension, slot);
    const department = label("departement");
    return {
      id: segment.ids[slot] ?? 0,
      name: textAt(segment.names, slot),
      acronym: textAt(segment.acronyms, slot),
      actor_type: label("type")?.label ?? null,
      family: label("famille")?.label ?? null,
      commune: label("commune")?.label ?? null,
      department: department?.label ?? null,
      department_code: department?.code ?? null,
    };
  }

  return {
    ask(typed, asking) {
      const counted = asking ?? (typed.commune ? known.dimensions : usual);
      let found = foundFor(typed, counted);
      const better = typed.q && found?.unfiltered === 0 ? corrected(known, typed.q) : undefined;
      const asked = better ? { ...typed, q: better } : typed;
      if (better) found = foundFor(asked, counted);
      if (!found) return undefined;
      const { matched, total, unfiltered, lines } = found;
      const offset = ((asked.page ?? 1) - 1) * pageSize;
      const page = offset < total ? pageFound(inOrder(asked.tri ?? "nom"), matched, offset, pageSize) : [];
      return {
        rows: page.map((one) => lineOf(one.recent ? recent : base, one.slot)),
        ...{ total, unfiltered, counted, lines, fields: known.fields },
        corrected: better && unfiltered > 0 ? better : undefined,
      };
    },
  };
}
