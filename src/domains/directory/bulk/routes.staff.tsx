import { Hono } from "hono";
import { termOptions } from "#domains/vocabularies/index.ts";
import { directory } from "#paths/directory.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { type Errors, formOf, readForm, readQuery, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { withQuery } from "#ui/list.tsx";
import { writeDirectory } from "../access.ts";
import { queryOf } from "../listing/filters.tsx";
import { readStaffQuestion } from "../listing/reading.ts";
import { segmentOptions } from "../segments/queries.saved.ts";
import { actOnMany } from "./commands.ts";
import { undoBulkAction } from "./commands.undo.ts";
import { bulkForm, bulkStep, type Selection, selection } from "./input.ts";
import { meantAct } from "./meant.ts";
import { chosenIds, countChosen, findBulkAction } from "./queries.ts";
import { type BulkKind, bulkDone, bulkLabels, bulkUndone } from "./texts.ts";
import { BulkPage, NothingChosen, nothingTitle } from "./views.step.tsx";

/** What is done to many organisations at once: said first, then done in one transaction, with an exact way back. */
export const bulkStaffRoutes = new Hono<AppEnv>()
  .get("/", may(writeDirectory), async (c) => {
    const { faire } = readQuery(c, bulkStep);
    const chosen = selection.parse({ portee: c.req.query("portee"), choix: c.req.queries("choix") });
    const { asked } = await readStaffQuestion(c);
    if (faire === "export") return c.redirect(exportAddress(chosen, queryOf(asked)), 303);
    return show(c, faire, chosen);
  })
  .post("/", may(writeDirectory), async (c) => {
    const { faire } = readQuery(c, bulkStep);
    const kind = faire === "export" ? "tag" : faire;
    const db = c.get("db");
    const form = await formOf(c);
    const chosen = selection.parse({ portee: form.get("portee"), choix: form.getAll("choix[]") });
    const read = await readForm(c, bulkForm);
    if (!read.ok) return show(c, kind, chosen, read);
    const reading = await readStaffQuestion(c);
    const ids = await chosenIds(db, chosen, reading);
    let said: string | undefined;
    let undo: number | undefined;
    let errors: Errors | undefined;
    const back = withQuery(directory.all(), { ...queryOf(reading.asked), page: undefined });
    const to = await once(c, db, authorOf(c), async (db) => {
      const act = await meantAct(db, authorOf(c), kind, read.value);
      if (!act.ok) {
        errors = act.errors;
        return back;
      }
      const done = await actOnMany(db, authorOf(c), ids, act.act);
      said = bulkDone(kind, done.count, act.act.detail);
      undo = done.count > 0 ? done.id : undefined;
      return back;
    });
    if (errors) return show(c, kind, chosen, { errors, typed: read.typed });
    if (said !== undefined)
      await leaveNotice(c, {
        text: said,
        ...(undo ? { undo: { action: directory.bulkUndo(undo), label: "Annuler" } } : {}),
      });
    return c.redirect(to, 303);
  })
  .post("/:id{[0-9]+}/annulation", may(writeDirectory), async (c) => {
    const action = found(await findBulkAction(c.get("db"), idOf(c)));
    const outcome = await undoBulkAction(c.get("db"), authorOf(c), action.id);
    await leaveNotice(c, {
      text: outcome.ok ? bulkUndone(outcome) : "Cette action avait déjà été annulée : rien n’a changé.",
    });
    return c.redirect(directory.all(), 303);
  });

const exportAddress = ({ portee, choix }: Selection, query: Record<string, unknown>) => {
  const address = withQuery(`${directory.all()}.xlsx`, { ...query, page: undefined } as never);
  if (portee === "toutes") return address;
  const rows = choix.map((id) => `choix=${id}`).join("&");
  return `${address}${address.includes("?") ? "&" : "?"}${rows}`;
};

async function show(
  c: Request,
  kind: BulkKind,
  chosen: Selection,
  given: { typed?: Typed; errors?: Errors } = {},
) {
  const db = c.get("db");
  const reading = await readStaffQuestion(c);
  const query = queryOf(reading.asked);
  const meant = await countChosen(db, await chosenIds(db, chosen, reading));
  if (meant.count === 0)
    return answer(c, given.errors ? 422 : 200, <NothingChosen query={query} />, { title: nothingTitle });
  const tags = await termOptions(db, "tags");
  const lists = await segmentOptions(db, c.get("visitor").accountId, { byHand: true });
  return answer(
    c,
    given.errors ? 422 : 200,
    <BulkPage {...{ kind, chosen, query, ...meant, ...given }} tags={tags} lists={lists} />,
    { title: bulkLabels[kind] },
  );
}
