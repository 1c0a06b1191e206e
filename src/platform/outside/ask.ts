import type { Db } from "../db/index.ts";
import { circuitOf } from "./circuit.ts";
import { fetchOnce } from "./fetch-once.ts";
import { recall, remember } from "./kept.ts";
import { type Patience, tryAgain } from "./try-again.ts";

/** A service of others, as the settings name it. */
export interface OutsideService extends Patience {
  /** In the cache and the log: `sirene`. */
  name: string;
  /** Only addresses under this one are asked. */
  baseUrl: string;
  /** Who asks, as services wish to know. */
  userAgent: string;
  /** How long an answer is taken as fresh; ms. A day unless told. */
  freshMs?: number;
}

/** `slow`: no answer in time. `busy`: it asks to wait. `down`: unreachable or broken. `unreadable`: not what it says it is. `refused`: it does not take the question. `resting`: it failed several times just now and is left alone for a minute. */
export type OutsideRefusal = "slow" | "busy" | "down" | "unreadable" | "refused" | "resting";

/** `old`: the service does not answer, and this is what it said at `askedAt`. */
export type OutsideAnswer =
  | { ok: true; body: unknown; askedAt: Date; old: boolean }
  | { ok: false; refusal: OutsideRefusal };

/**
 * Asks a service for the JSON at `path` with this query, from the cache while it is fresh. Tries again on 429, 5xx and
 * network failures with growing waits, or as long as `Retry-After` asks, as far as the budget goes; never throws. When the
 * service fails, an older answer is given if there is one. After three questions without answer it is left alone for a
 * minute.
 */
export async function ask(
  db: Db,
  service: OutsideService,
  path: string,
  query: Record<string, string>,
  now: Date = new Date(),
): Promise<OutsideAnswer> {
  const url = addressOf(service, path, query);
  const kept = await recall(db, service.name, url);
  if (kept && kept.freshUntil > now) return { ok: true, body: kept.body, askedAt: kept.askedAt, old: false };
  const circuit = circuitOf(db, service.baseUrl);
  const outcome = circuit.isOpen(now)
    ? ({ ok: false, refusal: "resting" } as const)
    : await tryAgain(service, (ms) => fetchOnce(url, service.userAgent, ms));
  if (outcome.ok) {
    circuit.succeeded();
    await remember(
      db,
      service.name,
      [{ question: url, body: outcome.body }],
      now,
      service.freshMs ?? 86_400_000,
    );
    return { ok: true, body: outcome.body, askedAt: now, old: false };
  }
  if (outcome.refusal !== "resting" && outcome.refusal !== "refused") circuit.failed(now);
  return kept ? { ok: true, body: kept.body, askedAt: kept.askedAt, old: true } : outcome;
}

/** The address asked: under the base of the service, whatever the path and the query hold. Throws when it is not. */
export function addressOf(
  { baseUrl }: Pick<OutsideService, "baseUrl">,
  path: string,
  query: Record<string, string>,
) {
  const base = new URL(baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`);
  const url = new URL(path.replace(/^\/+/, ""), base);
  url.search = new URLSearchParams(query).toString();
  if (url.origin !== base.origin || !url.pathname.startsWith(base.pathname))
    throw new Error(`${url.href} is not under ${base.href}.`);
  return url.href;
}
