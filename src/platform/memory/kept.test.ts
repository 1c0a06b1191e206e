import { afterEach, describe, expect, test, vi } from "vitest";
import { keepUntilChanged } from "./kept.ts";

/** A list of which each reading gives a number. */
function open() {
  let readings = 0;
  let fails = false;
  const kept = keepUntilChanged(["agenda.events"], async () => {
    readings++;
    if (fails) throw new Error("The database is away.");
    return readings;
  });
  return { ...kept, fail: (now: boolean) => (fails = now), readings: () => readings };
}

afterEach(() => {
  vi.useRealTimers();
});

describe("what is kept in memory", () => {
  test("is read once for all who ask, until one of its tables changes", async () => {
    const { get, follower, readings } = open();
    follower.found();
    expect(await Promise.all([get(), get(), get()])).toEqual([1, 1, 1]);
    follower.changed("support.courses");
    expect(await get()).toBe(1);
    follower.changed("agenda.events");
    expect(await get()).toBe(2);
    expect(readings()).toBe(2);
  });

  test("is read again by who asks after a change, though it was being read", async () => {
    const { get, follower } = open();
    follower.found();
    const before = get();
    follower.changed("agenda.events");
    expect(await get()).toBe(2);
    expect(await before).toBe(1);
    expect(await get()).toBe(2);
  });

  test("is not kept when reading it fails", async () => {
    const { get, follower, fail } = open();
    follower.found();
    fail(true);
    await expect(get()).rejects.toThrow("away");
    fail(false);
    expect(await get()).toBe(2);
  });

  test("is less than a second old while nobody can tell what changes, and a minute when all is quiet", async () => {
    vi.useFakeTimers();
    const { get, follower } = open();
    expect(await get()).toBe(1);
    vi.advanceTimersByTime(900);
    expect(await get()).toBe(2);
    follower.found();
    expect(await get()).toBe(3);
    vi.advanceTimersByTime(59_000);
    expect(await get()).toBe(3);
    vi.advanceTimersByTime(2000);
    expect(await get()).toBe(4);
    follower.lost();
    expect(await get()).toBe(5);
  });
});
