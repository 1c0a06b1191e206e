import { findSettings } from "#domains/network/index.ts";
import { findCountriesByWord, listCountries, listDepartments } from "#domains/territory/index.ts";
import { listTermsOf } from "#domains/vocabularies/index.ts";
import type { Db } from "#platform/db/index.ts";
import { findSeeker, listPartners, type Partner, type Seeker } from "./queries.partners.ts";
import { type Answers, type ToolContent, type Weights, weightNames } from "./rules.ts";

/** All that the chessboard shows: what can be told, what is understood, and the partners found. */
export interface Board {
  departments: readonly { code: string; name: string }[];
  sectors: readonly { id: number; label: string }[];
  goals: ReadonlyMap<number, string>;
  countries: ReadonlyMap<string, string>;
  types: ReadonlyMap<number, string>;
  asked: { department: string; countries: string; sectors: readonly string[] };
  /** Typed and not understood. */
  unknown: readonly string[];
  weights: Weights;
  partners: readonly Partner[];
  /** Whether enough is known to look. */
  looked: boolean;
}

const none: Weights = { place: 0, department: 0, country: 0, sector: 0, goal: 0, family: 0 };

/**
 * Looks for partners from what was told and, for an organisation, from its card: what is told wins, field by field.
 */
export async function openBoard(
  db: Db,
  content: ToolContent,
  answers: Answers,
  organisationId: number | null,
): Promise<Board> {
  const { region_code: regionCode } = await findSettings(db);
  const departments = await listDepartments(db, { regionCode });
  const terms = await listTermsOf(db, ["sectors", "odd", "actor_types"]);
  const countries = new Map((await listCountries(db)).map(({ code, name }) => [code, name]));
  const own = organisationId === null ? undefined : await findSeeker(db, organisationId);
  const words = (answers["pays"] ?? "")
    .split(/[,;\n]+/)
    .map((word) => word.trim())
    .filter(Boolean);
  const known = await findCountriesByWord(db, words);
  const sectors = (answers["domaines"] ?? "").split(" ").filter(Boolean);
  const seeker: Seeker = {
    organisationId,
    epciCode: own?.epciCode ?? null,
    departmentCode: answers["departement"] || (own?.departmentCode ?? null),
    familyId: own?.familyId ?? null,
    countries: words.length > 0 ? [...known.values()].map(({ code }) => code) : (own?.countries ?? []),
    sectors: sectors.length > 0 ? sectors.map(Number).filter(Number.isInteger) : (own?.sectors ?? []),
    goals: own?.goals ?? [],
  };
  const weights = { ...none };
  for (const name of weightNames) weights[name] = content.weights?.[name] ?? 0;
  const looked = seeker.departmentCode !== null || seeker.countries.length > 0 || seeker.sectors.length > 0;
  return {
    departments,
    sectors: terms.filter(({ list_id }) => list_id === "sectors"),
    goals: new Map(terms.filter(({ list_id }) => list_id === "odd").map(({ id, label }) => [id, label])),
    types: new Map(
      terms.filter(({ list_id }) => list_id === "actor_types").map(({ id, label }) => [id, label]),
    ),
    countries,
    asked: {
      department: seeker.departmentCode ?? "",
      countries: seeker.countries.map((code) => countries.get(code) ?? code).join(", "),
      sectors: seeker.sectors.map(String),
    },
    unknown: words.filter((word) => !known.has(word)),
    weights,
    partners: looked ? await listPartners(db, seeker, weights) : [],
    looked,
  };
}
