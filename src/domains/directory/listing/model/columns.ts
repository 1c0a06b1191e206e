import { type Bits, noBits, setBit } from "#platform/memory/bits.ts";
import { growing16, growing32 } from "#platform/memory/growing.ts";

/** The values that a dimension has met, each with a number; 0 is no value at all. Shared by all segments, only added to. */
export interface Dictionary {
  values: string[];
  numbers: Map<string, number>;
}

export const newDictionary = (): Dictionary => ({ values: [""], numbers: new Map([["", 0]]) });

/** The number of a value, met before or not. */
export function numberOf({ values, numbers }: Dictionary, value: string): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  if (values.length > 0xffff) throw new RangeError("A dimension has more than 65 535 values.");
  numbers.set(value, values.length);
  return values.push(value) - 1;
}

/** What a dimension says of each slot: one value, or several from `starts[slot]` to `starts[slot + 1]`. */
export interface Column {
  codes: Uint16Array;
  starts?: Uint32Array;
}

/** Between the values of one card in one dimension, and between its dimensions. */
export const betweenValues = "\u001f";
export const betweenDimensions = "\u001e";

export function growingColumn(dictionary: Dictionary, many: boolean) {
  const codes = growing16();
  const starts = many ? growing32() : undefined;
  return {
    push(values: string) {
      starts?.push(codes.length);
      for (const value of many ? values.split(betweenValues) : [values])
        codes.push(numberOf(dictionary, value));
    },
    cut(): Column {
      starts?.push(codes.length);
      return starts ? { codes: codes.cut(), starts: starts.cut() } : { codes: codes.cut() };
    },
  };
}

/** The slots that have this value. */
export function slotsWith({ codes, starts }: Column, wanted: number, size: number): Bits {
  const bits = noBits(size);
  if (starts) {
    let slot = 0;
    for (let place = 0; place < codes.length; place++) {
      if (codes[place] !== wanted) continue;
      while ((starts[slot + 1] ?? size) <= place) slot++;
      setBit(bits, slot);
    }
  } else for (let slot = 0; slot < size; slot++) if (codes[slot] === wanted) setBit(bits, slot);
  return bits;
}

/** Adds to `counts`, by number of value, how many of these slots have it. */
export function countValues({ codes, starts }: Column, slots: Uint32Array, counts: Uint32Array) {
  for (let place = 0; place < slots.length; place++) {
    const slot = slots[place] ?? 0;
    if (!starts) {
      const code = codes[slot] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    } else
      for (let value = starts[slot] ?? 0; value < (starts[slot + 1] ?? 0); value++) {
        const code = codes[value] ?? 0;
        counts[code] = (counts[code] ?? 0) + 1;
      }
  }
}
