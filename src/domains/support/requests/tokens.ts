import { createHash, createHmac } from "node:crypto";

/** What the personal link of a request holds: made from the secret of the site, so that it can be written again. */
export const tokenOf = (secret: string, requestId: number) =>
  createHmac("sha256", secret).update(`support request ${requestId}`).digest("base64url").slice(0, 32);

/** What is kept of it: a stolen database opens nothing. */
export const digestOf = (token: string) => createHash("sha256").update(token).digest("base64url");
