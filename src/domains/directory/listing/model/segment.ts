import { allBits, type Bits, clearBit } from "#platform/memory/bits.ts";
import { growing64 } from "#platform/memory/growing.ts";
import { growingWords, type Words } from "#platform/memory/words.ts";
import { betweenDimensions, type Column, type Dictionary, growingColumn } from "./columns.ts";
import { growingTexts, type Texts } from "./texts.ts";

/** A card as it is read to be indexed. */
export interface ReadCard {
  id: number;
  /** The name as it is ordered: letters, figures and spaces only. */
  key: string;
  name: string;
  acronym: string;
  /** When it was listed (public) or added (inside), in microseconds. */
  since: number;
  /** Its words, apart by a space. */
  words: string;
  /** By dimension, apart by their separator: nothing, a value, or several apart by theirs. */
  values: string;
}

/** Cards in the order of their names, in columns; it never changes, but for those that die when a newer one replaces them. */
export interface Segment {
  size: number;
  ids: Float64Array;
  since: Float64Array;
  keys: Texts;
  names: Texts;
  acronyms: Texts;
  columns: readonly Column[];
  words: Words;
  alive: Bits;
  /** Each number with its slot, in one figure (number × 2²¹ + slot), in the order of numbers. */
  byId: Float64Array;
}

const slotRange = 2 ** 21;
/** The most cards that a segment holds: beyond, the database serves alone. */
export const mostCards = slotRange;

/** Takes cards in the order of (key, id), and gives a segment. `many`: by dimension, whether a card has several values. */
export function growingSegment(dictionaries: readonly Dictionary[], many: readonly boolean[]) {
  const ids = growing64();
  const since = growing64();
  const keys = growingTexts();
  const names = growingTexts();
  const acronyms = growingTexts();
  const words = growingWords();
  const columns = dictionaries.map((dictionary, place) => growingColumn(dictionary, many[place] ?? false));
  return {
    push(card: ReadCard) {
      ids.push(card.id);
      since.push(card.since);
      keys.push(card.key);
      names.push(card.name);
      acronyms.push(card.acronym);
      words.push(card.words);
      const values = card.values.split(betweenDimensions);
      for (let place = 0; place < columns.length; place++) columns[place]?.push(values[place] ?? "");
    },
    async cut(pause: () => Promise<void>): Promise<Segment> {
      const size = ids.length;
      if (size > mostCards) throw new RangeError(`More than ${mostCards} cards.`);
      const byId = ids.cut().map((id, slot) => id * slotRange + slot);
      await pause();
      byId.sort();
      await pause();
      return {
        size,
        ids: ids.cut(),
        since: since.cut(),
        keys: keys.cut(),
        names: names.cut(),
        acronyms: acronyms.cut(),
        columns: columns.map((column) => column.cut()),
        words: await words.cut(pause),
        alive: allBits(size),
        byId,
      };
    },
  };
}

/** Takes the card of this number out of a segment, if it is there. */
export function forget({ byId, alive }: Segment, id: number) {
  let low = 0;
  let high = byId.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((byId[middle] ?? 0) < id * slotRange) low = middle + 1;
    else high = middle;
  }
  const found = byId[low] ?? 0;
  if (Math.floor(found / slotRange) === id) clearBit(alive, found % slotRange);
}
