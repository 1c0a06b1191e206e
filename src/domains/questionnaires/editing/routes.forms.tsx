import { Hono } from "hono";
import type { Question, Section } from "#platform/questionnaire/content.ts";
import { withInner } from "#platform/questionnaire/content.ts";
import {
  addQuestion,
  changeQuestion,
  changeSection,
  findQuestion,
  moveInto,
  parentOf,
} from "#platform/questionnaire/editing.ts";
import { readCondition } from "#platform/questionnaire/entry.condition.ts";
import { readQuestion } from "#platform/questionnaire/entry.ts";
import type { Form } from "#platform/questionnaire/reading.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { may } from "#platform/web/may.ts";
import { answer } from "#platform/web/page.ts";
import { PreviewQuestion, previewFrame } from "#ui/questionnaire/editor/preview.tsx";
import { readSent } from "../answering/sent.ts";
import type { EditorMount } from "../contract.ts";
import { networkSources } from "../sources.ts";
import { changeDraft } from "./commands.ts";
import { newId } from "./gestures.ts";
import { draftOf, type Editor, knownFor, openEditor } from "./open.ts";
import type { Revision } from "./queries.ts";
import type { Overtaken } from "./views.overtaken.tsx";
import { QuestionPage, questionTitle } from "./views.question.tsx";
import { SectionEditPage } from "./views.section.tsx";

const idPattern = ":one{[a-z0-9]{1,20}}";

/** The form of a question, with its preview, and the form of a page. */
export function formRoutes(mount: EditorMount) {
  const { path, permission } = mount;
  const question = `${path}/questions/${idPattern}`;
  const section = `${path}/parties/${idPattern}`;
  return new Hono<AppEnv>()
    .get(question, may(permission), async (c) => {
      const editor = await openEditor(c, mount);
      const draft = draftOf(editor);
      const one = found(findQuestion(draft.content, c.req.param("one") ?? ""));
      return showQuestion(c, 200, editor, draft, one);
    })
    .post(question, may(permission), async (c) => saveQuestion(c, await openEditor(c, mount)))
    .post(`${question}/apercu`, may(permission), async (c) => {
      const { content } = draftOf(await openEditor(c, mount));
      const one = found(findQuestion(content, c.req.param("one") ?? ""));
      const { question } = readQuestion(content, one, (await readSent(c)).form, newId);
      const known = await knownFor(c, {
        title: "",
        sections: [{ id: "s", title: "", questions: withInner([question]) }],
      });
      return c.html(
        <turbo-frame id={previewFrame}>
          <PreviewQuestion question={question} known={known} />
        </turbo-frame>,
      );
    })
    .get(section, may(permission), async (c) => {
      const editor = await openEditor(c, mount);
      const draft = draftOf(editor);
      return showSection(c, 200, editor, draft, found(sectionOf(draft, c.req.param("one") ?? "")));
    })
    .post(section, may(permission), async (c) => saveSection(c, await openEditor(c, mount)));
}

const sectionOf = (draft: Revision, id: string) => draft.content.sections.find((one) => one.id === id);

async function showQuestion(
  c: Request,
  status: 200 | 409 | 422,
  editor: Editor,
  draft: Revision,
  question: Question,
  more: { errors?: Record<string, string>; overtaken?: Overtaken } = {},
) {
  const known = await knownFor(c, changeContent(draft, question));
  const lists = await networkSources.lists(c.get("db"));
  const page = (
    <QuestionPage editor={editor} draft={draft} question={question} known={known} lists={lists} {...more} />
  );
  return answer(c, status, page, { title: questionTitle(question) });
}

const changeContent = (draft: Revision, question: Question) =>
  changeQuestion(draft.content, question.id, () => question);

async function saveQuestion(c: Request, editor: Editor) {
  const draft = draftOf(editor);
  const id = c.req.param("one") ?? "";
  const { form, version, button } = await readSent(c);
  const before = findQuestion(draft.content, id);
  const { question, errors } = readQuestion(
    draft.content,
    before ?? { id, kind: "text", label: "" },
    form,
    newId,
  );
  if (!before || version !== draft.version) {
    const overtaken = { saved: before, at: draft.updatedAt };
    return showQuestion(c, 409, editor, draft, question, { errors, overtaken });
  }
  const applying = button === "type";
  if (Object.keys(errors).length > 0 && !applying)
    return showQuestion(c, 422, editor, draft, question, { errors });
  const placed = moveInto(changeContent(draft, question), id, form.get("dans")?.[0] ?? "");
  const next = { id: newId(), kind: "text" as const, label: "" };
  const content = button === "autre" ? addQuestion(placed, parentOf(placed, id) ?? "", next, id) : placed;
  const saved = await changeDraft(c.get("db"), authorOf(c), { id: draft.id, version }, content);
  if (!saved.ok)
    return showQuestion(c, 409, editor, draft, question, {
      overtaken: { saved: before, at: draft.updatedAt },
    });
  if (applying) return c.redirect(editor.at.question(id), 303);
  return c.redirect(button === "autre" ? editor.at.question(next.id) : `${editor.at.home}#${id}`, 303);
}

async function showSection(
  c: Request,
  status: 200 | 409 | 422,
  editor: Editor,
  draft: Revision,
  section: Section,
  more: { errors?: Record<string, string>; overtaken?: Overtaken } = {},
) {
  const known = await knownFor(c, draft.content);
  return answer(
    c,
    status,
    <SectionEditPage editor={editor} draft={draft} section={section} known={known} {...more} />,
    {
      title: section.title || "Partie",
    },
  );
}

function readSection(draft: Revision, before: Section, form: Form) {
  const text = (field: string, most: number) => (form.get(field)?.[0] ?? "").trim().slice(0, most);
  const { intro: _, condition: __, ...kept } = before;
  const { condition, errors } = readCondition(draft.content, before.id, form);
  const intro = text("introduction", 5000);
  const title = text("titre", 200);
  const section: Section = {
    ...kept,
    title,
    ...(intro ? { intro } : {}),
    ...(condition ? { condition } : {}),
  };
  return { section, errors: { ...(title ? {} : { titre: "Écrivez le titre de la partie." }), ...errors } };
}

async function saveSection(c: Request, editor: Editor) {
  const draft = draftOf(editor);
  const id = c.req.param("one") ?? "";
  const { form, version } = await readSent(c);
  const before = sectionOf(draft, id);
  const { section, errors } = readSection(draft, before ?? { id, title: "", questions: [] }, form);
  const overtaken = { saved: before, at: draft.updatedAt };
  if (!before || version !== draft.version)
    return showSection(c, 409, editor, draft, section, { errors, overtaken });
  if (Object.keys(errors).length > 0) return showSection(c, 422, editor, draft, section, { errors });
  const content = changeSection(draft.content, id, () => section);
  const saved = await changeDraft(c.get("db"), authorOf(c), { id: draft.id, version }, content);
  if (!saved.ok) return showSection(c, 409, editor, draft, section, { overtaken });
  return c.redirect(`${editor.at.home}#${id}`, 303);
}
