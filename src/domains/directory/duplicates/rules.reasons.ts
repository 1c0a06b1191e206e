import { isSlip, likenessOf } from "./rules.likeness.ts";
import { type Form, formOf, formsOf, initialsOf, siglesOf } from "./rules.names.ts";

/** What of a card tells whether two are of one organisation. */
export interface Described {
  name: string;
  acronym: string;
  /** Its other spellings. */
  names: readonly string[];
  rna: string | null;
  siren: string | null;
  siret: string | null;
  uai: string | null;
  communeCode: string | null;
  familyId: number | null;
  emails: readonly string[];
  website: string;
}

export const reasonCodes = [
  "rna",
  "siret",
  "uai",
  "siren",
  "name",
  "spelling",
  "front",
  "part",
  "words",
  "acronym",
  "initials",
  "slip",
  "contained",
  "email",
  "website",
  "commune",
] as const;

/** Why two cards may be of one organisation; `with`: the value or the words they share. */
export interface Reason {
  code: (typeof reasonCodes)[number];
  with: string;
}

/** A reason and what it weighs alone, from 0 to 100. */
export interface Weighed extends Reason {
  score: number;
}

/** Hosts and mail services that many organisations share: they tell nothing. */
const shared =
  /(^|\.)(facebook|instagram|linkedin|twitter|x|youtube|helloasso|wixsite|wordpress|blogspot|over-blog|free|orange|wanadoo|laposte|gmail|googlemail|hotmail|outlook|live|yahoo|sfr|google|gouv|jimdo|jimdofree|e-monsite|weebly|canalblog|assoconnect|netlify|github)\.(com|fr|net|org|io|app|be)$/;

/** The host of a web address, without `www`; nothing when it is shared by many. */
export function hostOf(website: string): string | undefined {
  const host = URL.canParse(website) ? new URL(website).hostname.replace(/^www\./, "") : "";
  return host && !shared.test(host) ? host : undefined;
}

/** The hosts by which an organisation is known: its site, and its own mail domain. */
export const hostsOf = ({ website, emails }: Described) => [
  ...new Set(
    [website, ...emails.map((email) => `https://${email.split("@")[1] ?? ""}`)].flatMap(
      (url) => hostOf(url) ?? [],
    ),
  ),
];

export function byIdentifier(one: Described, other: Described): Weighed[] {
  const weights = { rna: 100, siret: 100, uai: 97, siren: 90 } as const;
  return (["rna", "siret", "uai", "siren"] as const).flatMap((code) => {
    const same = one[code] !== null && one[code] === other[code];
    if (!same || (code === "siren" && one.siret !== null && one.siret === other.siret)) return [];
    return [{ code, with: one[code] ?? "", score: weights[code] }];
  });
}

interface Named {
  forms: Form[];
  sigles: string[];
  initials: Set<string>;
}

/** A card is compared with many: its names are read once. */
const read = new WeakMap<Described, Named>();
function namesOf(card: Described): Named {
  const known = read.get(card);
  if (known) return known;
  const forms = formsOf(card);
  const names = {
    forms,
    sigles: siglesOf(forms, card.acronym),
    initials: new Set(forms.flatMap(initialsOf)),
  };
  read.set(card, names);
  return names;
}

/** The weightiest thing that two names say of each other, and their acronyms beside. */
export function byName(one: Described, other: Described): Weighed[] {
  const [mine, theirs] = [namesOf(one), namesOf(other)];
  const pairs = mine.forms.flatMap((form) => theirs.forms.map((their) => [form, their] as const));
  const names = pairs.flatMap(([form, their]) =>
    compare(form, their, form === mine.forms[0] && their === theirs.forms[0], one, other),
  );
  const best = names.sort((a, b) => b.score - a.score || (a.with < b.with ? -1 : 1))[0];
  if (best && best.score >= 86) return [best];
  const acronym = byAcronym(mine, theirs);
  const said =
    best &&
    acronym.some(
      (reason) => reason.score >= best.score && reason.with === formOf(best.with)?.compact.toUpperCase(),
    );
  return [...(best && !said ? [best] : []), ...acronym];
}

function compare(form: Form, their: Form, whole: boolean, one: Described, other: Described): Weighed[] {
  const words = [form.text, their.text].sort()[0] ?? "";
  const short = form.words.length === 1 && form.compact.length <= 6;
  if (form.key === their.key) {
    if (whole) return [{ code: "name", with: "", score: 96 }];
    const spelled = one.names.includes(form.text) || other.names.includes(their.text);
    if (spelled) return [{ code: "spelling", with: words, score: 94 }];
    return short ? [] : [{ code: "part", with: words, score: 88 }];
  }
  if (form.compact === their.compact) {
    if (whole) return [{ code: "front", with: "", score: 92 }];
    return short ? [] : [{ code: "part", with: words, score: 86 }];
  }
  const likeness = likenessOf(form, their);
  if (!likeness || (!whole && short && likeness.kind === "slip")) return [];
  const { kind, score } = likeness;
  const contained = form.words.length <= their.words.length ? form.text : their.text;
  return [{ code: kind === "same" ? "words" : kind, with: kind === "contained" ? contained : "", score }];
}

function byAcronym(mine: Named, theirs: Named): Weighed[] {
  const [sigles, others] = [mine.sigles, theirs.sigles];
  const long = (sigle: string) => (sigle.length >= 4 ? 2 : sigle.length === 3 ? 1 : 0);
  const same = sigles.filter((sigle) => others.includes(sigle));
  const initials = [
    ...sigles.filter((sigle) => theirs.initials.has(sigle)),
    ...others.filter((sigle) => mine.initials.has(sigle)),
  ];
  const slips = sigles.filter((sigle) =>
    others.some((their) => their !== sigle && sigle.length >= 5 && their.length >= 5 && isSlip(sigle, their)),
  );
  const weigh = (
    code: Reason["code"],
    found: readonly string[],
    weights: readonly [number, number, number],
  ) => found.map((sigle) => ({ code, with: sigle.toUpperCase(), score: weights[long(sigle)] ?? 0 }));
  const all = [
    ...weigh("acronym", same, [56, 72, 82]),
    ...weigh("initials", initials, [45, 70, 80]),
    ...weigh("slip", slips, [0, 0, 55]).map((found) => ({ ...found, with: "" })),
  ];
  return all.sort((a, b) => b.score - a.score || (a.with < b.with ? -1 : 1)).slice(0, 1);
}

export function byContact(one: Described, other: Described): Weighed[] {
  const email = one.emails.filter((address) => other.emails.includes(address)).sort()[0];
  const hosts = hostsOf(other);
  const host = hostsOf(one)
    .filter((name) => hosts.includes(name))
    .sort()[0];
  return [
    ...(email ? [{ code: "email" as const, with: email, score: 75 }] : []),
    ...(host ? [{ code: "website" as const, with: host, score: 60 }] : []),
  ];
}
