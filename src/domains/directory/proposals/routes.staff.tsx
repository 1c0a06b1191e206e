import { Hono } from "hono";
import { directory } from "#paths/directory.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { type Errors, readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer } from "#platform/web/page.ts";
import { plural } from "#ui/format.ts";
import { decideProposals } from "../access.ts";
import { findFieldWords, listFields } from "../fields/queries.ts";
import { type Decision, decideChanges } from "./decisions.ts";
import { decisionForm, waitingQuestion } from "./input.ts";
import { listWaitingChanges } from "./queries.ts";
import { ProposalsPage, proposalsTitle } from "./views.staff.tsx";

/** `/gestion/annuaire/propositions`: what organisations say of themselves, before it is taken. */
export const proposalStaffRoutes = new Hono<AppEnv>()
  .get("/", may(decideProposals), async (c) =>
    c.render(<ProposalsPage {...(await readPage(c))} />, { title: proposalsTitle }),
  )
  .post("/", may(decideProposals), async (c) => {
    const read = await readForm(c, decisionForm);
    if (!read.ok) return again(c, 422, read.errors);
    const { changement, decision } = read.value;
    const done = await decideChanges(c.get("db"), authorOf(c), changement, {
      accept: decision !== "refuser",
      anyway: decision === "accepter-quand-meme",
    });
    const left = leftOver(done);
    if (left) return again(c, 409, { "": left }, done.overtaken);
    await leaveNotice(c, { text: sentence(done) });
    return c.redirect(directory.proposals(), 303);
  });

async function readPage(c: Request) {
  const db = c.get("db");
  const asked = readQuery(c, waitingQuestion);
  const [waiting, fields] = await Promise.all([
    listWaitingChanges(db, { ...asked, field: asked.champ }),
    listFields(db),
  ]);
  const values = waiting.rows.flatMap(({ field, before, after }) => [
    { [field]: before },
    { [field]: after },
  ]);
  return { waiting, fields, asked, words: await findFieldWords(db, values) };
}

const again = async (c: Request, status: 409 | 422, errors: Errors, overtaken: readonly number[] = []) =>
  answer(c, status, <ProposalsPage {...(await readPage(c))} errors={errors} overtaken={overtaken} />, {
    title: proposalsTitle,
  });

/** What could not be decided, and how to go on; nothing when all was. */
function leftOver({ accepted, overtaken, taken }: Decision): string | undefined {
  const parts = [
    overtaken.length > 0
      ? `${plural(overtaken.length, "changement")} : la fiche a changé depuis. Relisez, puis acceptez quand même ou refusez.`
      : "",
    taken.length > 0
      ? `${plural(taken.length, "changement")} : une autre organisation a déjà ce numéro. Ouvrez-la : c’est peut-être la même.`
      : "",
  ].filter(Boolean);
  if (parts.length === 0) return undefined;
  return [accepted > 0 ? `${plural(accepted, "changement accepté", "changements acceptés")}.` : "", ...parts]
    .join(" ")
    .trim();
}

function sentence({ accepted, refused }: Decision): string {
  if (accepted > 0) return `${plural(accepted, "changement accepté", "changements acceptés")}.`;
  return refused > 0
    ? `${plural(refused, "changement refusé", "changements refusés")}.`
    : "Un collègue avait déjà décidé de ces lignes.";
}
