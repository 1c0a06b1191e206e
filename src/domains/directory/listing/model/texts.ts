import { growing8, growing32 } from "#platform/memory/growing.ts";

/** Many texts in one run of bytes: a million names are two arrays, not a million objects. */
export interface Texts {
  bytes: Buffer;
  starts: Uint32Array;
}

export function growingTexts() {
  const bytes = growing8();
  const starts = growing32();
  const encoder = new TextEncoder();
  return {
    push(text: string) {
      starts.push(bytes.length);
      if (text) bytes.append(encoder.encode(text));
    },
    cut(): Texts {
      starts.push(bytes.length);
      const cut = bytes.cut();
      return { bytes: Buffer.from(cut.buffer, cut.byteOffset, cut.length), starts: starts.cut() };
    },
  };
}

export const textAt = ({ bytes, starts }: Texts, slot: number): string =>
  bytes.toString("utf8", starts[slot] ?? 0, starts[slot + 1] ?? 0);
