import type { Section } from "#platform/questionnaire/content.ts";
import { fieldName, withInner } from "#platform/questionnaire/content.ts";
import { draftOf } from "#platform/questionnaire/parts.ts";
import { lookUp } from "#platform/questionnaire/sources.ts";
import { repetitionsOf } from "#platform/questionnaire/values.ts";
import type { Request } from "#platform/web/env.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer as respond } from "#platform/web/page.ts";
import { formatInstant, plural } from "#ui/format.ts";
import { networkSources } from "../sources.ts";
import type { Opened } from "./open.tsx";
import { around, standingOf } from "./page.ts";
import { type Answer, findAnswer } from "./queries.ts";
import { nextPage, type Saved, saveSent } from "./save.tsx";
import { readSent, type Sent } from "./sent.ts";
import { listFiles } from "./uploads.ts";
import { SectionPage } from "./views.page.tsx";

const facts = (section: Section) => ({ title: section.title, unlisted: true, form: true });

const sectionNamed = ({ content }: Answer, id: string | undefined) =>
  content.sections.find((section) => section.id === id);

/** Shows one page. One that is not asked, or not any more, leads back to the list of pages. */
export async function showPage(c: Request, opened: Opened): Promise<Response> {
  const { answer, at, now } = opened;
  const { pages, asked } = standingOf(answer);
  const section = sectionNamed(answer, c.req.param("section"));
  if (!section || answer.state === "submitted" || around(pages, section.id).place < 0)
    return c.redirect(at.home, 303);
  const draft = draftOf(section, answer.parts, answer.prefilled);
  const known = await lookUp(c.get("db"), networkSources, withInner(section.questions), {
    now,
    places: Object.values(draft.typed).slice(0, 50),
    files: await listFiles(c.get("db"), answer.id),
  });
  const version = answer.parts.get(section.id)?.version ?? 0;
  const shown = { opened, section, draft, version, known, answers: asked.answers };
  return c.render(<SectionPage {...shown} />, facts(section));
}

/** Saves one page, then goes where the button leads. */
export async function takePage(c: Request, opened: Opened): Promise<Response> {
  const { answer, at } = opened;
  const section = sectionNamed(answer, c.req.param("section"));
  const sent = await readSent(c);
  if (!section || answer.state === "submitted") {
    if (sent.typing) return c.json({ said: "Cette page n’est plus ouverte : rechargez-la." }, 409);
    await leaveNotice(c, {
      text: section
        ? "Cette réponse a déjà été envoyée."
        : "Le questionnaire a changé : cette page n’est plus posée.",
    });
    return c.redirect(at.home, 303);
  }
  const saved = await saveSent(c, opened, section, sent);
  if (!saved.outcome.ok) return refuse(c, opened, section, saved, sent);
  if (sent.typing) {
    const said = `Brouillon enregistré, ${formatInstant(opened.now)}.`;
    return c.json({ version: saved.outcome.version, said });
  }
  if (saved.vain.length > 0) await leaveNotice(c, { text: wordVain(saved.vain) });
  return go(c, opened, section, saved, sent, saved.outcome.version);
}

const wordVain = (labels: readonly string[]) =>
  `D’après vos réponses, ${labels.length > 1 ? "ces questions ne sont plus posées" : "cette question n’est plus posée"} : ${labels.map((label) => `« ${label} »`).join(", ")}. Ce que vous y aviez répondu reste dans votre brouillon et ne sera pas envoyé.`.slice(
    0,
    900,
  );

async function go(c: Request, opened: Opened, section: Section, saved: Saved, sent: Sent, version: number) {
  const { at, answer } = opened;
  const { action, errors, called } = saved;
  if (action) return c.redirect(`${at.page(section.id)}#champ-${placeOf(section, saved)}`, 303);
  if (sent.button === "pause") {
    await leaveNotice(c, {
      text: "Votre brouillon est enregistré. Revenez quand vous voulez, par le même lien.",
    });
    return c.redirect(at.home, 303);
  }
  if (sent.button === "retour") {
    const before = around(standingOf(answer).pages, section.id).before;
    return c.redirect(before ? at.page(before.id) : at.home, 303);
  }
  const shownErrors = Object.fromEntries(
    Object.entries(errors).filter(([field]) => !called.includes(field.split("-")[0] ?? "")),
  );
  if (Object.keys(shownErrors).length > 0) return again(c, opened, section, saved, shownErrors, version, 422);
  if (called.length > 0) {
    const text = `Vos réponses appellent ${plural(called.length, "question")} de plus sur cette page.`;
    await leaveNotice(c, { text });
    return c.redirect(`${at.page(section.id)}#question-${called[0]}`, 303);
  }
  const next = nextPage(opened, section, saved.answers);
  return c.redirect(next ? at.page(next.id) : at.review, 303);
}

/** Where the page opens again after a button of a block: at what was added or moved. */
function placeOf(section: Section, { action, draft }: Saved): string {
  if (!action || action.what === "drop") return action?.field ?? "";
  const times = repetitionsOf(draft.values[action.block]);
  const time =
    action.what === "add"
      ? times.at(-1)?.id
      : times.find(({ id }) => "time" in action && id === action.time)?.id;
  const block = section.questions.find(({ id }) => id === action.block)?.id ?? "";
  return time ? fieldName(block, time) : block;
}

function again(
  c: Request,
  opened: Opened,
  section: Section,
  { draft, known, answers }: Saved,
  errors: Record<string, string>,
  version: number,
  status: 409 | 422,
) {
  return respond(
    c,
    status,
    <SectionPage
      opened={opened}
      section={section}
      draft={draft}
      answers={answers}
      version={version}
      known={known}
      errors={errors}
      {...(status === 409 ? { other: opened.answer.parts.get(section.id) } : {})}
    />,
    facts(section),
  );
}

/** Another person was first: their page and this one are shown together; sending again decides. */
async function refuse(c: Request, opened: Opened, section: Section, saved: Saved, sent: Sent) {
  const answer = await findAnswer(c.get("db"), opened.answer.id);
  const other = answer?.parts.get(section.id);
  if (!answer || !other || answer.state === "submitted") {
    if (sent.typing)
      return c.json({ said: "Cette réponse a déjà été envoyée : rien n’est enregistré." }, 409);
    await leaveNotice(c, { text: "Cette réponse vient d’être envoyée par une autre personne." });
    return c.redirect(opened.at.home, 303);
  }
  if (sent.typing) {
    const who = other.savedBy?.name || "Une autre personne";
    return c.json(
      { said: `${who} a modifié cette page : enregistrez-la pour comparer. Rien n’est perdu.` },
      409,
    );
  }
  return again(c, { ...opened, answer }, section, saved, saved.errors, other.version, 409);
}
