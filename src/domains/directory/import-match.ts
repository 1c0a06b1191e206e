import type { Db } from "#platform/db/index.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { ImportContext, Proposal } from "#platform/spreadsheets/import-kind.ts";
import { explain, named } from "./duplicates/rules.ts";
import { reasonText } from "./duplicates/texts.ts";
import { matchOrganisations } from "./matching/queries.ts";
import { listByInitials } from "./queries.import.ts";

/** Which organisation a name typed in a file means: one that is known, or none yet; asked about when it is not sure. */
export interface SettledName {
  organisationId?: number;
  proposal?: Proposal;
}

/** Names matched at once. */
const most = 300;

/**
 * Matches the names of a file, slice after slice: each name once. The column asked about is `name`. What is likely but not
 * sure is proposed with its best three; while nobody has chosen, an organisation is created.
 */
export function openNames(db: Db, context: ImportContext) {
  const known = new Map<string, SettledName>();
  return {
    async prepare(names: readonly string[]) {
      const fresh = [...new Set(names)].filter((name) => !known.has(name));
      for (let at = 0; at < fresh.length; at += most)
        for (const [name, settled] of await match(db, fresh.slice(at, at + most))) known.set(name, settled);
    },
    find(name: string): SettledName {
      const settled = known.get(name) ?? {};
      const choice = settled.proposal && context.choiceFor("name", name);
      return choice && /^\d+$/.test(choice) ? { ...settled, organisationId: Number(choice) } : settled;
    },
  };
}

async function match(db: Db, names: readonly string[]) {
  const matches = await matchOrganisations(db, names);
  const initialsOf = new Map(names.map((name) => [name, initials(name)]));
  const keyOf = new Map(names.map((name) => [name, fold(name).replaceAll(" ", "")]));
  const shorts = [...keyOf.values()].filter((key) => key.length >= 2 && key.length <= 8);
  const near = await listByInitials(db, shorts, [...initialsOf.values()].filter(Boolean));
  return names.map((name): [string, SettledName] => {
    const found = matches.get(name);
    if (found && "sure" in found) return [name, { organisationId: found.sure.id }];
    const alike = near.filter(
      (one) => one.initials === keyOf.get(name) || (one.key !== "" && one.key === initialsOf.get(name)),
    );
    const candidates = [...(found?.candidates ?? []), ...alike];
    const three = candidates.filter(
      (one, index) => candidates.findIndex((other) => other.id === one.id) === index,
    );
    return [name, three.length === 0 ? {} : { proposal: proposal(name, three.slice(0, 3)) }];
  });
}

const proposal = (typed: string, candidates: readonly { id: number; name: string }[]): Proposal => ({
  column: "name",
  label: "Nom",
  typed,
  candidates: candidates.map(({ id, name }) => ({ id: String(id), label: name, ...why(typed, name) })),
  others: ["create"],
  fallback: "create",
});

/** Why this organisation may be the one typed: `même nom, …`. */
function why(typed: string, name: string): { why?: string } {
  const found = explain(named(typed), named(name));
  return found ? { why: found.reasons.map(reasonText).join(" ; ") } : {};
}

const small = new Set("de du des la le les l d et en a au aux pour".split(" "));

/** The initials of a name of two words or more, small words left out: `mel`. */
function initials(name: string) {
  const words = fold(name)
    .split(" ")
    .filter((word) => !small.has(word));
  return words.length > 1 ? words.map((word) => word[0]).join("") : "";
}
