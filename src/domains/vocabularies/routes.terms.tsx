import { Hono } from "hono";
import { vocabularies } from "#paths/vocabularies.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { type Errors, readForm, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { editVocabularies } from "./access.ts";
import { moveTerm, retireTerm, saveTerm } from "./commands.ts";
import { movingForm, termForm } from "./input.ts";
import { findList } from "./queries.lists.ts";
import { findTerm, termOptions } from "./queries.ts";
import { wordRefusal } from "./texts.ts";
import { TermPage } from "./views.term.tsx";

const one = "/:list{[a-z_]+}/:id{[0-9]+}";

/** One term of a list: rename, move, retire, bring back. */
export const termStaffRoutes = new Hono<AppEnv>()
  .get(one, may(editVocabularies), async (c) => c.render(...(await termPage(c))))
  .post(one, may(editVocabularies), async (c) => {
    const term = await termOf(c);
    const form = await readForm(c, termForm);
    if (!form.ok) return answer(c, 422, ...(await termPage(c, form.errors, form.typed)));
    const { entry, version } = form.value;
    const outcome = await saveTerm(c.get("db"), authorOf(c), term, version, entry);
    if (!outcome.ok) {
      const status = outcome.refusal.kind === "stale" ? 409 : 422;
      return answer(c, status, ...(await termPage(c, wordRefusal(outcome.refusal), form.typed)));
    }
    await leaveNotice(c, { text: `« ${entry.label} » est enregistré.` });
    return c.redirect(vocabularies.one(term.list_id), 303);
  })
  .post(`${one}/deplacement`, may(editVocabularies), async (c) => {
    const term = await termOf(c);
    const form = await readForm(c, movingForm);
    const { sens, version } = form.ok ? form.value : { sens: "bas" as const, version: 0 };
    const outcome = await moveTerm(c.get("db"), authorOf(c), term, version, sens === "haut" ? -1 : 1);
    await leaveNotice(c, {
      text: outcome.ok
        ? `« ${term.label} » est ${sens === "haut" ? "monté" : "descendu"} d’une place.`
        : "La liste avait changé entre-temps : rien n’a été déplacé. La voici.",
    });
    return c.redirect(vocabularies.one(term.list_id), 303);
  })
  .post(`${one}/retrait`, may(editVocabularies), async (c) => {
    const term = await termOf(c);
    await retireTerm(c.get("db"), authorOf(c), term, new Date());
    await leaveNotice(c, {
      text: `« ${term.label} » n’est plus proposé ; ce qui le porte le garde.`,
      undo: { action: vocabularies.restoration(term.list_id, term.id), label: "Annuler le retrait" },
    });
    return c.redirect(vocabularies.one(term.list_id), 303);
  })
  .post(`${one}/retour`, may(editVocabularies), async (c) => {
    const term = await termOf(c);
    await retireTerm(c.get("db"), authorOf(c), term, null);
    await leaveNotice(c, { text: `« ${term.label} » est de nouveau proposé.` });
    return c.redirect(vocabularies.one(term.list_id), 303);
  });

const termOf = async (c: Request) => found(await findTerm(c.get("db"), c.req.param("list") ?? "", idOf(c)));

async function termPage(c: Request, errors?: Errors, typed?: Typed) {
  const db = c.get("db");
  const term = await termOf(c);
  const list = found(await findList(db, term.list_id));
  const parents = list.parent_list_id ? await termOptions(db, list.parent_list_id) : [];
  return [
    <TermPage term={term} list={list} parents={parents} errors={errors} typed={typed} />,
    { title: term.label },
  ] as const;
}
