import type { Child } from "hono/jsx";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Request } from "./env.ts";
import { NotFound } from "./errors.ts";

/** What a page tells the shell that frames it. `title` is its h1, word for word. */
export interface PageFacts {
  title: string;
  /** One sentence for search engines and shared links (public pages). */
  description?: string;
  /** JSON-LD objects about the page (public pages). */
  linkedData?: object[];
  /** The feed of this list, for browsers and readers. */
  feed?: string;
  /** The page writes a form to post: its visitor needs the form cookie (public pages; the other shells always give it). */
  form?: boolean;
  /** Keep out of search engines. */
  unlisted?: boolean;
}

declare module "hono" {
  interface ContextRenderer {
    (content: Child, facts: PageFacts): Response | Promise<Response>;
  }
}

/** The page in its shell, with a status other than 200 when it answers a refusal (422) or a conflict (409). */
export function answer(
  c: Request,
  status: 200 | 404 | 409 | 413 | 422 | 429,
  content: Child,
  facts: PageFacts,
) {
  c.status(status);
  return c.render(content, facts);
}

/**
 * Sends a whole document, as bytes: a text would be read again letter by letter before it leaves. A header added once it is
 * answered would copy it: `Vary` is said here, which compression would add.
 */
export async function sendDocument(
  c: Request,
  document: HtmlEscapedString | Promise<HtmlEscapedString>,
): Promise<Response> {
  const text = await (await document).toString();
  const headers = { "Content-Type": "text/html; charset=UTF-8", Vary: "Accept-Encoding" };
  return c.body(Buffer.from(text), { headers });
}

/** The number that `/:id{[0-9]+}`, or `/:id{[0-9]+-.*}`, begins with; one so great that nothing bears it is not found. */
export function idOf(c: Request, name = "id"): number {
  const id = Number.parseInt(c.req.param(name) ?? "", 10);
  if (!Number.isSafeInteger(id)) throw new NotFound();
  return id;
}
