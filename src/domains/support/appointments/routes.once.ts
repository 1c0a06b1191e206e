import type { Db } from "#platform/db/index.ts";
import { authorOf, type Request } from "#platform/web/env.ts";
import { once } from "#platform/web/once.ts";
import type { Outcome } from "./commands.booking.ts";
import type { RefusalCode } from "./texts.ts";

class Refused extends Error {
  readonly refusal: RefusalCode;
  constructor(refusal: RefusalCode) {
    super();
    this.refusal = refusal;
  }
}

/** Books once for a form, however many times it is sent; a refusal leaves nothing behind, so that the form may be sent again. */
export async function bookOnce(c: Request, work: (db: Db) => Promise<Outcome>): Promise<Outcome> {
  try {
    const id = await once(c, c.get("db"), authorOf(c), async (db) => {
      const outcome = await work(db);
      if (!outcome.ok) throw new Refused(outcome.refusal);
      return String(outcome.id);
    });
    return { ok: true, id: Number(id) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
