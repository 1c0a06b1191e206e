import { Readable } from "node:stream";
import { Hono } from "hono";
import { inPages } from "#platform/db/pages.ts";
import type { Remark } from "#platform/spreadsheets/import-kind.ts";
import { type ExportColumn, exportList } from "#platform/spreadsheets/write.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { idOf } from "#platform/web/page.ts";
import { manageImports } from "./access.ts";
import { pageQuestion, rowsQuestion } from "./input.ts";
import { faultyRows, findImport, type Import, listProposals, listRows } from "./queries.ts";
import { renderImport } from "./screens.tsx";
import { ChoicesPage, choicesTitle } from "./views.choices.tsx";
import { RowsPage, rowsShown, rowsTitle } from "./views.rows.tsx";

/** What there is to look at in an import, and to take away. */
export const importReadRoutes = new Hono<AppEnv>()
  .get("/:id{[0-9]+}", may(manageImports), async (c) => {
    return renderImport(c, found(await findImport(c.get("db"), idOf(c))));
  })
  .get("/:id{[0-9]+}/lignes", may(manageImports), async (c) => {
    const one = found(await findImport(c.get("db"), idOf(c)));
    const { page, resultat: filter } = readQuery(c, rowsQuestion);
    const list = await listRows(c.get("db"), one.id, {
      filter,
      limit: rowsShown,
      offset: (page - 1) * rowsShown,
    });
    return c.render(<RowsPage one={one} filter={filter} list={list} page={page} />, {
      title: rowsTitle(one, filter),
    });
  })
  .get("/:id{[0-9]+}/choix", may(manageImports), async (c) => {
    const one = found(await findImport(c.get("db"), idOf(c)));
    const { page } = readQuery(c, pageQuestion);
    const proposals = await listProposals(c.get("db"), one.id);
    return c.render(<ChoicesPage one={one} proposals={proposals} page={page} />, {
      title: choicesTitle(one),
    });
  })
  .get("/:id{[0-9]+}/lignes-a-corriger.csv", may(manageImports), async (c) => {
    const one = found(await findImport(c.get("db"), idOf(c)));
    return exportList(c, {
      name: `${one.file_name.replace(/\.[^.]*$/, "")} à corriger`,
      format: "csv",
      columns: faultyColumns(one),
      rows: inPages(c.get("db"), faultyRows(one.id), { by: ["line"] }),
    });
  })
  .get("/:id{[0-9]+}/fichier", may(manageImports), async (c) => {
    const one = found(await findImport(c.get("db"), idOf(c)));
    const { body, file } = await c.get("files").open(c.get("db"), one.file_id);
    return c.body(Readable.toWeb(body) as ReadableStream, 200, {
      "Content-Type": "application/octet-stream",
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "Cache-Control": "no-store",
    });
  });

interface FaultyRow {
  line: number;
  cells: string[];
  problems: Remark[];
}

/** The file's own columns, then where each row stood and what is wrong in it: mended, it can be given back as it is. */
function faultyColumns(one: Import): ExportColumn<FaultyRow>[] {
  const own = one.headings.map((label, position) => ({
    label,
    key: `c${position}`,
    value: (row: FaultyRow) => row.cells[position] ?? "",
  }));
  return [
    ...own,
    { label: "Ligne du fichier d’origine", key: "line", value: (row) => row.line },
    {
      label: "À corriger",
      key: "problems",
      value: (row) => row.problems.map(({ column, reason }) => `${column} : ${reason}`).join(" ; "),
    },
  ];
}
