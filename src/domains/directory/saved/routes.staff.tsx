import { Hono } from "hono";
import { directory } from "#paths/directory.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readDirectory } from "../access.ts";
import { removeView, saveView } from "./commands.ts";
import { viewForm } from "./input.ts";
import { findView } from "./queries.ts";
import { SaveViewPage, saveViewTitle } from "./views.tsx";

/** Names for addresses of the list, shared or one's own. */
export const savedViewRoutes = new Hono<AppEnv>()
  .get("/", may(readDirectory), (c) =>
    c.render(<SaveViewPage query={new URL(c.req.url).search.slice(1)} />, { title: saveViewTitle }),
  )
  .post("/", may(readDirectory), async (c) => {
    const read = await readForm(c, viewForm);
    if (!read.ok)
      return answer(c, 422, <SaveViewPage query={String(read.typed["adresse"] ?? "")} {...read} />, {
        title: saveViewTitle,
      });
    const { nom, adresse, partage } = read.value;
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await saveView(db, authorOf(c), { name: nom, query: adresse, shared: partage === "equipe" });
      return adresse ? `${directory.all()}?${adresse}` : directory.all();
    });
    await leaveNotice(c, { text: `La vue « ${nom} » est gardée.` });
    return c.redirect(to, 303);
  })
  .post("/:id{[0-9]+}/retrait", may(readDirectory), async (c) => {
    const view = found(await findView(c.get("db"), idOf(c), c.get("visitor").accountId));
    await removeView(c.get("db"), authorOf(c), view.id);
    await leaveNotice(c, {
      text: `La vue « ${view.name} » est supprimée.`,
      undo: { action: directory.viewRestoration(view.id), label: "Annuler" },
    });
    return c.redirect(`${directory.all()}?${view.query}`, 303);
  })
  .post("/:id{[0-9]+}/retablissement", may(readDirectory), async (c) => {
    const view = found(await findView(c.get("db"), idOf(c), c.get("visitor").accountId));
    await removeView(c.get("db"), authorOf(c), view.id, false);
    await leaveNotice(c, { text: `La vue « ${view.name} » est de nouveau là.` });
    return c.redirect(`${directory.all()}?${view.query}`, 303);
  });
