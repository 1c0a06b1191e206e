import { type Bits, hasBit } from "#platform/memory/bits.ts";
import type { Segment } from "./segment.ts";
import { textAt } from "./texts.ts";

export type Order = "nom" | "-nom" | "commune" | "-commune" | "recent";

/** Where a slot's commune comes in the order of names; 0: no commune. */
export type PlaceRank = (segment: Segment, slot: number) => number;

type Compare = (segment: Segment, slot: number, other: Segment, otherSlot: number) => number;

/** Below 0 when the first comes before: the same order as the database's, whatever the segments. */
export function comparing(order: Order, rank: PlaceRank): Compare {
  const byName: Compare = (one, slot, two, other) => {
    if (one === two) return slot - other;
    const [first, second] = [textAt(one.keys, slot), textAt(two.keys, other)];
    if (first !== second) return first < second ? -1 : 1;
    return (one.ids[slot] ?? 0) - (two.ids[other] ?? 0);
  };
  const bySince: Compare = (one, slot, two, other) =>
    (two.since[other] ?? 0) - (one.since[slot] ?? 0) || (two.ids[other] ?? 0) - (one.ids[slot] ?? 0);
  const turn = order.startsWith("-") ? -1 : 1;
  if (order === "recent") return bySince;
  if (order.endsWith("nom")) return (...both) => turn * byName(...both);
  return (one, slot, two, other) => {
    const [first, second] = [rank(one, slot), rank(two, other)];
    if (first !== second) return first === 0 ? 1 : second === 0 ? -1 : turn * (first - second);
    return turn * byName(one, slot, two, other);
  };
}

/** All the slots of a segment in this order. */
export function ordered(segment: Segment, order: Order, rank: PlaceRank): Uint32Array {
  const slots = Uint32Array.from({ length: segment.size }, (_, slot) => slot);
  if (order === "nom") return slots;
  if (order === "-nom") return slots.reverse();
  if (order === "recent") {
    const compare = comparing(order, rank);
    return slots.sort((one, two) => compare(segment, one, segment, two));
  }
  return byPlace(segment, order === "-commune", rank);
}

/** By commune, then by name: slots are in the order of names already, so it suffices to deal them out, commune by commune. */
function byPlace(segment: Segment, turned: boolean, rank: PlaceRank): Uint32Array {
  const heaps: number[][] = [];
  for (let place = 0; place < segment.size; place++) {
    const slot = turned ? segment.size - 1 - place : place;
    const where = rank(segment, slot);
    const heap = heaps[where];
    if (heap) heap.push(slot);
    else heaps[where] = [slot];
  }
  const [nowhere = [], ...places] = heaps;
  if (turned) places.reverse();
  const slots = new Uint32Array(segment.size);
  let next = 0;
  for (const heap of [...places, nowhere]) for (const slot of heap ?? []) slots[next++] = slot;
  return slots;
}

/** For each slot of `recent`, in its order, how many slots of `base` come before it. */
export function placesIn(
  base: Segment,
  baseOrder: Uint32Array,
  recent: Segment,
  recentOrder: Uint32Array,
  compare: Compare,
): Uint32Array {
  return recentOrder.map((slot) => {
    let low = 0;
    let high = baseOrder.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(base, baseOrder[middle] ?? 0, recent, slot) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  });
}

/** Two segments put in one order: the base, and what changed since with its place among it. */
export interface Merged {
  base: Uint32Array;
  recent: Uint32Array;
  places: Uint32Array;
}

/** The slots found from the `offset`th on, `size` of them; those of `recent` are told by `recent: true`. */
export function pageFound(
  { base, recent, places }: Merged,
  found: readonly [Bits, Bits],
  offset: number,
  size: number,
): { recent: boolean; slot: number }[] {
  const page: { recent: boolean; slot: number }[] = [];
  const [inBase, inRecent] = found;
  let seen = 0;
  let next = 0;
  const take = (recent: boolean, slot: number) => {
    if (seen++ >= offset) page.push({ recent, slot });
  };
  for (let place = 0; place <= base.length && page.length < size; place++) {
    for (; next < recent.length && (places[next] ?? 0) <= place && page.length < size; next++)
      if (hasBit(inRecent, recent[next] ?? 0)) take(true, recent[next] ?? 0);
    const slot = base[place] ?? 0;
    if (place < base.length && page.length < size && hasBit(inBase, slot)) take(false, slot);
  }
  return page;
}
