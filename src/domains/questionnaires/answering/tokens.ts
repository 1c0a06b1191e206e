import { createHash, randomBytes } from "node:crypto";

/** What a personal link holds: 24 random bytes, which nobody guesses. */
export const newToken = () => randomBytes(24).toString("base64url");

/** What is kept of it: a stolen database opens nothing. */
export const digestOf = (token: string) => createHash("sha256").update(token).digest("base64url");

/** How long a personal link opens its answer, when the room does not say. */
export const linkDays = 90;

export const expiryFrom = (now: Date, days = linkDays) => new Date(now.getTime() + days * 86_400_000);
