import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { answer as respond } from "#platform/web/page.ts";
import type { AnswerFrame, AnswerMount } from "../contract.ts";
import { type Addresses, addressesOf } from "./addresses.ts";
import { visitAnswer } from "./commands.write.ts";
import { type Answer, findHolder, type Holder } from "./queries.ts";
import { ClosedPage, ExpiredPage, SpentPage, spentTitle } from "./views.doors.tsx";

/** An answer opened by its personal link. */
export interface Opened {
  holder: Holder;
  answer: Answer;
  frame: AnswerFrame;
  at: Addresses;
  /** The questions changed since this person came last. */
  changed: boolean;
  now: Date;
}

export type Handler = (c: Request, opened: Opened) => Response | Promise<Response>;

/**
 * Opens the answer of the link, or says why it does not open: unknown or replaced, expired (a new one can be asked for), or
 * closed by the room. Nothing of it is kept by a cache.
 */
export async function withAnswer(c: Request, mount: AnswerMount, handle: Handler): Promise<Response> {
  c.header("Cache-Control", "no-store");
  const db = c.get("db");
  const now = new Date();
  const token = c.req.param("token") ?? "";
  const at = addressesOf(mount.path, token);
  const holder = await findHolder(db, token, now);
  if (!holder) return respond(c, 404, <SpentPage />, { title: spentTitle, unlisted: true });
  const frame = found(await mount.find(db, { ...holder, token }));
  const facts = { title: frame.title, unlisted: true, form: true };
  if (holder.expired)
    return respond(c, 404, <ExpiredPage frame={frame} at={at} email={holder.email} />, facts);
  const visit = await visitAnswer(
    db,
    authorOf(c),
    { answerId: holder.answerId, participantId: holder.id, seen: holder.seen_at !== null, now },
    mount.prefill,
  );
  const { answer, changed } = found(visit);
  if (frame.closed && answer.state === "open")
    return respond(c, 404, <ClosedPage frame={frame} closed={frame.closed} />, facts);
  return handle(c, { holder, answer, frame, at, changed, now });
}

export type { AppEnv };
