import { Hono } from "hono";
import { z } from "zod";
import { questionsOf } from "#platform/questionnaire/content.ts";
import { lookUpAll } from "#platform/questionnaire/sources.ts";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { answerColumns, timesOf } from "#ui/questionnaire/columns.ts";
import { closeAgain, reopenAnswer } from "../answering/commands.submit.ts";
import { findAnswer } from "../answering/queries.ts";
import { giveFile } from "../answering/uploads.serve.ts";
import type { ResultsMount } from "../contract.ts";
import { networkSources } from "../sources.ts";
import { type GivenAnswer, listGiven, streamGiven, summarise, wholeContent } from "./queries.ts";
import { GivenPage, givenTitle, pageSize, ResultsPage, resultsTitle } from "./views.tsx";

const question = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

/**
 * What was answered to one questionnaire, at `path`, for staff: counted question by question, read one by one, reopened,
 * taken away (a line an answer; blocks, a line each time).
 */
export function resultRoutes(mount: ResultsMount) {
  const { path, permission } = mount;
  const one = `${path}/:answer{[0-9]+}`;
  return new Hono<AppEnv>()
    .get(path, may(permission), async (c) => {
      const { frame, content } = await opened(c, mount);
      const { page } = readQuery(c, question);
      const results = await summarise(c.get("db"), frame.questionnaireId, content);
      const answers = await listGiven(c.get("db"), frame.questionnaireId, page, pageSize);
      const known = await lookUpAll(c.get("db"), networkSources, content, new Date());
      const shown = { frame, content, results, answers, known, page };
      return c.render(<ResultsPage {...shown} />, { title: resultsTitle });
    })
    .on("GET", exportPaths(path), may(permission), (c) => exportAnswers(c, mount))
    .get(`${path}/blocs/:block{[a-z0-9]+\\.(?:csv|xlsx|json)}`, may(permission), (c) => exportBlock(c, mount))
    .get(one, may(permission), async (c) => {
      const { frame, answer } = await openedAnswer(c, mount);
      const known = await lookUpAll(c.get("db"), networkSources, answer.content, new Date());
      return c.render(<GivenPage frame={frame} answer={answer} known={known} />, {
        title: givenTitle(answer),
      });
    })
    .post(`${one}/reouverture`, may(permission), async (c) => {
      const { frame, answer } = await openedAnswer(c, mount);
      const done = await reopenAnswer(c.get("db"), authorOf(c), answer.id, new Date());
      const undo = { action: `${frame.href}/${answer.id}/fermeture`, label: "Annuler" };
      await leaveNotice(
        c,
        done
          ? {
              text: "La réponse est rouverte : ceux qui l’écrivent peuvent la corriger, par leur lien.",
              undo,
            }
          : { text: "Cette réponse était déjà rouverte." },
      );
      return c.redirect(`${frame.href}/${answer.id}`, 303);
    })
    .post(`${one}/fermeture`, may(permission), async (c) => {
      const { frame, answer } = await openedAnswer(c, mount);
      await closeAgain(c.get("db"), authorOf(c), answer.id);
      await leaveNotice(c, { text: "La réponse est de nouveau comme elle avait été envoyée." });
      return c.redirect(`${frame.href}/${answer.id}`, 303);
    })
    .get(`${one}/fichiers/:file{[0-9a-f-]{36}}`, may(permission), async (c) => {
      const { answer } = await openedAnswer(c, mount);
      return giveFile(c, answer.id, c.req.param("file") ?? "");
    });
}

async function opened(c: Request, mount: ResultsMount) {
  const frame = found(await mount.find(c));
  const content = found(await wholeContent(c.get("db"), frame.questionnaireId));
  return { frame, content };
}

/** A submitted answer of this questionnaire, or one that was; another's is not found. */
async function openedAnswer(c: Request, mount: ResultsMount) {
  const frame = found(await mount.find(c));
  const answer = found(await findAnswer(c.get("db"), idOf(c, "answer")));
  const ours = answer.questionnaireId === frame.questionnaireId && answer.submittedAt !== null;
  return { frame, answer: found(ours ? answer : undefined) };
}

const facts = [
  { key: "reponse", label: "Réponse", value: (row: GivenAnswer) => row.id },
  { key: "pour", label: "Pour", value: (row: GivenAnswer) => row.label },
  { key: "envoyee_le", label: "Envoyée le", value: (row: GivenAnswer) => row.submitted_at },
  { key: "par", label: "Par", value: (row: GivenAnswer) => row.by },
  { key: "revision", label: "Révision", value: (row: GivenAnswer) => row.revision },
];

async function exportAnswers(c: Request, mount: ResultsMount) {
  const { frame, content } = await opened(c, mount);
  const known = await lookUpAll(c.get("db"), networkSources, content, new Date());
  const asked = answerColumns(
    content.sections.flatMap(({ questions }) => questions),
    known,
  );
  const columns = [
    ...facts,
    ...asked.map((column) => ({
      ...column,
      value: (row: GivenAnswer) => column.value({ values: row.given }),
    })),
  ];
  const rows = streamGiven(c.get("db"), frame.questionnaireId);
  return exportList(c, { name: content.title || resultsTitle, columns, rows, format: formatOf(c) });
}

async function exportBlock(c: Request, mount: ResultsMount) {
  const { frame, content } = await opened(c, mount);
  const id = (c.req.param("block") ?? "").replace(/\..*$/, "");
  const block = found(
    questionsOf(content).find((question) => question.id === id && question.kind === "block"),
  );
  const known = await lookUpAll(c.get("db"), networkSources, content, new Date());
  interface Line {
    row: GivenAnswer;
    values: GivenAnswer["given"];
    place: number;
  }
  async function* lines(): AsyncGenerator<Line> {
    for await (const row of streamGiven(c.get("db"), frame.questionnaireId))
      for (const [place, time] of timesOf(block, row.given).entries())
        yield { row, values: time.values, place: place + 1 };
  }
  const columns = [
    ...facts.slice(0, 2).map((column) => ({ ...column, value: ({ row }: Line) => column.value(row) })),
    { key: "numero", label: "Numéro", value: ({ place }: Line) => place },
    ...answerColumns(block.questions ?? [], known),
  ];
  return exportList(c, { name: block.label, columns, rows: lines(), format: formatOf(c) });
}
