import { raw } from "hono/html";
import type { Child } from "hono/jsx";

type Drawn = ReturnType<typeof raw>;

/** A text written bit by bit is kept as its bits, and put together again each time that it is sent: this is done once. */
const inOnePiece = (text: string) => Buffer.from(text).toString();

/** How many pieces one owner keeps before it starts again. */
const most = 64;

/**
 * Pieces of page that depend only on what `owner` holds and on `key`: drawn once, they are written again as they were, and
 * forgotten with their owner. For what is drawn hundreds of times a second; nothing that depends on who asks.
 */
export function keepPieces<Owner extends object>() {
  const held = new WeakMap<Owner, Map<string, Drawn>>();
  return (owner: Owner, key: string, draw: () => Child): Drawn => {
    const pieces = held.get(owner) ?? new Map<string, Drawn>();
    const known = pieces.get(key);
    if (known) return known;
    if (pieces.size >= most) pieces.clear();
    const drawn = raw(inOnePiece(String(draw())));
    pieces.set(key, drawn);
    held.set(owner, pieces);
    return drawn;
  };
}
