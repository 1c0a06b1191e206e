import type { Child } from "hono/jsx";
import { accounts } from "#paths/accounts.ts";
import { office } from "#paths/office.ts";
import type { Request } from "#platform/web/env.ts";
import type { Errors } from "#platform/web/form.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, type PageFacts } from "#platform/web/page.ts";
import { setCookies } from "../session.ts";
import type { Entry } from "./commands.ts";
import { refusals, reminder } from "./texts.ts";
import { pages } from "./views.tsx";

/** What follows an attempt: the page asked for, the second factor, or the same page with the reason. */
export async function comeIn(
  c: Request,
  entry: Entry,
  suite: string | undefined,
  again: (errors: Errors) => Child,
  facts: PageFacts = pages.signIn,
) {
  setCookies(c, entry.cookies);
  if (!entry.ok) return answer(c, 422, again({ "": refusals[entry.refusal] }), facts);
  if (!entry.secondFactor) {
    if (entry.unprotected && suite !== accounts.mine()) await leaveNotice(c, { text: reminder });
    return c.redirect(suite ?? office.space(), 303);
  }
  const query = suite ? `?suite=${encodeURIComponent(suite)}` : "";
  return c.redirect(accounts.secondFactor() + query, 303);
}
