import { inflateRawSync } from "node:zlib";
import { limits } from "./limits.ts";

export interface Entry {
  name: string;
  method: number;
  compressedBytes: number;
  inflatedBytes: number;
  offset: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;

/** The entries that a zip declares (APPNOTE 4.3.12); undefined when its directory cannot be read or is too long. */
export function listEntries(bytes: Uint8Array): Entry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > limits.entries) return undefined;
  const entries: Entry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entryMark) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: Buffer.from(bytes.subarray(at + 46, at + 46 + nameLength)).toString("utf8"),
      method: view.getUint16(at + 10, true),
      compressedBytes: view.getUint32(at + 20, true),
      inflatedBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView) {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at--)
    if (view.getUint32(at, true) === endMark) return at;
  return undefined;
}

/**
 * Whether everything inside, once inflated, stays within `budget` bytes: as declared, then as it really is, without
 * ever holding more than one entry and never more than the budget.
 */
export function inflatesWithin(bytes: Uint8Array, budget: number): boolean {
  const entries = listEntries(bytes);
  if (!entries) return false;
  if (entries.reduce((sum, entry) => sum + entry.inflatedBytes, 0) > budget) return false;
  let left = budget;
  for (const entry of entries) {
    const size = realSize(bytes, entry, left);
    if (size === undefined || size > left) return false;
    left -= size;
  }
  return true;
}

function realSize(bytes: Uint8Array, entry: Entry, most: number): number | undefined {
  return entry.method === 0 ? entry.compressedBytes : inflate(bytes, entry, most)?.length;
}

/** What an entry holds, when it stays within `most` bytes; undefined when it cannot be read. */
export function inflate(bytes: Uint8Array, entry: Entry, most: number): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== localMark) return undefined;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + entry.compressedBytes);
  if (entry.method === 0) return data.length <= most ? data : undefined;
  if (entry.method !== 8) return undefined;
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, most) });
  } catch {
    return undefined;
  }
}
