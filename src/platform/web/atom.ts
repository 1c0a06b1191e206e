import { html, raw } from "hono/html";
import type { Request } from "./env.ts";

/** What a reader of feeds shows of one thing; `url` is its whole address, and its identity. */
export interface FeedEntry {
  title: string;
  url: string;
  updated: Date;
  summary: string;
}

/**
 * Answers an Atom feed (RFC 4287). `page` is the address of the list it follows; `entries` are the newest first. A feed
 * of what one asks for is known by its whole address, question included.
 */
export function atomFeed(
  c: Request,
  feed: { title: string; author: string; page: string; entries: readonly FeedEntry[] },
): Response {
  const self = c.get("config").baseUrl + c.req.path + new URL(c.req.url).search;
  const updated = feed.entries[0]?.updated ?? new Date(0);
  const body = html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
  <id>${self}</id>
  <title>${plain(feed.title)}</title>
  <updated>${updated.toISOString()}</updated>
  <author><name>${plain(feed.author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${self}"/>
  <link rel="alternate" type="text/html" href="${feed.page}"/>
${feed.entries.map(
  (entry) => html`  <entry>
    <id>${entry.url}</id>
    <title>${plain(entry.title)}</title>
    <link rel="alternate" type="text/html" href="${entry.url}"/>
    <updated>${entry.updated.toISOString()}</updated>
    <summary>${plain(entry.summary)}</summary>
  </entry>
`,
)}</feed>
`;
  return c.body(body.toString(), 200, { "Content-Type": "application/atom+xml; charset=utf-8" });
}

/** XML 1.0 has no place for most control characters. */
const plain = (text: string) =>
  [...text.toWellFormed()].filter((letter) => letter >= " " || letter === "\n").join("");
