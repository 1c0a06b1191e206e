import { Hono } from "hono";
import { directory } from "#paths/directory.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found, NotFound } from "#platform/web/errors.ts";
import { readForm, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readDirectory, writeDirectory } from "../access.ts";
import { findFieldWords, listFields, readRecords } from "../fields/queries.ts";
import { findOrganisation } from "../queries.ts";
import { type MergeOutcome, mergeOrganisations } from "./commands.ts";
import { undoMerge } from "./commands.undo.ts";
import { chosenIn, mergeForm } from "./input.ts";
import { countReferences } from "./queries.references.ts";
import { findMerge, findSurvivor } from "./queries.ts";
import { mergeRefusals, undoRefusal } from "./texts.ts";
import { MergedPage, mergedTitle, valuesIn } from "./views.done.tsx";
import { MergePage, mergeTitle } from "./views.tsx";

/** Making one card of two, side by side, and taking it back. */
export const mergingStaffRoutes = new Hono<AppEnv>()
  .get("/:id{[0-9]+}/fusion/:other{[0-9]+}", may(writeDirectory), async (c) => {
    const facts = await openPair(c);
    return facts.survivor
      ? toSurvivor(c, facts.survivor)
      : c.render(<MergePage {...facts} />, { title: mergeTitle(facts) });
  })
  .post("/:id{[0-9]+}/fusion/:other{[0-9]+}", may(writeDirectory), async (c) => {
    const db = c.get("db");
    const facts = await openPair(c);
    const { winner, loser } = facts;
    const read = await readForm(c, mergeForm);
    const page = { title: mergeTitle(facts) };
    if (!read.ok)
      return answer(c, 422, <MergePage {...facts} typed={read.typed} errors={read.errors} />, page);
    let outcome: MergeOutcome | undefined;
    const to = await once(c, db, authorOf(c), async (db) => {
      outcome = await mergeOrganisations(db, authorOf(c), {
        winnerId: winner.id,
        loserId: loser.id,
        versions: { winner: read.value.version, loser: read.value.version_autre },
        visibility: read.value.visibilite,
        chosen: chosenIn(read.typed, winner, loser),
      });
      return outcome.ok ? directory.mergeDone(outcome.id) : directory.duplicates();
    });
    if (outcome?.ok === false) return refuse(c, outcome.refusal, facts, read.typed);
    const done = Number(to.split("/").at(-1));
    await leaveNotice(c, {
      text: `${loser.name} et ${winner.name} ne sont plus qu’une fiche.`,
      undo: { action: directory.mergeUndo(done), label: "Annuler" },
    });
    return c.redirect(directory.one(winner.id), 303);
  })
  .get("/fusions/:merge{[0-9]+}", may(readDirectory), async (c) => {
    const merge = found(await findMerge(c.get("db"), idOf(c, "merge")));
    return c.render(await mergedPage(c, merge), { title: mergedTitle(merge) });
  })
  .post("/fusions/:merge{[0-9]+}/annulation", may(writeDirectory), async (c) => {
    const db = c.get("db");
    const merge = found(await findMerge(db, idOf(c, "merge")));
    const outcome = await undoMerge(db, authorOf(c), merge.id);
    if (!outcome.ok)
      return answer(c, 422, await mergedPage(c, merge, undoRefusal(outcome)), { title: mergedTitle(merge) });
    await leaveNotice(c, { text: `La fusion est annulée : ${merge.loser} a retrouvé sa fiche.` });
    return c.redirect(directory.one(merge.loser_id), 303);
  });

/** Both cards, what their fields are called, what hangs on the one that goes. */
async function openPair(c: Request) {
  const db = c.get("db");
  const [id, other] = [idOf(c), idOf(c, "other")];
  if (id === other) throw new NotFound();
  const [kept, gone] = [found(await findOrganisation(db, id)), found(await findOrganisation(db, other))];
  const records = await readRecords(db, [id, other]);
  const [mine, theirs] = [found(records.get(id)), found(records.get(other))];
  return {
    winner: { ...mine, id, name: kept.name, status: kept.status, visibility: kept.visibility },
    loser: { ...theirs, id: other, name: gone.name, status: gone.status, visibility: gone.visibility },
    fields: await listFields(db),
    words: await findFieldWords(db, [mine.values, theirs.values]),
    moves: await countReferences(db, other),
    survivor: (await findSurvivor(db, other)) ?? (await findSurvivor(db, id)),
  };
}

type Pair = Awaited<ReturnType<typeof openPair>>;

async function toSurvivor(c: Request, { id, name }: { id: number; name: string }) {
  await leaveNotice(c, { text: `Ces fiches sont déjà fusionnées, sous le nom ${name}.` });
  return c.redirect(directory.one(id), 303);
}

async function refuse(c: Request, refusal: keyof typeof mergeRefusals, facts: Pair, typed: Typed) {
  if (refusal === "gone") throw new NotFound();
  const now = await openPair(c);
  const overtaken = refusal === "stale" || refusal === "merged";
  const shown = { ...typed, version: "", version_autre: "" };
  return answer(
    c,
    overtaken ? 409 : 422,
    <MergePage {...now} typed={shown} errors={{ "": mergeRefusals[refusal] }} />,
    { title: mergeTitle(facts) },
  );
}

async function mergedPage(
  c: Request,
  merge: NonNullable<Awaited<ReturnType<typeof findMerge>>>,
  refusal?: string,
) {
  const fields = await listFields(c.get("db"));
  const words = await findFieldWords(c.get("db"), [
    valuesIn(merge.winner_before),
    valuesIn(merge.winner_after),
  ]);
  const mayWrite = writeDirectory.allows(c.get("visitor"));
  return <MergedPage {...{ merge, fields, words, mayWrite, refusal }} />;
}
