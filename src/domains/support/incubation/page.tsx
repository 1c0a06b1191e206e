import { accountNames } from "#domains/accounts/index.ts";
import { dayInParis } from "#platform/dates.ts";
import type { Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { isAdministrator } from "#platform/web/visitor.ts";
import { writeSupport } from "../access.ts";
import { findStay, type Stay } from "./queries.stay.ts";
import { type Cohort, findCohort } from "./queries.ts";
import { CohortPage, type Wrong } from "./views.cohort.tsx";
import { StayPage, stayTitle } from "./views.stay.tsx";

/** A cohort that one may write to: there, and not deleted. */
export async function openCohortOf(c: Request): Promise<Cohort> {
  const cohort = found(await findCohort(c.get("db"), idOf(c)));
  return found(cohort.removed_at ? undefined : cohort);
}

/** An organisation in a cohort that one may write to. */
export async function openStayOf(c: Request): Promise<Stay> {
  const stay = found(await findStay(c.get("db"), idOf(c)));
  return found(stay.removed_at || stay.cohort_removed ? undefined : stay);
}

/** The page of a cohort; `wrong` answers 422, or 409, with what was typed. */
export async function showCohort(c: Request, cohort: Cohort, wrong?: Wrong, status: 409 | 422 = 422) {
  const mayRestore = writeSupport.allows(c.get("visitor"));
  const page = (
    <CohortPage
      cohort={cohort}
      names={await accountNames(c.get("db"), [cohort.referent_id])}
      today={dayInParis(new Date())}
      mayWrite={mayRestore && !cohort.removed_at}
      mayRestore={mayRestore}
      seesChanges={isAdministrator(c.get("visitor"))}
      wrong={wrong}
    />
  );
  return wrong ? answer(c, status, page, { title: cohort.name }) : c.render(page, { title: cohort.name });
}

/** The page of an organisation in a cohort, in the same way. */
export async function showStay(c: Request, stay: Stay, wrong?: Wrong, status: 409 | 422 = 422) {
  const mayRestore = writeSupport.allows(c.get("visitor"));
  const page = (
    <StayPage
      stay={stay}
      today={dayInParis(new Date())}
      mayWrite={mayRestore && !stay.removed_at && !stay.cohort_removed}
      mayRestore={mayRestore}
      wrong={wrong}
    />
  );
  return wrong
    ? answer(c, status, page, { title: stayTitle(stay) })
    : c.render(page, { title: stayTitle(stay) });
}
