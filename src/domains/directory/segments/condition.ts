import { type RawBuilder, type SqlBool, sql } from "kysely";
import { type Definition, type Term, termsOf } from "./definition.ts";
import type { Criteria } from "./rules.ts";

/** The criterion that asks for the state of the card: without it, archived ones are left out. */
export const statusCriterion = "directory.status";

const organisationId = sql.ref<number>("organisation.id");

/** That the row `directory.organisations as organisation` is in the segment. A criterion that is lost finds nobody. */
export function conditionOf(criteria: Criteria, definition: Definition): RawBuilder<SqlBool> {
  const terms = termsOf(definition);
  if (terms.some(({ criterion }) => !criteria.has(criterion))) return sql<SqlBool>`false`;
  const groups = definition.map((group) =>
    group.length === 1 && group[0]
      ? termCondition(criteria, group[0])
      : sql<SqlBool>`(${sql.join(
          group.map((term) => termCondition(criteria, term)),
          sql` or `,
        )})`,
  );
  if (!terms.some(({ criterion }) => criterion === statusCriterion))
    groups.push(sql<SqlBool>`organisation.status <> 'archived'`);
  return sql<SqlBool>`${sql.join(groups, sql` and `)}`;
}

function termCondition(criteria: Criteria, { criterion, asked, not }: Term): RawBuilder<SqlBool> {
  const condition = criteria.get(criterion)?.condition(organisationId, asked) ?? sql<SqlBool>`false`;
  return not ? sql<SqlBool>`((${condition}) is not true)` : sql<SqlBool>`(${condition})`;
}
