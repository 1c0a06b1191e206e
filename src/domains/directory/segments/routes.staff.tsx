import { Hono } from "hono";
import { segments } from "#paths/segments.ts";
import type { Db } from "#platform/db/index.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { PageHeader } from "#ui/page.tsx";
import { readDirectory, writeDirectory } from "../access.ts";
import { noteSegmentUse, removeSegment } from "./commands.ts";
import { linesOf } from "./draft.ts";
import { pageQuestion } from "./input.ts";
import { countSegments, findSegment, listSegments, listVersions } from "./queries.saved.ts";
import { listCriteria } from "./queries.ts";
import { segmentEntryRoutes } from "./routes.entry.tsx";
import { drawLines, linesAsked } from "./routes.parts.ts";
import { listTitle, SegmentListPage } from "./views.list.tsx";
import { Preview } from "./views.preview.tsx";
import { SegmentPage } from "./views.segment.tsx";

const previewTitle = "Aperçu du segment";

/** What accounts are called, by number; the shell gives it, as the accounts stand above the directory. */
type NamesOf = (db: Db, ids: readonly (string | null)[]) => Promise<ReadonlyMap<string, string>>;

/** Segments: filters over everything known, kept under a name. */
export const segmentStaffRoutes = (namesOf: NamesOf) =>
  new Hono<AppEnv>()
    .get("/", may(readDirectory), async (c) => {
      const db = c.get("db");
      const { page = 1 } = readQuery(c, pageQuestion);
      const { rows, total } = await listSegments(db, c.get("visitor").accountId, page);
      const counts = await countSegments(db, await listCriteria(db, c.get("criteria")), rows);
      const names = await namesOf(
        db,
        rows.map(({ created_by }) => created_by),
      );
      const listed = rows.map((row) => ({
        ...row,
        count: counts.get(row.id) ?? 0,
        author: names.get(row.created_by ?? ""),
      }));
      const mayWrite = writeDirectory.allows(c.get("visitor"));
      return c.render(<SegmentListPage rows={listed} total={total} page={page} mayWrite={mayWrite} />, {
        title: listTitle,
      });
    })
    .get("/apercu", may(readDirectory), async (c) => {
      const { preview } = await drawLines(c, linesAsked(c) ?? []);
      return c.render(
        <>
          <PageHeader title={previewTitle} trail={[{ label: "Segments", href: segments.all() }]} />
          <Preview {...preview} />
        </>,
        { title: previewTitle },
      );
    })
    .route("/", segmentEntryRoutes)
    .get("/:id{[0-9]+}", may(readDirectory), async (c) => {
      const db = c.get("db");
      const segment = found(await findSegment(db, idOf(c), c.get("visitor").accountId));
      const { preview } = await drawLines(c, linesOf(segment.definition));
      await noteSegmentUse(db, authorOf(c), segment.id, preview.sentence);
      const versions = await listVersions(db, segment.id);
      const names = await namesOf(
        db,
        versions.map(({ account_id }) => account_id),
      );
      const known = versions.map((one) => ({ ...one, author: names.get(one.account_id ?? "") }));
      const mayWrite = writeDirectory.allows(c.get("visitor"));
      return c.render(<SegmentPage segment={segment} {...preview} versions={known} mayWrite={mayWrite} />, {
        title: segment.name,
      });
    })
    .post("/:id{[0-9]+}/retrait", may(writeDirectory), async (c) => {
      const segment = found(await findSegment(c.get("db"), idOf(c), c.get("visitor").accountId));
      await removeSegment(c.get("db"), authorOf(c), segment.id);
      await leaveNotice(c, {
        text: `Le segment « ${segment.name} » est supprimé.`,
        undo: { action: segments.restoration(segment.id), label: "Annuler" },
      });
      return c.redirect(segments.all(), 303);
    })
    .post("/:id{[0-9]+}/retablissement", may(writeDirectory), async (c) => {
      const segment = found(await findSegment(c.get("db"), idOf(c), c.get("visitor").accountId));
      await removeSegment(c.get("db"), authorOf(c), segment.id, false);
      await leaveNotice(c, { text: `Le segment « ${segment.name} » est de nouveau là.` });
      return c.redirect(segments.one(segment.id), 303);
    });
