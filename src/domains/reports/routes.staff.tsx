import { Hono } from "hono";
import { listYears } from "#domains/observatory/index.ts";
import { reports } from "#paths/reports.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readDrafts, writeReports } from "./access.ts";
import { findChapter } from "./chapters.ts";
import { publishEdition, writePassage } from "./commands.ts";
import { passageInput } from "./input.ts";
import { answerDraft } from "./pdf/answer.ts";
import { computeReport } from "./queries.report.ts";
import { findPassage, listEditions, listReportYears } from "./queries.ts";
import { reconcile } from "./reconciliation.ts";
import { claimRoutes } from "./routes.claims.tsx";
import { conflict } from "./texts.ts";
import { DraftPage, DraftsPage, draftTitle } from "./views.draft.tsx";
import { PassagePage, passageTitle } from "./views.forms.tsx";

/** `/gestion/bilan`: the report being written, year by year. */
export const reportsStaffRoutes = new Hono<AppEnv>()
  .get("/", may(readDrafts), async (c) => {
    const db = c.get("db");
    const years = await listReportYears(db, await listYears(db));
    return c.render(<DraftsPage years={years} editions={await listEditions(db)} />, {
      title: "Bilans annuels",
    });
  })
  .get("/:file{[0-9]+\\.pdf}", may(readDrafts), async (c) => {
    const year = Number.parseInt(c.req.param("file"), 10);
    return answerDraft(c, await computeReport(c.get("db"), year, new Date(), { whole: true }));
  })
  .get("/:year{[0-9]+}", may(readDrafts), async (c) => {
    const year = idOf(c, "year");
    const db = c.get("db");
    const draft = {
      report: await computeReport(db, year, new Date()),
      reconciled: await reconcile(db, year),
      editions: await listEditions(db, year),
      mayWrite: writeReports.allows(c.get("visitor")),
    };
    return c.render(<DraftPage {...draft} />, { title: draftTitle(year) });
  })
  .post("/:year{[0-9]+}/publication", may(writeReports), async (c) => {
    const year = idOf(c, "year");
    const author = authorOf(c);
    const to = await once(c, c.get("db"), author, async (db) => {
      await publishEdition(db, author, year, new Date());
      return reports.published(year);
    });
    await leaveNotice(c, { text: "Le bilan est publié. Ses chiffres ne bougeront plus." });
    return c.redirect(to, 303);
  })
  .get("/:year{[0-9]+}/textes/:chapter{[a-z]+}", may(writeReports), async (c) => {
    const year = idOf(c, "year");
    const chapter = found(findChapter(c.req.param("chapter")));
    const passage = await findPassage(c.get("db"), year, chapter.id);
    return c.render(<PassagePage year={year} chapter={chapter} passage={passage} />, {
      title: passageTitle(year, chapter),
    });
  })
  .post("/:year{[0-9]+}/textes/:chapter{[a-z]+}", may(writeReports), async (c) => {
    const year = idOf(c, "year");
    const chapter = found(findChapter(c.req.param("chapter")));
    const read = await readForm(c, passageInput);
    const facts = { title: passageTitle(year, chapter) };
    const passage = await findPassage(c.get("db"), year, chapter.id);
    const page = { year, chapter, passage, typed: read.typed };
    if (!read.ok) return answer(c, 422, <PassagePage {...page} errors={read.errors} />, facts);
    const outcome = await writePassage(c.get("db"), authorOf(c), {
      year,
      chapter: chapter.id,
      ...read.value,
    });
    if (!outcome.ok)
      return answer(c, 409, <PassagePage {...page} conflicting errors={{ "": conflict }} />, facts);
    await leaveNotice(c, { text: "Le texte est enregistré." });
    return c.redirect(`${reports.draft(year)}#${chapter.id}`, 303);
  })
  .route("/", claimRoutes);
