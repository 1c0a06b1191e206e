import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ChangeFollower } from "../db/changes.ts";

interface ReadyPage {
  headers: Record<string, string>;
  etag: string;
  bytes: Buffer;
  until: number;
}

const largestPage = 512 * 1024;
const largestTotal = 48 * 1024 * 1024;
/** A page that tells the time of day differently tomorrow is drawn again within a minute. */
const keptMilliseconds = 60_000;

/**
 * The public pages as they were last sent to someone unknown, kept as bytes until anything changes in the database,
 * whichever process changed it. Nothing is kept for a visitor with a cookie, nor while changes cannot be followed.
 */
export function keepReadyPages() {
  const pages = new Map<string, ReadyPage>();
  let total = 0;
  let following = false;
  let version = 0;

  function forget() {
    version++;
    total = 0;
    pages.clear();
  }

  const follower: ChangeFollower = {
    changed: forget,
    lost() {
      following = false;
      forget();
    },
    found() {
      forget();
      following = true;
    },
  };

  /** Answers from what is kept: true when it did. */
  function answer(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== "GET" || request.headers.cookie !== undefined) return false;
    const key = keyOf(request.headers["accept-encoding"], request.url ?? "");
    const page = pages.get(key);
    if (!page) return false;
    if (page.until < Date.now()) {
      pages.delete(key);
      total -= page.bytes.length;
      return false;
    }
    if (request.headers["if-none-match"] === page.etag)
      response.writeHead(304, { ...page.headers, etag: page.etag }).end();
    else
      response
        .writeHead(200, { ...page.headers, etag: page.etag, "content-length": page.bytes.length })
        .end(page.bytes);
    return true;
  }

  /** Draws a page by `draw`, and keeps it when it is the same for everyone. */
  async function draw(request: Request, draw: () => Promise<Response> | Response): Promise<Response> {
    const drawnAt = version;
    const response = await draw();
    if (!following || !isForEveryone(request, response)) return response;
    const bytes = Buffer.from(await response.arrayBuffer());
    const { pathname, search } = new URL(request.url);
    if (drawnAt === version && bytes.length <= largestPage) {
      if (total + bytes.length > largestTotal) forget();
      const headers = Object.fromEntries([...response.headers].filter(([name]) => !perRequest.has(name)));
      const etag = `"${createHash("sha1").update(bytes).digest("base64url")}"`;
      pages.set(keyOf(request.headers.get("accept-encoding"), pathname + search), {
        headers,
        etag,
        bytes,
        until: Date.now() + keptMilliseconds,
      });
      total += bytes.length;
    }
    return new Response(bytes, response);
  }

  return { answer, draw, forget, follower };
}

const perRequest = new Set(["x-request-id", "content-length", "transfer-encoding", "date"]);

const keyOf = (accepted: string | string[] | null | undefined, address: string) =>
  `${/\bgzip\b/.test(String(accepted ?? "")) ? "gzip" : "plain"} ${address}`;

function isForEveryone(request: Request, response: Response) {
  return (
    request.method === "GET" &&
    !request.headers.has("cookie") &&
    response.status === 200 &&
    !response.headers.has("set-cookie") &&
    !response.headers.get("cache-control")?.includes("no-store") &&
    (response.headers.get("content-type") ?? "").startsWith("text/html")
  );
}
