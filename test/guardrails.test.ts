import { globSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import { expect } from "vitest";
import { test } from "./database.ts";

/** Rules about files, each with its reason, each proving that it looked at something. */
const sources = globSync("src/**/*.{ts,tsx}").filter(
  (file) => !/\.test\.tsx?$|platform\/db\/tables\.ts/.test(file),
);
const texts = new Map(sources.map((file) => [file, readFileSync(file, "utf8")]));
const found = (pattern: RegExp, except: RegExp = /^$/) =>
  sources.filter((file) => !except.test(file) && pattern.test(texts.get(file) ?? ""));

test("the guardrails see the code base", () => {
  expect(sources.length).toBeGreaterThan(100);
  expect(found(/export function readDay/)).toEqual(["src/platform/dates.ts"]);
});

test("settings are read once, in platform/config, so that a missing one stops the start", () => {
  expect(found(/process\.env/, /^src\/(platform\/config|cli\/)/)).toEqual([]);
});

test("dates and amounts are written by ui/format, so that they read the same everywhere", () => {
  const writers = /toLocale(Date|Time)?String|Intl\.(DateTime|Number)Format/;
  expect(
    found(writers, /^src\/(ui\/format|platform\/dates|platform\/spreadsheets\/(cells|words)|ui\/behaviours)/),
  ).toEqual([]);
});

test("forms and fields are written by ui and the shells, so that each is signed, labelled and keeps what was typed", () => {
  expect(found(/<(form|input|select|textarea)[\s>]/, /^src\/(ui|shells)\//)).toEqual([]);
});

test("no page carries an inline style or script: the security policy refuses them", () => {
  expect(found(/\sstyle=[{"]|\son(click|submit|change|input)=/, /^src\/ui\/(chart|map|letter)/)).toEqual([]);
});

test("nothing calls a third party from the visitor's browser", () => {
  expect(found(/(src|href)="https?:\/\//, /^src\/(ui\/letter|domains\/reports)/)).toEqual([]);
});

/** Every table and view, as the generated types list them. */
const tables = [
  ...readFileSync("src/platform/db/tables.ts", "utf8").matchAll(/^ {2}"([a-z]+)\.([a-z_]+)": /gm),
].map(([, schema = "", table = ""]) => ({ schema, table, name: `${schema}.${table}` }));

test("a room names its own tables only, and the views that others share", () => {
  expect(tables.length).toBeGreaterThan(40);
  const named = [...texts].flatMap(([file, text]) => {
    const room = /^src\/domains\/([^/]+)\//.exec(file)?.[1];
    const others = tables.filter(
      (one) => one.schema !== room && one.schema !== "platform" && !one.table.startsWith("shared_"),
    );
    return room
      ? others
          .filter(({ name }) => new RegExp(`["'\`\\s(]${name}\\b`).test(text))
          .map(({ name }) => `${file}: ${name}`)
      : [];
  });
  expect(named.filter((line) => !allowed.some(([known]) => line === known))).toEqual([]);
});

/** Who names a foreign table all the same, and why. */
const allowed: readonly (readonly [string, string])[] = [
  [
    "src/domains/accounts/queries.ts: directory.speakers",
    "the visitor is read in one statement, with the organisations they speak for",
  ],
  // The figure `support.courses` bears the name of the table; only its identifier is written there.
  ...["reports/chapters.ts", "observatory/rules.ts", "observatory/indicators/support.ts"].map(
    (file) => [`src/domains/${file}: support.courses`, "the figure of that name"] as const,
  ),
];

/** Tables that the change log leaves out, and why. */
const unwatched = {
  "accounts.sessions": "comes and goes with each visit; opening is logged by the account",
  "accounts.sign_ins": "is itself a log, kept a year",
  "accounts.used_codes": "a guard of fifteen minutes",
  "accounts.verifications": "links that expire in minutes",
  "activities.calendar_entries": "staging: what a calendar proposes before it becomes a meeting",
  "activities.meeting_index": "computed by trigger from meetings, places and organisations, all watched",
  "directory.duplicate_keys": "derived from the cards, made again at will",
  "directory.duplicate_pairs": "derived from the cards, made again at will",
  "directory.duplicate_work": "a waiting list of cards to compare",
  "directory.people_index": "computed by trigger from people, roles and consents, all watched",
  "imports.choices": "staging: what was chosen for a file's rows before they become the record",
  "imports.progress": "how far a running import is",
  "imports.proposals": "staging: what is proposed for a file's rows",
  "imports.rows": "staging: the rows of a file before they become the record",
  "platform.changes": "is the log",
  "platform.discarded_files": "a waiting list of bytes to sweep",
  "platform.letters": "is itself the log of letters",
  "platform.outside_answers": "a cache of what services outside answered",
  "platform.submissions": "a guard of a day",
  "questionnaires.parts": "drafts, saved as one types: what is submitted is kept in questionnaires.answers",
  "support.busy_times": "a cache of when a calendar outside is taken",
  "support.calendar_readings": "says how a calendar outside was last read",
  "territory.communes": "reference data from a dated file",
  "territory.countries": "reference data from a dated file",
  "territory.departments": "reference data from a dated file",
  "territory.epcis": "reference data from a dated file",
  "territory.place_names": "reference data from a dated file",
  "territory.regions": "reference data from a dated file",
  "territory.sources": "says which file the reference data came from",
  "territory.subregions": "reference data from a dated file",
} as const;

test("every table of the trade is watched by the change log", async ({ db }) => {
  const { rows } = await sql<{ name: string }>`
    select namespace.nspname || '.' || class.relname as name
    from pg_class class join pg_namespace namespace on namespace.oid = class.relnamespace
    where class.relkind in ('r', 'p') and namespace.nspname !~ '^(pg_|information_schema|migrations|public|pgboss)'
      and (select count(*) from pg_trigger trigger where trigger.tgrelid = class.oid and trigger.tgname ~ '^changes_') < 3
    order by 1`.execute(db);
  expect(rows.map((row) => row.name).filter((name) => !(name in unwatched))).toEqual([]);
});
