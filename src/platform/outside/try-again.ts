import type { OutsideRefusal } from "./ask.ts";

/** What one request came to; `again`: another try may do better. */
export type Once<Body> =
  | { ok: true; body: Body }
  | { ok: false; refusal: OutsideRefusal; again: boolean; retryAfterMs?: number };

export interface Patience {
  /** How long one try may last, and all of them with the waits between; ms. */
  tryMs?: number;
  budgetMs?: number;
  tries?: number;
  /** What is awaited between two tries; a test gives its own. */
  wait?: (ms: number) => Promise<void>;
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** Tries with growing waits, or as long as `Retry-After` asks, as far as the budget goes; never throws if `once` does not. */
export async function tryAgain<Body>(
  { tryMs = 4000, budgetMs = 8000, tries = 3, wait = pause }: Patience,
  once: (ms: number) => Promise<Once<Body>>,
): Promise<{ ok: true; body: Body } | { ok: false; refusal: OutsideRefusal }> {
  let left = budgetMs;
  for (let attempt = 1; ; attempt++) {
    const started = performance.now();
    const outcome = await once(Math.min(tryMs, left));
    if (outcome.ok) return outcome;
    if (!outcome.again) return { ok: false, refusal: outcome.refusal };
    const delay = outcome.retryAfterMs ?? 250 * 2 ** (attempt - 1) * (1 + Math.random());
    left -= performance.now() - started + delay;
    if (attempt >= tries || left <= 0) return { ok: false, refusal: outcome.refusal };
    await wait(delay);
  }
}
