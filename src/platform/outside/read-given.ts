import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { waitAsked } from "./fetch-once.ts";
import { mayBeReached, NotPublic, publicLookup } from "./reach.ts";
import { type Once, type Patience, tryAgain } from "./try-again.ts";

/** How an address that a person gave is read. */
export interface GivenAddress extends Patience {
  userAgent: string;
  accept: string;
  /** The most that is read, in bytes. */
  largest?: number;
  /** A server of this machine or of the network inside may be asked: the settings say so, and tests. */
  inside?: boolean;
}

const mostRedirects = 3;
const tooLarge = 5_000_000;

/**
 * Reads the text at an address that a person typed. Only `http`, `https` and `webcal` of the public Internet are asked, by
 * the address that was checked, and so is each redirection; never throws. `refused`: the address leads inside or takes no
 * such question.
 */
export function readGiven(typed: string, how: GivenAddress) {
  return tryAgain(how, (ms) => readOnce(typed, how, Date.now() + ms));
}

async function readOnce(typed: string, how: GivenAddress, deadline: number): Promise<Once<string>> {
  let url = urlOf(typed);
  for (let hop = 0; url && hop <= mostRedirects; hop++) {
    if (!how.inside && !mayBeReached(url.hostname)) return { ok: false, refusal: "refused", again: false };
    const answer = await ask(url, how, deadline);
    if (!("location" in answer)) return answer;
    url = urlOf(answer.location, url);
  }
  return { ok: false, refusal: "refused", again: false };
}

/** `webcal:` is how calendars write `https:`; nothing for another protocol, or with a name and password in it. */
function urlOf(typed: string, base?: URL): URL | undefined {
  const text = typed.trim().replace(/^webcals?:/i, "https:");
  if (!URL.canParse(text, base?.href)) return undefined;
  const url = new URL(text, base?.href);
  return /^https?:$/.test(url.protocol) && !url.username ? url : undefined;
}

function ask(url: URL, how: GivenAddress, deadline: number): Promise<Once<string> | { location: string }> {
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((answer) => {
    const fail = (refusal: "slow" | "down" | "unreadable" | "refused", again = false) =>
      answer({ ok: false, refusal, again });
    const request = send(url, {
      headers: { accept: how.accept, "user-agent": how.userAgent, "accept-encoding": "identity" },
      signal: AbortSignal.timeout(Math.max(1, Math.round(deadline - Date.now()))),
      ...(how.inside ? {} : { lookup: publicLookup }),
    });
    request.on("error", (error) => {
      if (error instanceof NotPublic) fail("refused");
      else if (error.name === "AbortError" || error.name === "TimeoutError") fail("slow");
      else fail("down", true);
    });
    request.on("response", (response) => {
      const status = response.statusCode ?? 0;
      const location = response.headers.location;
      if (status >= 300 && status < 400 && location) {
        response.destroy();
        return answer({ location });
      }
      if (status === 429 || status >= 500) {
        response.destroy();
        const retryAfterMs = waitAsked(response.headers["retry-after"] ?? null);
        const refusal = status === 429 || status === 503 ? "busy" : "down";
        return answer({
          ok: false,
          refusal,
          again: true,
          ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
        });
      }
      if (status !== 200) {
        response.destroy();
        return fail("refused");
      }
      const chunks: Buffer[] = [];
      let size = 0;
      response.on("data", (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > (how.largest ?? tooLarge)) {
          fail("unreadable");
          response.destroy();
        }
      });
      response.on("error", () => fail("slow"));
      response.on("end", () => answer({ ok: true, body: Buffer.concat(chunks).toString("utf8") }));
    });
    request.end();
  });
}
