import { Hono } from "hono";
import type { Content } from "#platform/questionnaire/content.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer } from "#platform/web/page.ts";
import { readSent } from "../answering/sent.ts";
import type { EditorMount } from "../contract.ts";
import { changeDraft, undoChange } from "./commands.ts";
import { performGesture } from "./gestures.ts";
import { draftOf, knownFor, openEditor } from "./open.ts";
import { EditorPage, editorTitle } from "./views.editor.tsx";

/** Adding, moving, duplicating, removing; the words around; taking a removal back. */
export function gestureRoutes(mount: EditorMount) {
  const { path, permission } = mount;
  return new Hono<AppEnv>()
    .post(`${path}/gestes`, may(permission), async (c) => {
      const editor = await openEditor(c, mount);
      const draft = draftOf(editor);
      const { form, version } = await readSent(c);
      const gesture = performGesture(draft.content, form.get("geste")?.[0] ?? "", editor.fields);
      const refuse = async (status: 409 | 422) => {
        const known = await knownFor(c, draft.content);
        return answer(c, status, <EditorPage editor={editor} draft={draft} known={known} overtaken />, {
          title: editorTitle,
        });
      };
      if (!gesture) return refuse(422);
      const saved = await changeDraft(c.get("db"), authorOf(c), { id: draft.id, version }, gesture.content);
      if (!saved.ok) return refuse(409);
      if (gesture.removed !== undefined)
        await leaveNotice(c, {
          text: `« ${gesture.removed || "Sans intitulé"} » est retirée.`,
          undo: { action: editor.at.undo(c.get("requestId")), label: "Annuler" },
        });
      if (gesture.opens) return c.redirect(editor.at[gesture.opens](gesture.at), 303);
      return c.redirect(gesture.at ? `${editor.at.home}#${gesture.at}` : editor.at.home, 303);
    })
    .post(`${path}/presentation`, may(permission), async (c) => {
      const editor = await openEditor(c, mount);
      const draft = draftOf(editor);
      const { form, version } = await readSent(c);
      const text = (field: string, most: number) => (form.get(field)?.[0] ?? "").trim().slice(0, most);
      const { intro: _, thanks: __, ...kept } = draft.content;
      const intro = text("introduction", 5000);
      const thanks = text("remerciement", 5000);
      const content: Content = {
        ...kept,
        title: text("titre", 200),
        ...(intro ? { intro } : {}),
        ...(thanks ? { thanks } : {}),
      };
      const errors: Record<string, string> = content.title
        ? {}
        : { titre: "Écrivez le titre du questionnaire." };
      const saved = content.title
        ? await changeDraft(c.get("db"), authorOf(c), { id: draft.id, version }, content)
        : undefined;
      if (saved?.ok) return c.redirect(editor.at.home, 303);
      const known = await knownFor(c, draft.content);
      const typed = { ...draft, content };
      return answer(
        c,
        saved ? 409 : 422,
        <EditorPage
          editor={editor}
          draft={typed}
          known={known}
          errors={errors}
          overtaken={saved !== undefined}
        />,
        { title: editorTitle },
      );
    })
    .post(`${path}/retablissement`, may(permission), async (c) => {
      const editor = await openEditor(c, mount);
      const done = await undoChange(c.get("db"), authorOf(c), draftOf(editor), c.req.query("demande") ?? "");
      await leaveNotice(c, {
        text: done
          ? "C’est rétabli, comme avant."
          : "Le questionnaire a changé depuis : il n’a pas été rétabli, pour ne rien effacer.",
      });
      return c.redirect(editor.at.home, 303);
    });
}
