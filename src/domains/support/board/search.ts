import { sql } from "kysely";
import { support } from "#paths/support.ts";
import type { Day } from "#platform/dates.ts";
import type { SearchPart } from "#platform/search-part.ts";
import { formatShortDay } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { readSupport } from "../access.ts";
import type { Stage } from "../rules.ts";
import { stageLabels } from "../texts.ts";
import { wordsMatch } from "./queries.list.ts";

interface Line {
  id: number;
  subject: string;
  organisation: string | null;
  stage: Stage;
  opened_on: Day | null;
  total: number;
}

/** Courses of support, by their subject and the organisations accompanied: those that go on first, then the latest. */
export const coursesSearch: SearchPart = {
  title: "Accompagnements",
  one: "accompagnement",
  may: readSupport,
  all: (q) => withQuery(support.list(), { q }),
  find: async (db, { words, most }) => {
    const { rows } = await sql<Line>`
      select id, subject, organisation, stage, opened_on, count(*) over ()::int as total from (
        select course.id, course.subject, course.search, course.stage, course.opened_on,
          coalesce(organisation.name, main.typed) as organisation
        from support.courses course
        left join support.course_organisations main on main.course_id = course.id and main.position = 0
        left join directory.shared_organisations organisation on organisation.id = main.organisation_id
        where course.removed_at is null) course
      where ${wordsMatch(words)}
      order by stage = 'closed', opened_on desc nulls last, id desc limit ${most}`.execute(db);
    return {
      total: rows[0]?.total ?? 0,
      lines: rows.map(({ id, subject, organisation, stage, opened_on }) => ({
        href: support.one(id),
        label: subject,
        detail: [organisation, stageLabels[stage].toLowerCase(), opened_on && formatShortDay(opened_on)]
          .filter(Boolean)
          .join(", "),
      })),
    };
  },
};
