import type { Once } from "./try-again.ts";

/** The most that is read of an answer. */
const largest = 2_000_000;

/** One request, whole, within `ms`; redirections are not followed: they could lead anywhere. */
export async function fetchOnce(url: string, userAgent: string, ms: number): Promise<Once<unknown>> {
  try {
    const response = await fetch(url, {
      headers: { accept: "application/json", "user-agent": userAgent },
      redirect: "manual",
      signal: AbortSignal.timeout(Math.max(1, Math.round(ms))),
    });
    if (response.status === 429 || response.status >= 500) {
      await response.body?.cancel();
      const retryAfterMs = waitAsked(response.headers.get("retry-after"));
      const refusal = response.status === 429 || response.status === 503 ? "busy" : "down";
      return { ok: false, refusal, again: true, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
    }
    if (!response.ok) {
      await response.body?.cancel();
      return { ok: false, refusal: response.status < 400 ? "unreadable" : "refused", again: false };
    }
    return { ok: true, body: JSON.parse(await readText(response)) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TooLong)
      return { ok: false, refusal: "unreadable", again: false };
    const slow = error instanceof DOMException && error.name === "TimeoutError";
    return { ok: false, refusal: slow ? "slow" : "down", again: !slow };
  }
}

class TooLong extends Error {}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > largest) throw new TooLong();
  }
  return text + decoder.decode();
}

/** `Retry-After`, in seconds or as a date (RFC 9110, 10.2.3), in ms. */
export function waitAsked(header: string | null, now = Date.now()): number | undefined {
  if (header === null) return undefined;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
