import { Hono } from "hono";
import { reports } from "#paths/reports.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readDrafts, writeReports } from "./access.ts";
import { addClaim, editClaim } from "./commands.ts";
import { claimInput, reconciliationQuery } from "./input.ts";
import { findClaim, reconcile } from "./reconciliation.ts";
import { conflict } from "./texts.ts";
import { ClaimPage, claimTitle } from "./views.forms.tsx";
import { ReconciliationPage, reconciliationTitle } from "./views.reconciliation.tsx";

/** Printed figures against ours. */
export const claimRoutes = new Hono<AppEnv>()
  .get("/:year{[0-9]+}/reconciliation", may(readDrafts), async (c) => {
    const year = idOf(c, "year");
    const shown = {
      reconciled: await reconcile(c.get("db"), year),
      standing: readQuery(c, reconciliationQuery).etat,
      mayWrite: writeReports.allows(c.get("visitor")),
    };
    return c.render(<ReconciliationPage year={year} {...shown} />, { title: reconciliationTitle(year) });
  })
  .get("/:year{[0-9]+}/chiffres-imprimes/nouveau", may(writeReports), (c) => {
    const year = idOf(c, "year");
    return c.render(<ClaimPage year={year} />, { title: claimTitle(year) });
  })
  .post("/:year{[0-9]+}/chiffres-imprimes", may(writeReports), async (c) => {
    const year = idOf(c, "year");
    const read = await readForm(c, claimInput);
    if (!read.ok) return answer(c, 422, <ClaimPage year={year} {...read} />, { title: claimTitle(year) });
    const author = authorOf(c);
    const to = await once(c, c.get("db"), author, async (db) => {
      await addClaim(db, author, year, read.value);
      return reports.reconciliation(year);
    });
    await leaveNotice(c, { text: "Le chiffre imprimé est noté." });
    return c.redirect(to, 303);
  })
  .get("/:year{[0-9]+}/chiffres-imprimes/:id{[A-Za-z0-9_-]+}", may(writeReports), async (c) => {
    const year = idOf(c, "year");
    const claim = found(await findClaim(c.get("db"), year, c.req.param("id")));
    return c.render(<ClaimPage year={year} claim={claim} />, { title: claimTitle(year, claim) });
  })
  .post("/:year{[0-9]+}/chiffres-imprimes/:id{[A-Za-z0-9_-]+}", may(writeReports), async (c) => {
    const year = idOf(c, "year");
    const claim = found(await findClaim(c.get("db"), year, c.req.param("id")));
    const read = await readForm(c, claimInput);
    const facts = { title: claimTitle(year, claim) };
    if (!read.ok) return answer(c, 422, <ClaimPage year={year} claim={claim} {...read} />, facts);
    const outcome = await editClaim(c.get("db"), authorOf(c), claim.id, read.value);
    if (!outcome.ok) {
      const latest = found(await findClaim(c.get("db"), year, claim.id));
      const page = <ClaimPage year={year} claim={latest} typed={read.typed} errors={{ "": conflict }} />;
      return answer(c, 409, page, facts);
    }
    await leaveNotice(c, { text: "Le chiffre imprimé est corrigé." });
    return c.redirect(reports.reconciliation(year), 303);
  });
