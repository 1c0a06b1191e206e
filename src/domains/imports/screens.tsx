import { accountNames } from "#domains/accounts/index.ts";
import type { Request } from "#platform/web/env.ts";
import { type Errors, readQuery, type Typed } from "#platform/web/form.ts";
import { answer } from "#platform/web/page.ts";
import { pageQuestion } from "./input.ts";
import { openKind } from "./kinds.ts";
import { type Import, listImports, listProblems, listProposals, listRows } from "./queries.ts";
import { ImportPage } from "./views.import.tsx";
import { ImportListPage, listTitle, pageSize } from "./views.list.tsx";
import { problemsShown } from "./views.problems.tsx";

/** The list of imports, with what is wrong in the form when something is. */
export async function renderImports(c: Request, status: 200 | 422, errors?: Errors) {
  const db = c.get("db");
  const { page } = readQuery(c, pageQuestion);
  const list = await listImports(db, { limit: pageSize, offset: (page - 1) * pageSize });
  const names = await accountNames(
    db,
    list.rows.map((row) => row.created_by),
  );
  const rows = list.rows.map((row) => ({ ...row, who: names.get(row.created_by ?? "") ?? "" }));
  const view = <ImportListPage list={{ ...list, rows }} page={page} errors={errors} />;
  return answer(c, status, view, { title: listTitle });
}

interface Saying {
  status?: 200 | 409 | 422;
  errors?: Errors;
  typed?: Typed;
  late?: string;
}

/** How many of the rows that came in are named. */
const named = 50;

/** The page of an import, with only what its state shows. */
export async function renderImport(c: Request, one: Import, { status = 200, ...saying }: Saying = {}) {
  const db = c.get("db");
  const { page } = readQuery(c, pageQuestion);
  const kind = await openKind(db, one.kind);
  const names = await accountNames(db, [one.created_by]);
  const problems = await listProblems(db, one.id, {
    limit: problemsShown,
    offset: (page - 1) * problemsShown,
  });
  const first = await listRows(db, one.id, { limit: 1, offset: 0 });
  const none = { rows: [], total: 0 };
  const view = (
    <ImportPage
      one={one}
      who={names.get(one.created_by ?? "") ?? ""}
      problems={{ ...problems, page }}
      proposals={one.state === "ready" ? await listProposals(db, one.id) : []}
      done={
        one.state === "done" && kind ? await kind.listDone(db, one.id, { limit: named, offset: 0 }) : none
      }
      mapping={{
        one,
        kind: (await openKind(db, String(saying.typed?.["kind"] ?? ""))) ?? kind,
        samples: (first.rows[0]?.cells ?? []).map((cell) => cell.slice(0, 30)),
        errors: saying.errors,
        typed: saying.typed,
      }}
      late={saying.late}
    />
  );
  return answer(c, status, view, { title: one.file_name });
}
