import { none, type Question } from "./input.ts";

/** People alike in all that the filters look at, counted: the smallest pieces from which their counts add up. */
export interface Group {
  language: string;
  role_kinds: readonly string[];
  purpose_ids: readonly number[];
  count: number;
}

export interface FacetCount {
  value: string;
  label: string;
  count: number;
}

export interface PeopleCounts {
  /** How many answer the whole question. */
  total: number;
  roles: FacetCount[];
  without_role: number;
  purposes: FacetCount[];
  languages: FacetCount[];
}

type Filter = "fonction" | "consentement" | "langue";

/**
 * Adds up groups: a value's count respects the filters chosen elsewhere, not its own, so that the reader sees what choosing
 * it instead would give. Labels of kinds and languages are the view's.
 */
export function countPeople(
  groups: readonly Group[],
  purposes: readonly { id: number; code: string; label: string }[],
  asked: Question,
): PeopleCounts {
  const purpose = purposes.find(({ code }) => code === asked.consentement);
  const meets: Record<Filter, (group: Group) => boolean> = {
    fonction: ({ role_kinds }) =>
      !asked.fonction ||
      (asked.fonction === none ? role_kinds.length === 0 : role_kinds.includes(asked.fonction)),
    consentement: ({ purpose_ids }) =>
      !asked.consentement || (purpose !== undefined && purpose_ids.includes(purpose.id)),
    langue: ({ language }) => !asked.langue || language === asked.langue,
  };
  const count = (test: (group: Group) => boolean, except?: Filter) =>
    groups.reduce((sum, group) => {
      const others = (Object.keys(meets) as Filter[]).every((name) => name === except || meets[name](group));
      return others && test(group) ? sum + group.count : sum;
    }, 0);
  const found = (facets: readonly FacetCount[]) => facets.filter((facet) => facet.count > 0);
  const kinds = ["elected", "employed", "volunteer", "other"];
  const languages = [...new Set(groups.map(({ language }) => language))];
  return {
    total: count(() => true),
    roles: found(
      kinds.map((value) => ({
        value,
        label: "",
        count: count(({ role_kinds }) => role_kinds.includes(value), "fonction"),
      })),
    ),
    without_role: count(({ role_kinds }) => role_kinds.length === 0, "fonction"),
    purposes: found(
      purposes.map(({ id, code, label }) => ({
        value: code,
        label,
        count: count(({ purpose_ids }) => purpose_ids.includes(id), "consentement"),
      })),
    ),
    languages: found(
      languages.map((value) => ({
        value,
        label: "",
        count: count(({ language }) => language === value, "langue"),
      })),
    ).sort((a, b) => b.count - a.count || a.value.localeCompare(b.value)),
  };
}
