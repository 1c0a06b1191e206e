import { deleteCookie, getCookie, getSignedCookie, setSignedCookie } from "hono/cookie";
import type { Request } from "./env.ts";

/** A word after a change, shown on the next page: what was done and, when it can be, how to undo it. */
export interface Notice {
  text: string;
  /** A form post that takes the change back. */
  undo?: { action: string; label: string };
}

const cookie = "maillage_notice";

export async function leaveNotice(c: Request, notice: Notice) {
  await setSignedCookie(c, cookie, JSON.stringify(notice), c.get("config").secret, {
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
    secure: c.get("config").secureCookies,
    maxAge: 120,
  });
}

/** Reads the notice left by the change before, and takes it away. */
export async function takeNotice(c: Request): Promise<Notice | undefined> {
  if (getCookie(c, cookie) === undefined) return undefined;
  const text = await getSignedCookie(c, c.get("config").secret, cookie);
  if (text === undefined) return undefined;
  deleteCookie(c, cookie, { path: "/" });
  return text ? (JSON.parse(text) as Notice) : undefined;
}
