import { Hono } from "hono";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer } from "#platform/web/page.ts";
import { PageHeader } from "#ui/page.tsx";
import { PaperForm } from "#ui/questionnaire/paper.tsx";
import type { EditorMount } from "../contract.ts";
import { discardDraft, publishDraft, startDraft } from "./commands.ts";
import { draftOf, knownFor, openEditor } from "./open.ts";
import { listRevisions, type Revision } from "./queries.ts";
import { formRoutes } from "./routes.forms.tsx";
import { gestureRoutes } from "./routes.gestures.tsx";
import { EditorPage, editorTitle, PublishedPage } from "./views.editor.tsx";
import { RevisionPage, revisionTitle } from "./views.revision.tsx";

/**
 * The editor of one questionnaire, at `path`: its list of pages and questions with a preview, the form of each, publication,
 * revisions, print. Everything is a plain form; each change carries the version that was read.
 */
export function questionnaireEditorRoutes(mount: EditorMount) {
  const { path, permission } = mount;
  return new Hono<AppEnv>()
    .get(path, may(permission), async (c) => showEditor(c, mount))
    .post(`${path}/publication`, may(permission), async (c) => {
      const editor = await openEditor(c, mount);
      const draft = draftOf(editor);
      const read: Revision = { ...draft, version: Number((await c.req.formData()).get("version")) || 0 };
      const outcome = await publishDraft(c.get("db"), authorOf(c), read, new Date());
      if (!outcome.ok) return showEditor(c, mount, outcome.refusal === "stale" ? 409 : 422);
      await leaveNotice(c, {
        text: `La révision ${draft.number} est publiée : c’est elle que l’on pose maintenant.`,
      });
      return c.redirect(editor.at.home, 303);
    })
    .post(`${path}/revisions`, may(permission), async (c) => {
      const { at, questionnaire } = await openEditor(c, mount);
      await startDraft(c.get("db"), authorOf(c), questionnaire.id);
      return c.redirect(at.home, 303);
    })
    .get(`${path}/revisions/:number{[0-9]+}`, may(permission), async (c) => {
      const editor = await openEditor(c, mount);
      const revisions = await listRevisions(c.get("db"), editor.questionnaire.id);
      const revision = found(revisions.find(({ number }) => number === Number(c.req.param("number"))));
      const known = await knownFor(c, revision.content);
      return c.render(
        <RevisionPage editor={editor} revision={revision} revisions={revisions} known={known} />,
        {
          title: revisionTitle(revision),
        },
      );
    })
    .post(`${path}/abandon`, may(permission), async (c) => {
      const editor = await openEditor(c, mount);
      const version = Number((await c.req.formData()).get("version")) || 0;
      const done = await discardDraft(c.get("db"), authorOf(c), { id: draftOf(editor).id, version });
      if (!done) return showEditor(c, mount, 409);
      await leaveNotice(c, { text: "Le brouillon est abandonné : la révision publiée n’a pas changé." });
      return c.redirect(editor.at.home, 303);
    })
    .get(`${path}/imprimer`, may(permission), async (c) => {
      const { questionnaire, at, frame } = await openEditor(c, mount);
      const { content } = found(questionnaire.draft ?? questionnaire.published);
      const known = await knownFor(c, content);
      const title = content.title || editorTitle;
      return c.render(
        <div class="paper">
          <PageHeader title={title} trail={[...frame.trail, { label: editorTitle, href: at.home }]} />
          {content.intro ? <p>{content.intro}</p> : null}
          <PaperForm content={content} known={known} />
        </div>,
        { title },
      );
    })
    .route("/", gestureRoutes(mount))
    .route("/", formRoutes(mount));
}

/** The draft being written, else the revision in force. */
async function showEditor(c: Request, mount: EditorMount, status: 200 | 409 | 422 = 200) {
  const editor = await openEditor(c, mount);
  const { draft, published } = editor.questionnaire;
  if (draft) {
    const known = await knownFor(c, draft.content);
    const page = <EditorPage editor={editor} draft={draft} known={known} overtaken={status === 409} />;
    return answer(c, status, page, { title: editorTitle });
  }
  const revision = found(published);
  const known = await knownFor(c, revision.content);
  return answer(c, status, <PublishedPage editor={editor} published={revision} known={known} />, {
    title: editorTitle,
  });
}
