import { type Bits, noBits, setBit } from "./bits.ts";
import { growing32 } from "./growing.ts";

/** The words of the cards, in alphabetical order, each with the slots that say it. */
export interface Words {
  words: readonly string[];
  /** Where the slots of each word begin in `slots`; one more than there are words. */
  starts: Uint32Array;
  slots: Uint32Array;
}

/** Takes the words of one card after the other, in the order of slots. */
export function growingWords() {
  const numbers = new Map<string, number>();
  const said = growing32();
  const ends = growing32();
  return {
    push(words: string) {
      for (const word of words ? words.split(" ") : []) {
        const number = numbers.get(word) ?? numbers.size;
        if (number === numbers.size) numbers.set(word, number);
        said.push(number);
      }
      ends.push(said.length);
    },
    cut: (pause: () => Promise<void>) => turned(numbers, said.cut(), ends.cut(), pause),
  };
}

/** From the words of each slot to the slots of each word; `pause` lets requests be answered meanwhile. */
async function turned(
  numbers: ReadonlyMap<string, number>,
  said: Uint32Array,
  ends: Uint32Array,
  pause: () => Promise<void>,
): Promise<Words> {
  const words = [...numbers.keys()].sort();
  const ranks = new Uint32Array(words.length);
  for (let rank = 0; rank < words.length; rank++) ranks[numbers.get(words[rank] ?? "") ?? 0] = rank;
  const starts = new Uint32Array(words.length + 1);
  for (let place = 0; place < said.length; place++) {
    const rank = ranks[said[place] ?? 0] ?? 0;
    starts[rank + 1] = (starts[rank + 1] ?? 0) + 1;
    if (place % 500_000 === 0) await pause();
  }
  for (let rank = 0; rank < words.length; rank++)
    starts[rank + 1] = (starts[rank + 1] ?? 0) + (starts[rank] ?? 0);
  const next = starts.slice();
  const slots = new Uint32Array(said.length);
  let place = 0;
  for (let slot = 0; slot < ends.length; slot++) {
    for (; place < (ends[slot] ?? 0); place++) {
      const rank = ranks[said[place] ?? 0] ?? 0;
      const free = next[rank] ?? 0;
      slots[free] = slot;
      next[rank] = free + 1;
    }
    if (slot % 20_000 === 0) await pause();
  }
  return { words, starts, slots };
}

/** The first place where a word could stand and keep the order. */
function placeOf(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? "") < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The places of the words that begin so: from, to (not in). `￿` comes after any letter of a folded word. */
const beginning = ({ words }: Words, start: string) =>
  [placeOf(words, start), placeOf(words, `${start}\uffff`)] as const;

/** Whether any word begins so. */
export function isKnown(index: Words, start: string): boolean {
  const [from, to] = beginning(index, start);
  return to > from;
}

/** The slots that have a word beginning so, among `size`. */
export function slotsSaying(index: Words, start: string, size: number): Bits {
  const bits = noBits(size);
  const [from, to] = beginning(index, start);
  const end = index.starts[to] ?? 0;
  for (let place = index.starts[from] ?? 0; place < end; place++) setBit(bits, index.slots[place] ?? 0);
  return bits;
}
