import { Hono } from "hono";
import { tools } from "#paths/tools.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found, NotFound } from "#platform/web/errors.ts";
import { formOf, readForm, type Typed } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { PageHeader } from "#ui/page.tsx";
import { isTokenOf, numberOf } from "../rules.link.ts";
import { fillSheet } from "./commands.ts";
import { readAnswers, titleForm } from "./input.ts";
import { findSheet, findTool, listTools, type Sheet } from "./queries.ts";
import { paperOf, partsOf } from "./routes.parts.tsx";
import { BlankPage, PaperPage } from "./views.paper.tsx";
import { OpenPage, openLead, openTitle, SheetForm, TrialPage } from "./views.public.tsx";

const reading = rateLimit({ count: 60, seconds: 60 });

/** Tools that anyone tries, and those that were filled with an actor, by their link. */
export const toolPublicRoutes = new Hono<AppEnv>()
  .get("/", may(anyone), async (c) =>
    c.render(<OpenPage list={await listTools(c.get("db"))} />, { title: openTitle, description: openLead }),
  )
  .get("/fiche/:token{[\\w-]{20,40}}", may(anyone), reading, (c) =>
    withGiven(c, async (sheet, token) => c.render(await givenPage(c, sheet, token, {}), factsOf(sheet))),
  )
  .post("/fiche/:token{[\\w-]{20,40}}", may(anyone), reading, (c) =>
    withGiven(c, async (sheet, token) => {
      const read = await readSheet(c, sheet);
      if (!read.ok) return answer(c, 422, await givenPage(c, sheet, token, read), factsOf(sheet));
      const done = await fillSheet(c.get("db"), authorOf(c), { id: sheet.id, version: read.version }, read);
      if (!done)
        return answer(c, 409, await givenPage(c, sheet, token, { ...read, conflict: true }), factsOf(sheet));
      await leaveNotice(c, { text: "C’est gardé. Ce lien vous y ramène." });
      return c.redirect(tools.given(token), 303);
    }),
  )
  .get("/fiche/:token{[\\w-]{20,40}}/papier", may(anyone), reading, (c) =>
    withGiven(c, async (sheet, token) => {
      const parts = await paperOf(c.get("db"), { ...sheet, organisationId: sheet.organisation_id });
      const back = { label: "Revenir à la fiche", href: tools.given(token) };
      return c.render(<PaperPage sheet={sheet} {...parts} back={back} />, factsOf(sheet));
    }),
  )
  .get("/:code{[a-z]+}", may(anyone), async (c) => {
    const tool = found(await findTool(c.get("db"), c.req.param("code")));
    const parts = await partsOf(c.get("db"), {
      tool: tool.code,
      content: tool.content,
      answers: {},
      organisationId: null,
    });
    const page = <TrialPage tool={tool} answers={{}} done={false} {...parts} />;
    return c.render(page, { title: tool.content.title, description: tool.content.lead, form: true });
  })
  .get("/:code{[a-z]+}/papier", may(anyone), async (c) => {
    const tool = found(await findTool(c.get("db"), c.req.param("code")));
    const back = { label: tool.content.title, href: tools.trial(tool.code) };
    return c.render(<BlankPage tool={tool} back={back} />, {
      title: tool.content.title,
      unlisted: true,
    });
  })
  .post("/:code{[a-z]+}", may(anyone), reading, async (c) => {
    const tool = found(await findTool(c.get("db"), c.req.param("code")));
    const { answers, errors } = readAnswers(tool.code, tool.content, await typedOf(c));
    const parts = await partsOf(c.get("db"), {
      tool: tool.code,
      content: tool.content,
      answers,
      organisationId: null,
    });
    const wrong = Object.keys(errors).length > 0;
    const page = <TrialPage tool={tool} answers={answers} errors={errors} done={!wrong} {...parts} />;
    return answer(c, wrong ? 422 : 200, page, { title: tool.content.title, form: true, unlisted: true });
  });

const factsOf = (sheet: Sheet) => ({ title: sheet.title, form: true, unlisted: true });

/** What was sent, field by field; lists stay lists. */
export async function typedOf(c: Request): Promise<Typed> {
  const typed: Typed = {};
  const form = await formOf(c);
  for (const name of new Set(form.keys()))
    typed[name.replace(/\[\]$/, "")] = form
      .getAll(name)
      .filter((value) => typeof value === "string")
      .map((value) => value.replaceAll("\0", "").replaceAll("\r\n", "\n"));
  return typed;
}

/** A sheet as sent: its title, its answers, the version that was under the eyes. */
export async function readSheet(c: Request, sheet: Sheet) {
  const { answers, errors } = readAnswers(sheet.tool, sheet.content, await typedOf(c));
  const read = await readForm(c, titleForm);
  const title = String(read.typed["intitule"] ?? sheet.title);
  const wrong = { ...(read.ok ? {} : read.errors), ...errors };
  const version = Number(read.typed["version"]) || 0;
  if (!read.ok || Object.keys(wrong).length > 0)
    return { ok: false, errors: wrong, answers, title, version } as const;
  return { ok: true, answers, title: read.value.intitule, version } as const;
}

interface Sent {
  answers?: Sheet["answers"];
  title?: string;
  version?: number;
  errors?: Record<string, string>;
  conflict?: boolean;
}

async function givenPage(c: Request, sheet: Sheet, token: string, sent: Sent) {
  const answers = sent.answers ?? sheet.answers;
  const filled = { ...sheet, answers, organisationId: sheet.organisation_id };
  const parts = await partsOf(c.get("db"), filled, { keeping: true });
  return (
    <>
      <PageHeader title={sheet.title} lead={sheet.content.title}>
        <a class="button button-quiet" href={tools.givenPaper(token)}>
          Imprimer
        </a>
      </PageHeader>
      <p>{sheet.content.lead}</p>
      <SheetForm
        sheet={sheet}
        action={tools.given(token)}
        answers={answers}
        title={sent.title ?? sheet.title}
        version={sent.conflict ? sheet.version : (sent.version ?? sheet.version)}
        errors={sent.errors}
        conflict={sent.conflict}
        {...parts}
      />
    </>
  );
}

/** The sheet that a link opens, or a 404: closed, deleted, or another's. */
async function withGiven(c: Request, page: (sheet: Sheet, token: string) => Promise<Response>) {
  const token = c.req.param("token") ?? "";
  const sheet = found(await findSheet(c.get("db"), numberOf(token) ?? 0));
  if (!sheet.shared || sheet.removed_at || !isTokenOf(c.get("config").secret, "sheet", token, sheet))
    throw new NotFound();
  return page(sheet, token);
}
