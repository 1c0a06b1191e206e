import { Hono } from "hono";
import { activities } from "#paths/activities.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { type Errors, formOf, readForm, readQuery, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { withQuery } from "#ui/list.tsx";
import { writeMeetings } from "../access.ts";
import { meetingQuestion } from "../input.list.ts";
import { listChoices, type MeetingChoices } from "../queries.ts";
import { askedQuery } from "../texts.ts";
import { actOnMeetings, type BulkAct, undoBulkAct } from "./commands.ts";
import { type BulkKind, bulkStep, changeForm, type Selection, selection } from "./input.ts";
import { chosenMeetings, countMeant, findBulkAct } from "./queries.ts";
import { bulkDone, bulkTitles, bulkUndone, wordChange } from "./texts.ts";
import { BulkPage, NothingChosen, nothingTitle } from "./views.tsx";

/** What is done to many meetings at once: said first, then done in one transaction, with an exact way back. */
export const bulkMeetingRoutes = new Hono<AppEnv>()
  .get("/", may(writeMeetings), (c) =>
    show(
      c,
      readQuery(c, bulkStep).faire,
      selection.parse({ portee: c.req.query("portee"), choix: c.req.queries("choix") }),
    ),
  )
  .post("/", may(writeMeetings), async (c) => {
    const { faire } = readQuery(c, bulkStep);
    const db = c.get("db");
    const form = await formOf(c);
    const chosen = selection.parse({ portee: form.get("portee"), choix: form.getAll("choix[]") });
    const choices = await listChoices(db);
    const meant = await meantAct(c, faire, choices);
    if (!meant.ok) return show(c, faire, chosen, { ...meant, choices });
    const asked = readQuery(c, meetingQuestion);
    let done: { id: number; count: number } | undefined;
    const to = await once(c, db, authorOf(c), async (db) => {
      done = await actOnMeetings(db, authorOf(c), chosenMeetings(chosen, asked), meant.act);
      return withQuery(activities.all(), askedQuery(asked));
    });
    if (done)
      await leaveNotice(c, {
        text: bulkDone(meant.act.kind, done.count, meant.act.detail),
        ...(done.count > 0 ? { undo: { action: activities.bulkUndo(done.id), label: "Annuler" } } : {}),
      });
    return c.redirect(to, 303);
  })
  .post("/:id{[0-9]+}/annulation", may(writeMeetings), async (c) => {
    const act = found(await findBulkAct(c.get("db"), idOf(c)));
    const outcome = await undoBulkAct(c.get("db"), authorOf(c), act.id);
    await leaveNotice(c, {
      text: outcome.ok ? bulkUndone(outcome) : "Cette action avait déjà été annulée : rien n’a changé.",
    });
    return c.redirect(activities.all(), 303);
  });

type Meant = { ok: true; act: BulkAct } | { ok: false; errors: Errors; typed: Typed };

async function meantAct(c: Request, kind: BulkKind, choices: MeetingChoices): Promise<Meant> {
  if (kind === "ranger") return { ok: true, act: { kind: "remove", detail: "" } };
  const read = await readForm(c, changeForm(choices));
  if (!read.ok) return read;
  return { ok: true, act: { kind: "change", change: read.value, detail: wordChange(read.value, choices) } };
}

async function show(
  c: Request,
  kind: BulkKind,
  chosen: Selection,
  given: { typed?: Typed; errors?: Errors; choices?: MeetingChoices } = {},
) {
  const db = c.get("db");
  const asked = readQuery(c, meetingQuestion);
  const query = askedQuery(asked);
  const status = given.errors ? 422 : 200;
  const meant = await countMeant(db, chosenMeetings(chosen, asked));
  if (meant.count === 0) return answer(c, status, <NothingChosen query={query} />, { title: nothingTitle });
  const choices = given.choices ?? (await listChoices(db));
  return answer(c, status, <BulkPage {...{ kind, chosen, query, ...meant, ...given }} choices={choices} />, {
    title: bulkTitles[kind],
  });
}
