import { matchPlaces } from "#domains/territory/index.ts";
import type { Config } from "#platform/config.ts";
import type { Db } from "#platform/db/index.ts";
import { ask, type OutsideRefusal, type OutsideService, recall, remember } from "#platform/outside/index.ts";
import { findFieldWords } from "../fields/queries.ts";
import { entryReference } from "./input.ts";
import { odsql, type Question, type RegisterEntry, readNoticesAnswer, readSireneAnswer } from "./rules.ts";

type Register = RegisterEntry["register"];

/** What the registers answered: their entries, and for each register that failed or answered from memory, how. */
export interface LookUp {
  entries: RegisterEntry[];
  failed: { register: Register; refusal: OutsideRefusal | "off" }[];
  old: { register: Register; askedAt: Date }[];
}

/** How many of each register are shown. */
const most = 8;

/**
 * Asks the registers for what was typed: a SIREN or a SIRET to Sirene, an RNA to the Journal officiel, a name to both.
 * Six seconds at most, and never throws: what does not answer is said in `failed`.
 */
export async function lookUp(db: Db, config: Config, question: Question): Promise<LookUp> {
  const registers: Register[] =
    question.kind === "name" ? ["sirene", "rna"] : question.kind === "rna" ? ["rna"] : ["sirene"];
  const answers = await Promise.all(registers.map((register) => askRegister(db, config, register, question)));
  const entries = await placed(
    db,
    answers.flatMap(({ entries }) => entries),
  );
  const each = entries.map((entry) => ({ question: entryReference(entry), body: entry }));
  await remember(db, shown, each, new Date(), 86_400_000);
  return {
    entries,
    failed: answers.flatMap(({ register, refusal }) => (refusal ? [{ register, refusal }] : [])),
    old: answers.flatMap(({ register, askedAt }) => (askedAt ? [{ register, askedAt }] : [])),
  };
}

/** One entry of a register by its number there, as it was last shown, for a day; nothing is asked of the register. */
export async function findEntry(
  db: Db,
  reference: string,
  now = new Date(),
): Promise<RegisterEntry | undefined> {
  const kept = await recall(db, shown, reference);
  return kept && kept.freshUntil > now ? (kept.body as RegisterEntry) : undefined;
}

/** Under which name the entries shown are remembered, each by itself. */
const shown = "registers";

interface Answered {
  register: Register;
  entries: RegisterEntry[];
  refusal?: OutsideRefusal | "off";
  askedAt?: Date;
}

async function askRegister(
  db: Db,
  config: Config,
  register: Register,
  question: Question,
): Promise<Answered> {
  const baseUrl = config.registers[register];
  if (!baseUrl) return { register, entries: [], refusal: "off" };
  const service: OutsideService = {
    name: register,
    baseUrl,
    userAgent: `Maillage (${config.baseUrl})`,
    tryMs: 3000,
    budgetMs: 6000,
  };
  const [path, query] = register === "sirene" ? sireneQuestion(question) : noticesQuestion(question);
  const answer = await ask(db, service, path, query);
  if (!answer.ok) return { register, entries: [], refusal: answer.refusal };
  const entries = (register === "sirene" ? readSireneAnswer : readNoticesAnswer)(answer.body);
  if (!entries) return { register, entries: [], refusal: "unreadable" };
  return { register, entries: entries.slice(0, most), ...(answer.old ? { askedAt: answer.askedAt } : {}) };
}

/** Without the names of those who manage it: nothing here needs them. */
const sireneQuestion = ({ value }: Question): [string, Record<string, string>] => [
  "search",
  { q: value, page: "1", per_page: String(most), minimal: "true", include: "siege,complements" },
];

const noticesQuestion = ({ kind, value }: Question): [string, Record<string, string>] => [
  "records",
  {
    select:
      "numero_rna,titre,typeavis,dateparution,datedeclaration,objet,siteweb,adresse_actuelle,codepostal_actuel,commune_actuelle",
    where: `source="joafe" and ${kind === "rna" ? `numero_rna=${odsql(value)}` : `search(titre, ${odsql(value)})`}`,
    order_by: "dateparution desc",
    limit: "40",
  },
];

/** A commune is that of our geography, or it is left out: by its code, or by the name that the register writes. */
async function placed(db: Db, entries: readonly RegisterEntry[]): Promise<RegisterEntry[]> {
  const names = [...new Set(entries.flatMap(({ commune }) => commune ?? []))];
  const matches = await matchPlaces(db, names);
  const { communes } = await findFieldWords(
    db,
    entries.map(({ values }) => values),
  );
  return entries.map(({ commune, ...entry }) => {
    const { commune_code: code, ...values } = entry.values;
    const match = commune ? matches.get(commune) : undefined;
    const found = match?.kind === "commune" ? match.code : String(code ?? "") in communes ? code : undefined;
    return { ...entry, values: found ? { ...values, commune_code: found } : values };
  });
}
