import { Hono } from "hono";
import { accountNames } from "#domains/accounts/index.ts";
import { findOrganisation } from "#domains/directory/index.ts";
import { tools } from "#paths/tools.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found, NotFound } from "#platform/web/errors.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readTools, writeTools } from "./access.ts";
import { writeWords } from "./commands.ts";
import { readWords } from "./input.words.ts";
import { findTool, listTools, listVersions, searchSheets, type Tool } from "./queries.ts";
import { typedOf } from "./routes.public.tsx";
import { sheetRoutes } from "./routes.sheets.tsx";
import type { ToolContent } from "./rules.ts";
import { shippedTools } from "./shipped/index.ts";
import { PanelPage, panelTitle } from "./views.panel.tsx";
import { allTitle, ToolsPage } from "./views.staff.tsx";
import { VersionPage, versionTitle } from "./views.version.tsx";
import { WordsPage, wordsTitle } from "./views.words.tsx";

/** The tools of the network: filled with actors, and their words. */
export const toolStaffRoutes = new Hono<AppEnv>()
  .get("/", may(readTools), async (c) => {
    const db = c.get("db");
    const { lines } = await searchSheets(db, { limit: 8, offset: 0 });
    const mayWrite = writeTools.allows(c.get("visitor"));
    return c.render(<ToolsPage list={await listTools(db)} last={lines} mayWrite={mayWrite} />, {
      title: allTitle,
    });
  })
  .route("/fiches", sheetRoutes)
  .get("/organisations/:id{[0-9]+}", may(readTools), async (c) => {
    const organisation = found(await findOrganisation(c.get("db"), idOf(c)));
    const list = await searchSheets(c.get("db"), { organisation: organisation.id, limit: 8, offset: 0 });
    return c.render(<PanelPage organisation={organisation} {...list} list={await listTools(c.get("db"))} />, {
      title: panelTitle(organisation),
    });
  })
  .get("/:code{[a-z]+}/texte", may(writeTools), async (c) => {
    const tool = await foundTool(c);
    return c.render(await wordsPage(c, tool, {}), { title: wordsTitle(tool) });
  })
  .post("/:code{[a-z]+}/texte", may(writeTools), async (c) => {
    const tool = await foundTool(c);
    const typed = await typedOf(c);
    const number = numberIn(typed["version"]);
    const { content, errors } = readWords(tool.content, typed);
    const facts = { title: wordsTitle(tool) };
    if (Object.keys(errors).length > 0)
      return answer(c, 422, await wordsPage(c, tool, { typed, errors, number }), facts);
    if (!(await writeWords(c.get("db"), authorOf(c), tool.code, number, content)))
      return answer(c, 409, await wordsPage(c, tool, { typed, number: tool.number, conflict: true }), facts);
    await leaveNotice(c, { text: "Nouveau texte enregistré ; celui d’avant reste dans les versions." });
    return c.redirect(tools.words(tool.code), 303);
  })
  .post("/:code{[a-z]+}/texte/origine", may(writeTools), async (c) => {
    const tool = await foundTool(c);
    return comeBack(c, tool, null, "Texte d’origine rétabli.");
  })
  .get("/:code{[a-z]+}/versions/:number{[0-9]{1,6}}", may(readTools), async (c) => {
    const tool = await foundTool(c);
    const number = idOf(c, "number");
    const content = await versionOf(c, tool, number);
    const mayWrite = writeTools.allows(c.get("visitor"));
    return c.render(
      <VersionPage
        tool={tool}
        number={number}
        content={content ?? shippedTools[tool.code]}
        mayWrite={mayWrite}
      />,
      {
        title: versionTitle(tool, number),
      },
    );
  })
  .post("/:code{[a-z]+}/versions/:number{[0-9]{1,6}}/retour", may(writeTools), async (c) => {
    const tool = await foundTool(c);
    const number = idOf(c, "number");
    return comeBack(c, tool, await versionOf(c, tool, number), `Texte de la version ${number} repris.`);
  });

const foundTool = async (c: Request): Promise<Tool> =>
  found(await findTool(c.get("db"), c.req.param("code") ?? ""));
const numberIn = (typed: string | string[] | undefined) =>
  Number(Array.isArray(typed) ? typed[0] : typed) || 0;

async function versionOf(c: Request, tool: Tool, number: number): Promise<ToolContent | null> {
  const version = (await listVersions(c.get("db"), tool.code)).find((one) => one.number === number);
  if (!version) throw new NotFound();
  return version.content as ToolContent | null; // written by `readWords`
}

async function comeBack(c: Request, tool: Tool, content: ToolContent | null, done: string) {
  const number = numberIn((await typedOf(c))["version"]);
  if (!(await writeWords(c.get("db"), authorOf(c), tool.code, number, content)))
    return answer(c, 409, await wordsPage(c, tool, { conflict: true }), { title: wordsTitle(tool) });
  await leaveNotice(c, { text: done });
  return c.redirect(tools.words(tool.code), 303);
}

interface Sent {
  typed?: Record<string, string | string[]>;
  errors?: Record<string, string>;
  number?: number;
  conflict?: boolean;
}

async function wordsPage(c: Request, tool: Tool, { number = tool.number, ...sent }: Sent) {
  const versions = await listVersions(c.get("db"), tool.code);
  const names = await accountNames(
    c.get("db"),
    versions.map(({ written_by }) => written_by),
  );
  return <WordsPage tool={tool} number={number} versions={versions} names={names} {...sent} />;
}
