import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/** OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, 2 passes, 1 lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const marks = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`;

/** Fewer is refused; more is never asked (NIST SP 800-63B: length, not recipes). */
export const shortestPassword = 12;
export const longestPassword = 200;

/** The text to keep of a password, in PHC form: `$argon2id$…$salt$digest`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  return `${marks}$${plain(nonce)}$${plain(await digest(password, nonce))}`;
}

/** Whether `password` is the one kept as `hash`; what is not ours is no one's. */
export async function verifyPassword({
  hash,
  password,
}: {
  hash: string;
  password: string;
}): Promise<boolean> {
  const [salt, kept] = hash.startsWith(`${marks}$`) ? hash.slice(marks.length + 1).split("$") : [];
  if (!salt || !kept) return false;
  const expected = Buffer.from(kept, "base64");
  const given = await digest(password, Buffer.from(salt, "base64"));
  return expected.length === given.length && timingSafeEqual(expected, given);
}

const digest = (password: string, nonce: Buffer) =>
  derive("argon2id", { message: password.normalize("NFKC"), nonce, tagLength: 32, ...cost });

const plain = (bytes: Buffer) => bytes.toString("base64").replace(/=+$/, "");
