import { fold, placeKey } from "../rules.ts";

/** What was typed, as the matching sees it. */
export interface Reading {
  typed: string;
  /** What may be a name, the whole first, then without what only says where: `dury 80`, `dury`. */
  keys: readonly string[];
  /** Code of the département typed beside the name: `Dury (80)`, `Dury, Somme`, `80480 Dury`. */
  department?: string;
  postalCode?: string;
}

const numbered = /^(.+?)[\s,-]+\(?(\d\d|2[ab]|97\d)\)?$/i;
const bracketed = /^(.+?)\s*\(([^()]*)\)\s*$/;
const trailing = /^(.+?)\s*(?:,|\s[-–]\s)\s*([^,]+)$/;

/** Reads a place as typed; `departments` gives the code of a département by its folded name. */
export function readPlace(typed: string, departments: ReadonlyMap<string, string>): Reading {
  const postalCode = /\b\d{5}\b/.exec(typed)?.[0];
  const keys = [placeKey(typed)];
  let department = /\(\s*(\d\d|2[ab]|97\d)\s*\)/i.exec(typed)?.[1]?.toUpperCase();
  const number = numbered.exec(typed.trim());
  if (number) {
    keys.push(placeKey(number[1] ?? ""));
    department ??= number[2]?.toUpperCase();
  }
  for (const pattern of [bracketed, trailing]) {
    const [, name = "", said = ""] = pattern.exec(typed.trim()) ?? [];
    const code = departments.get(fold(said));
    if (code) department ??= code;
    if (code || fold(said) === "france" || (name && pattern === bracketed)) keys.push(placeKey(name));
  }
  return { typed, keys: [...new Set(keys)].filter(Boolean), department, postalCode };
}

/** The département of a postal code: two figures, three overseas; Corsica's 20 is left unsaid. */
export function departmentOf(postalCode: string): string | undefined {
  if (postalCode.startsWith("20")) return undefined;
  return /^9[78]/.test(postalCode) ? postalCode.slice(0, 3) : postalCode.slice(0, 2);
}

const remote = new Set(
  `distance distanciel visio visioconference visioconf visios zoom teams meet jitsi skype webex whatsapp telephone tel
  webinaire internet online virtuel bbb bigbluebutton audioconference teleconference`.split(/\s+/),
);
const beside = new Set(
  "a en par via sur la le l de du et ou google microsoft ms appel reunion conference video lien ligne".split(
    " ",
  ),
);

/** Whether a key says that nobody moved: `en ligne`, `a distance`, `visio zoom`, `par telephone`. */
export function saysOnline(key: string): boolean {
  const words = key.split(" ");
  const sure = /\ben ligne\b/.test(key) || words.some((word) => remote.has(word));
  return sure && words.every((word) => remote.has(word) || beside.has(word));
}

/** The places named side by side: `Lille et Amiens`, `Lille / Amiens`; one alone gives nothing. */
export function partsOf(typed: string): string[] {
  const parts = typed
    .split(/\s*[/,;&+]\s*|\s+(?:et|puis)\s+|\s+[-–]\s+/i)
    .map((part) => part.trim())
    .filter((part) => fold(part) !== "");
  return parts.length > 1 && parts.length <= 10 ? parts : [];
}
