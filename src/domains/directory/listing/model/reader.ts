import { type Dimension, type FilterField, pageSize, type Question } from "../input.ts";
import { type Counts, countsOf } from "../rules.ts";
import type { ListedOrganisation } from "../select.ts";
import { corrected, type Found, find } from "./find.ts";
import { type Known, labelAt } from "./known.ts";
import { comparing, type Merged, type Order, ordered, pageFound, placesIn } from "./order.ts";
import type { Segment } from "./segment.ts";
import { textAt } from "./texts.ts";

export interface ModelAnswer {
  rows: readonly ListedOrganisation[];
  counts: Counts;
  /** The words looked for instead of those typed, which no card says. */
  corrected: string | undefined;
}

/** Answers kept until anything changes: turning the pages of a list counts it once. */
const mostKept = 100;
/** Lines kept as objects: the first pages of what is asked most. */
const mostLines = 10_000;

type Counted = Found & { counts: Counts };

export interface Reader {
  ask: (asked: Question, communes?: boolean) => ModelAnswer | undefined;
}

/** Answers questions from what is known; `baseOrders` outlives the reader, for the base is the same until it is read again. */
export function openReader(
  known: Known & { fields: readonly FilterField[] },
  baseOrders: Map<Order, Uint32Array>,
): Reader {
  const [base, recent] = known.segments;
  const kept = new Map<string, Counted | undefined>();
  const spelt = new Map<string, string | undefined>();
  const lines = new Map<string, ListedOrganisation>();
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

  const countsFor = ({ lines, total, unfiltered }: Found, asked: Question, counted: readonly Dimension[]) =>
    countsOf(lines, counted, asked, { total, unfiltered, fields: known.fields });

  function foundFor(asked: Question, counted: readonly Dimension[]): Counted | undefined {
    const { page, tri, tout, ...rest } = asked;
    const key = JSON.stringify([rest, counted]);
    if (kept.has(key)) return kept.get(key);
    const bare = find(known, asked, counted);
    const found = bare && { ...bare, counts: countsFor(bare, asked, counted) };
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, found);
    return found;
  }

  function spelling(typed: string): string | undefined {
    if (!spelt.has(typed)) {
      if (spelt.size >= mostKept) spelt.clear();
      spelt.set(typed, corrected(known, typed));
    }
    return spelt.get(typed);
  }

  function lineOf(segment: Segment, slot: number): ListedOrganisation {
    const key = `${segment === base ? "" : "+"}${slot}`;
    const held = lines.get(key);
    if (held) return held;
    const label = (dimension: Dimension) => labelAt(known, segment, dimension, slot);
    const department = label("departement");
    const line = {
      id: segment.ids[slot] ?? 0,
      name: textAt(segment.names, slot),
      acronym: textAt(segment.acronyms, slot),
      actor_type: label("type")?.label ?? null,
      family: label("famille")?.label ?? null,
      commune: label("commune")?.label ?? null,
      department: department?.label ?? null,
      department_code: department?.code ?? null,
      ...{ visibility: "listed", status: "published", website: "", listed_at: null, remark: null },
    };
    if (lines.size >= mostLines) lines.clear();
    lines.set(key, line);
    return line;
  }

  return {
    ask(typed, communes) {
      const counted = communes || typed.commune ? known.dimensions : usual;
      let found = foundFor(typed, counted);
      const better = typed.q && found?.unfiltered === 0 ? spelling(typed.q) : undefined;
      const asked = better ? { ...typed, q: better } : typed;
      if (better) found = foundFor(asked, counted);
      if (!found) return undefined;
      const { matched, total, unfiltered, counts } = found;
      const offset = ((asked.page ?? 1) - 1) * pageSize;
      const page = offset < total ? pageFound(inOrder(asked.tri ?? "nom"), matched, offset, pageSize) : [];
      return {
        rows: page.map((one) => lineOf(one.recent ? recent : base, one.slot)),
        counts,
        corrected: better && unfiltered > 0 ? better : undefined,
      };
    },
  };
}
