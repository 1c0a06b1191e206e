import { isAPIError } from "better-auth/api";

/** What the sign-in library answered: its cookies go on the response; its refusals are a code. */
export type Answer<Value> =
  | { ok: true; value: Value; cookies: string[] }
  | { ok: false; code: string; cookies: string[] };

/** Asks the library, and turns what it throws when it refuses into a value. A failure that is no refusal rises. */
export async function ask<Value>(
  call: () => Promise<{ headers: Headers; response: Value }>,
): Promise<Answer<Value>> {
  try {
    const { headers, response } = await call();
    return { ok: true, value: response, cookies: headers.getSetCookie() };
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    return { ok: false, code: String(error.body?.code ?? error.status), cookies: cookiesOf(error.headers) };
  }
}

const cookiesOf = (headers: unknown) => (headers instanceof Headers ? headers.getSetCookie() : []);
