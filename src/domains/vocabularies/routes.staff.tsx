import { Hono } from "hono";
import { vocabularies } from "#paths/vocabularies.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { type Errors, readForm, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { editVocabularies, readVocabularies } from "./access.ts";
import { addTerm } from "./commands.ts";
import { termForm } from "./input.ts";
import { findList, findVersion, listLists, listVersions } from "./queries.lists.ts";
import { listTerms, termOptions } from "./queries.ts";
import { termStaffRoutes } from "./routes.terms.tsx";
import { wordRefusal } from "./texts.ts";
import { ListPage } from "./views.list.tsx";
import { ListsPage, VersionPage } from "./views.tsx";

/** `/gestion/vocabulaires` */
export const vocabularyStaffRoutes = new Hono<AppEnv>()
  .get("/", may(readVocabularies), async (c) =>
    c.render(<ListsPage lists={await listLists(c.get("db"))} />, { title: "Vocabulaires" }),
  )
  .get("/:list{[a-z_]+}", may(readVocabularies), async (c) => c.render(...(await listPage(c))))
  .post("/:list{[a-z_]+}", may(editVocabularies), async (c) => {
    const list = found(await findList(c.get("db"), c.req.param("list")));
    const form = await readForm(c, termForm);
    if (!form.ok) return answer(c, 422, ...(await listPage(c, form.errors, form.typed)));
    const { entry, version } = form.value;
    const outcome = await addTerm(c.get("db"), authorOf(c), list.id, version, entry);
    if (!outcome.ok) {
      const status = outcome.refusal.kind === "stale" ? 409 : 422;
      return answer(c, status, ...(await listPage(c, wordRefusal(outcome.refusal), form.typed)));
    }
    await leaveNotice(c, { text: `« ${entry.label} » est ajouté à la liste.` });
    return c.redirect(vocabularies.one(list.id), 303);
  })
  .get("/:list{[a-z_]+}/versions/:version{[0-9]+}", may(readVocabularies), async (c) => {
    const list = found(await findList(c.get("db"), c.req.param("list")));
    const version = found(await findVersion(c.get("db"), list.id, idOf(c, "version")));
    return c.render(<VersionPage list={list} version={version} />, {
      title: `${list.label}, version ${version.version}`,
    });
  })
  .route("/", termStaffRoutes);

async function listPage(c: Request, errors?: Errors, typed?: Typed) {
  const db = c.get("db");
  const list = found(await findList(db, c.req.param("list") ?? ""));
  const page = {
    list,
    terms: await listTerms(db, list.id, { retired: true }),
    versions: await listVersions(db, list.id),
    parents: list.parent_list_id ? await termOptions(db, list.parent_list_id) : [],
    mayEdit: editVocabularies.allows(c.get("visitor")),
  };
  return [<ListPage {...page} errors={errors} typed={typed} />, { title: list.label }] as const;
}
