import type { Request } from "#platform/web/env.ts";
import { formOf } from "#platform/web/form.ts";
import { uploadField } from "#ui/questionnaire/files.tsx";

/** A page as it was sent: its fields, and by field the files that came with it. */
export interface Sent {
  form: Map<string, readonly string[]>;
  uploads: ReadonlyMap<string, readonly File[]>;
  /** What the button pressed asked for: `suite`, `retour`, `pause`, or an action on a block. */
  button: string;
  version: number;
  /** Sent by the script, while one types: answered in JSON. */
  typing: boolean;
}

const upload = uploadField("");

/** Reads what was sent, and throws at nothing: browsers' line ends made plain, NUL left out, empty files ignored. */
export async function readSent(c: Request): Promise<Sent> {
  const data = await formOf(c);
  const form = new Map<string, string[]>();
  const uploads = new Map<string, File[]>();
  for (const [name, value] of data.entries()) {
    if (typeof value === "string") push(form, name, value.replaceAll("\0", "").replaceAll("\r\n", "\n"));
    else if (value.size > 0 && name.endsWith(upload)) push(uploads, name.slice(0, -upload.length), value);
  }
  const typing = (c.req.header("accept") ?? "").includes("application/json");
  const button = form.get("suite")?.[0] ?? "suite";
  return { form, uploads, button, typing, version: whole(form.get("version")?.[0]) };
}

/** A version is a small whole number; anything else is none. */
export const whole = (text: string | undefined) => (/^\d{1,9}$/.test(text ?? "") ? Number(text) : 0);

function push<One>(map: Map<string, One[]>, name: string, one: One) {
  const list = map.get(name);
  if (list) list.push(one);
  else map.set(name, [one]);
}
