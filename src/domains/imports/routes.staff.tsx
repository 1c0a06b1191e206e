import { Hono } from "hono";
import { imports } from "#paths/imports.ts";
import { type Db, inTransaction } from "#platform/db/index.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { formOf, readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { idOf } from "#platform/web/page.ts";
import { manageImports } from "./access.ts";
import { askWork, correctMapping, moveImport, openImport, saveChoices } from "./commands.ts";
import { anyForm, launchForm, readChoices, readMapping } from "./input.ts";
import { openKind } from "./kinds.ts";
import { findImport, listProposals } from "./queries.ts";
import { importReadRoutes } from "./routes.read.tsx";
import { gestures } from "./rules.ts";
import { renderImport, renderImports } from "./screens.tsx";
import { tooLate } from "./texts.ts";

/** Files in, columns, choices, launch, undo: each a gesture that two people or two clicks cannot both win. */
export const importRoutes = new Hono<AppEnv>()
  .get("/imports", may(manageImports), (c) => renderImports(c, 200))
  .post("/imports", may(manageImports), async (c) => {
    const files = (await formOf(c))
      .getAll("fichiers")
      .filter((file) => file instanceof File && file.name !== "");
    if (files.length === 0)
      return renderImports(c, 422, { fichiers: "Choisissez au moins un fichier CSV, XLSX ou ODS." });
    const to = await once(c, c.get("db"), authorOf(c), (db) => receive(c, db, files as File[]));
    return c.redirect(to, 303);
  })
  .route("/imports", importReadRoutes)
  .post("/imports/:id{[0-9]+}/colonnes", may(manageImports), async (c) => {
    const one = found(await findImport(c.get("db"), idOf(c)));
    const typed = await typedIn(c);
    const kind = await openKind(c.get("db"), String(typed["kind"] ?? ""));
    const read = readMapping(typed, kind, one.kind, one.headings);
    if (!read.ok) return renderImport(c, one, { status: 422, errors: read.errors, typed });
    return act(c, one.id, "reading", (db) => correctMapping(db, authorOf(c), one.id, one.headings, read));
  })
  .post("/imports/:id{[0-9]+}/choix", may(manageImports), async (c) => {
    const id = found(await findImport(c.get("db"), idOf(c))).id;
    const choices = readChoices(await typedIn(c), await listProposals(c.get("db"), id));
    return act(c, id, "reading", async (db) => {
      await saveChoices(db, authorOf(c), id, choices);
      return moveImport(db, authorOf(c), id, { from: gestures.choose, to: "reading" });
    });
  })
  .post("/imports/:id{[0-9]+}/lancement", may(manageImports), async (c) => {
    const id = found(await findImport(c.get("db"), idOf(c))).id;
    const read = await readForm(c, launchForm);
    const options = { duplicates: read.ok ? read.value.doublons : "keep" };
    return act(c, id, "running", (db) =>
      moveImport(db, authorOf(c), id, { from: gestures.run, to: "running" }, { options }),
    );
  })
  .post("/imports/:id{[0-9]+}/reprise", may(manageImports), async (c) => {
    const id = found(await findImport(c.get("db"), idOf(c))).id;
    return act(c, id, "reading", (db) =>
      moveImport(db, authorOf(c), id, { from: gestures.retry, to: "reading" }),
    );
  })
  .post("/imports/:id{[0-9]+}/annulation", may(manageImports), async (c) => {
    const id = found(await findImport(c.get("db"), idOf(c))).id;
    return act(c, id, "undoing", (db) =>
      moveImport(db, authorOf(c), id, { from: gestures.undo, to: "undoing" }),
    );
  })
  .post("/imports/:id{[0-9]+}/abandon", may(manageImports), async (c) => {
    const one = found(await findImport(c.get("db"), idOf(c)));
    if (!(await moveImport(c.get("db"), authorOf(c), one.id, { from: gestures.drop, to: "dropped" })))
      return late(c, one.id);
    await leaveNotice(c, {
      text: `« ${one.file_name} » est abandonné : rien n’en a été enregistré.`,
      undo: { action: imports.retry(one.id), label: "Le reprendre" },
    });
    return c.redirect(imports.all(), 303);
  });

const typedIn = async (c: Request) => (await readForm(c, anyForm)).typed;

/** Several files make several imports, each read by itself; where the person goes next. */
async function receive(c: Request, db: Db, files: readonly File[]): Promise<string> {
  const ids: number[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const id = await openImport(c.var, db, authorOf(c), { name: file.name, bytes });
    await askWork(c.get("jobs"), db, id, "reading");
    ids.push(id);
  }
  const [only, ...others] = ids;
  return only !== undefined && others.length === 0 ? imports.one(only) : imports.all();
}

/** Moves the import and hands the work over, together; or says that somebody was first. */
async function act(
  c: Request,
  id: number,
  to: "reading" | "running" | "undoing",
  move: (db: Db) => Promise<boolean>,
) {
  const moved = await inTransaction(c.get("db"), authorOf(c), async (db) => {
    if (!(await move(db))) return false;
    await askWork(c.get("jobs"), db, id, to);
    return true;
  });
  return moved ? c.redirect(imports.one(id), 303) : late(c, id);
}

async function late(c: Request, id: number) {
  const one = found(await findImport(c.get("db"), id));
  return renderImport(c, one, { status: 409, late: tooLate });
}
