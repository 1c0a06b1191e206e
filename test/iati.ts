import { existsSync, readFileSync } from "node:fs";
import { evaluateXPathToBoolean, evaluateXPathToNodes } from "fontoxpath";
import { type Document, type Node, parseXmlDocument } from "slimdom";

/** The standard as its authors publish it: schema, ruleset, code lists. Beside the repository, never in it. */
export const reference = ["../shared", "../../shared"]
  .map((shared) => `${shared}/data/reference/iati`)
  .find((path) => existsSync(path));

/** Codes of a list; those withdrawn are left out. */
export function codesOf(list: string): Set<string> {
  const items = evaluateXPathToNodes<Node>(
    "//codelist-item[not(@status = 'withdrawn')]/code",
    parseXmlDocument(readFileSync(`${reference}/codelists/${list}.xml`, "utf8")),
  );
  return new Set(items.map((node) => node.textContent ?? ""));
}

interface Case {
  paths?: string[];
  condition?: string;
  prefix?: string[];
  separator?: string;
  one?: string;
  all?: string;
  date?: string;
  less?: string;
  more?: string;
  start?: string;
  end?: string;
  regex?: string;
  sum?: number;
  min?: number;
  max?: number;
  if?: string;
  then?: string;
  foreach?: string;
  do?: Rules;
  ruleInfo?: { id: string; message: string };
}
type Rules = Record<string, { cases: Case[] }>;

const options = {
  namespaceResolver: (prefix: string) => (prefix === "xml" ? "http://www.w3.org/XML/1998/namespace" : ""),
};
const nodes = (path: string, from: Node) => evaluateXPathToNodes<Node>(path, from, null, null, options);
const holds = (test: string, from: Node) => evaluateXPathToBoolean(test, from, null, null, options);
const textOf = (node: Node) =>
  "value" in node && typeof node.value === "string" ? node.value : (node.textContent ?? "");
const values = (paths: readonly string[] = [], from: Node) =>
  paths.flatMap((path) => nodes(path, from)).map(textOf);
const days = (text: string) => Date.parse(text) / 86_400_000;

/** For `one_or_all`: what must be said everywhere when it is not said once. */
const everywhere: Record<string, string> = {
  lang: ".//narrative[not(@xml:lang)]",
  sector: "transaction[not(sector)]",
  currency: ".//value[not(@currency)]",
};

/**
 * Each rule of the ruleset (SPEC of IATI 2.03): true when the element keeps it. Stricter where an
 * identifier may be excused.
 */
const rules: Record<string, (from: Node, one: Case, now: Date) => boolean> = {
  unique: (from, { paths }) => new Set(values(paths, from)).size === values(paths, from).length,
  startswith(from, { paths, prefix = [], separator = "-" }) {
    const agencies = prefix[0] === "ORG-ID-PREFIX";
    const allowed = agencies ? [...codesOf("OrganisationRegistrationAgency")] : values(prefix, from);
    return values(paths, from).every((text) => allowed.some((start) => text.startsWith(start + separator)));
  },
  atleast_one: (from, { paths }) => values(paths, from).length > 0,
  one_or_all: (from, { one = "", all = "" }) =>
    holds(one, from) || nodes(everywhere[all] ?? "", from).length === 0,
  date_now: (from, { date = "" }, now) =>
    values([date], from).every((text) => Date.parse(text) <= now.getTime()),
  date_order: (from, { less = "", more = "" }, now) =>
    values([less], from).every((early) =>
      (more === "NOW" ? [now.toISOString()] : values([more], from)).every(
        (late) => Date.parse(early) <= Date.parse(late),
      ),
    ),
  time_limit: (from, { start = "", end = "" }) =>
    values([start], from).every((since) => values([end], from).every((to) => days(to) - days(since) <= 366)),
  between_dates: (from, { date = "", start = "", end = "" }) =>
    values([date], from).every((day) =>
      values([start], from).every((early) =>
        values([end], from).every((late) => days(early) <= days(day) && days(day) <= days(late)),
      ),
    ),
  regex_matches: (from, { paths, regex = "" }) =>
    values(paths, from).every((text) => new RegExp(regex).test(text)),
  no_spaces: (from, { paths }) => values(paths, from).every((text) => text === text.trim()),
  no_more_than_one: (from, { paths }) => values(paths, from).length <= 1,
  // In hundredths: a sum of decimals is exact.
  strict_sum: (from, { paths, sum = 0 }) =>
    values(paths, from).reduce((total, text) => total + Math.round(Number(text) * 100), 0) === sum * 100,
  range: (from, { paths, min = 0, max = 0 }) =>
    values(paths, from).every((text) => Number(text) >= min && Number(text) <= max),
  if_then: (from, { if: asked = "", then = "" }) => !holds(asked, from) || holds(then, from),
};

/**
 * What the official ruleset finds wrong in a file, each with the number of its rule and where; nothing when it is right.
 * A rule that is not known here throws: a new ruleset is never half read.
 */
export function breaches(xml: string, now: Date): string[] {
  const file: Document = parseXmlDocument(xml);
  const ruleset: Record<string, Rules> = JSON.parse(
    readFileSync(`${reference}/rulesets/standard.json`, "utf8"),
  );
  return Object.entries(ruleset).flatMap(([context, given]) => {
    const found = nodes(context, file);
    return [...spread(given)].flatMap(([name]) => {
      if (name !== "loop" && !rules[name])
        throw new Error(`The ruleset has a rule that this test does not know: ${name}.`);
      return found.flatMap((from) => broken(from, { [name]: given[name] ?? { cases: [] } }, now));
    });
  });
}

const spread = (given: Rules) => Object.entries(given);

function broken(from: Node, given: Rules, now: Date): string[] {
  return spread(given).flatMap(([name, { cases }]) =>
    cases.flatMap((one) => {
      if (name === "loop") return looped(from, one).flatMap((inner) => broken(from, inner, now));
      const rule = rules[name];
      if (!rule) throw new Error(`The ruleset has a rule that this test does not know: ${name}.`);
      if (one.condition && !holds(one.condition, from)) return [];
      return rule(from, one, now) ? [] : [`${one.ruleInfo?.id} ${one.ruleInfo?.message} (${where(from)})`];
    }),
  );
}

/** The rules of a loop, once for each value that it goes through. */
const looped = (from: Node, { foreach = "", do: inner = {} }: Case): Rules[] =>
  [...new Set(values([foreach], from))].map((value) =>
    JSON.parse(JSON.stringify(inner).replaceAll("$1", value)),
  );

const where = (from: Node) => values(["ancestor-or-self::iati-activity/iati-identifier"], from)[0] ?? "file";
