import { incubation } from "#paths/incubation.ts";
import type { SearchPart } from "#platform/search-part.ts";
import { plural } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { readSupport } from "../access.ts";
import { listCohorts } from "./queries.list.ts";
import { cohortsTitle, yearsOf } from "./texts.ts";

/** Cohorts, by their name. */
export const cohortsSearch: SearchPart = {
  title: cohortsTitle,
  one: "cohorte",
  may: readSupport,
  all: (q) => withQuery(incubation.all(), { q }),
  find: async (db, { words }) => {
    const { total, lines } = await listCohorts(db, { removed: false, words, page: 1 });
    return {
      total,
      lines: lines.map((line) => ({
        href: incubation.one(line.id),
        label: line.name,
        detail: [yearsOf(line), line.scheme, plural(line.ever, "organisation")].filter(Boolean).join(", "),
      })),
    };
  },
};
