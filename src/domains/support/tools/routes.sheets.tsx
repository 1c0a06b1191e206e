import { Hono } from "hono";
import { findOrganisation, matchOrganisations } from "#domains/directory/index.ts";
import { tools } from "#paths/tools.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { tokenOf } from "../rules.link.ts";
import { readTools, writeTools } from "./access.ts";
import { beginSheet, fillSheet, setSheetRemoved, shareSheet } from "./commands.ts";
import { beginForm, pageSize, sheetQuestion } from "./input.ts";
import { findCourse, findSheet, findTool, listTools, type Sheet, searchSheets } from "./queries.ts";
import { paperOf, partsOf } from "./routes.parts.tsx";
import { readSheet } from "./routes.public.tsx";
import { BeginPage, beginTitle, SheetPage } from "./views.begin.tsx";
import { PaperPage } from "./views.paper.tsx";
import { SheetForm } from "./views.public.tsx";
import { SheetsPage, sheetsTitle } from "./views.staff.tsx";

/** Tools filled with actors. */
export const sheetRoutes = new Hono<AppEnv>()
  .get("/", may(readTools), async (c) => {
    const db = c.get("db");
    const { q, outil, organisation, accompagnement, page } = readQuery(c, sheetQuestion);
    const asked = { words: q, tool: outil, organisation, course: accompagnement };
    const list = await searchSheets(db, { ...asked, limit: pageSize, offset: (page - 1) * pageSize });
    const of = accompagnement ? await findCourse(db, accompagnement) : undefined;
    const query = { q, outil, organisation, accompagnement };
    return c.render(<SheetsPage {...list} page={page} query={query} list={await listTools(db)} of={of} />, {
      title: sheetsTitle,
    });
  })
  .get("/nouvelle", may(writeTools), async (c) => {
    const { organisation, accompagnement, outil } = readQuery(c, sheetQuestion);
    const of = await whoseOf(c, organisation, accompagnement);
    const typed = {
      ...(outil ? { outil } : {}),
      ...(of.organisationId ? { fiche: String(of.organisationId) } : {}),
      ...(of.courseId ? { accompagnement: String(of.courseId), intitule: of.subject } : {}),
    };
    return c.render(<BeginPage list={await listTools(c.get("db"))} typed={typed} of={of.of} />, {
      title: beginTitle,
    });
  })
  .post("/nouvelle", may(writeTools), async (c) => {
    const db = c.get("db");
    const read = await readForm(c, beginForm);
    if (!read.ok)
      return answer(c, 422, <BeginPage list={await listTools(db)} {...read} />, { title: beginTitle });
    const { value: form } = read;
    const tool = found(await findTool(db, form.outil));
    const of = await whoseOf(c, form.fiche, form.accompagnement);
    const match = form.organisation
      ? (await matchOrganisations(db, [form.organisation])).get(form.organisation)
      : undefined;
    const organisationId = of.organisationId ?? (match && "sure" in match ? match.sure.id : null);
    const to = await once(c, db, authorOf(c), async (db) =>
      tools.sheet(
        await beginSheet(db, authorOf(c), {
          tool,
          title: form.intitule,
          organisationId,
          courseId: of.courseId,
        }),
      ),
    );
    if (form.organisation && organisationId === null)
      await leaveNotice(c, {
        text: `« ${form.organisation} » n’est pas trouvée sûrement dans l’annuaire : la fiche n’est à aucune organisation.`,
      });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}", may(readTools), async (c) => {
    const sheet = found(await findSheet(c.get("db"), idOf(c)));
    return c.render(await sheetPage(c, sheet, {}), { title: sheet.title });
  })
  .post("/:id{[0-9]+}", may(writeTools), async (c) => {
    const sheet = found(await findSheet(c.get("db"), idOf(c)));
    const read = await readSheet(c, sheet);
    if (!read.ok) return answer(c, 422, await sheetPage(c, sheet, read), { title: sheet.title });
    const done = await fillSheet(c.get("db"), authorOf(c), { id: sheet.id, version: read.version }, read);
    if (!done)
      return answer(c, 409, await sheetPage(c, sheet, { ...read, conflict: true }), { title: sheet.title });
    await leaveNotice(c, { text: "Enregistré." });
    return c.redirect(tools.sheet(sheet.id), 303);
  })
  .get("/:id{[0-9]+}/papier", may(readTools), async (c) => {
    const sheet = found(await findSheet(c.get("db"), idOf(c)));
    const parts = await paperOf(c.get("db"), { ...sheet, organisationId: sheet.organisation_id });
    const back = { label: "Revenir à la fiche", href: tools.sheet(sheet.id) };
    return c.render(<PaperPage sheet={sheet} {...parts} back={back} />, { title: sheet.title });
  })
  .post("/:id{[0-9]+}/partage", may(writeTools), async (c) => {
    const sheet = found(await findSheet(c.get("db"), idOf(c)));
    await shareSheet(c.get("db"), authorOf(c), sheet.id, true);
    await leaveNotice(c, {
      text: "Le lien est ouvert : copiez-le pour l’acteur.",
      undo: { action: tools.unsharing(sheet.id), label: "Fermer ce lien" },
    });
    return c.redirect(tools.sheet(sheet.id), 303);
  })
  .post("/:id{[0-9]+}/partage/fin", may(writeTools), async (c) => {
    const sheet = found(await findSheet(c.get("db"), idOf(c)));
    await shareSheet(c.get("db"), authorOf(c), sheet.id, false);
    await leaveNotice(c, { text: "Le lien donné n’ouvre plus rien." });
    return c.redirect(tools.sheet(sheet.id), 303);
  })
  .post("/:id{[0-9]+}/suppression", may(writeTools), async (c) => {
    const sheet = found(await findSheet(c.get("db"), idOf(c)));
    await setSheetRemoved(c.get("db"), authorOf(c), sheet.id, new Date());
    await leaveNotice(c, {
      text: `« ${sheet.title} » est supprimé.`,
      undo: { action: tools.restoration(sheet.id), label: "Annuler la suppression" },
    });
    return c.redirect(tools.sheets(), 303);
  })
  .post("/:id{[0-9]+}/retablissement", may(writeTools), async (c) => {
    const sheet = found(await findSheet(c.get("db"), idOf(c)));
    await setSheetRemoved(c.get("db"), authorOf(c), sheet.id, null);
    await leaveNotice(c, { text: `« ${sheet.title} » est rétabli.` });
    return c.redirect(tools.sheet(sheet.id), 303);
  });

/** For whom a tool is filled: a course of support brings its main organisation. */
async function whoseOf(c: Request, organisation?: number, courseId?: number) {
  const db = c.get("db");
  const course = courseId ? await findCourse(db, courseId) : undefined;
  const known = organisation ? await findOrganisation(db, organisation) : undefined;
  const label = [
    course ? `Accompagnement « ${course.subject} »` : "",
    known?.name ?? course?.organisation ?? "",
  ]
    .filter(Boolean)
    .join(", ");
  return {
    courseId: course?.id ?? null,
    subject: course?.subject.slice(0, 200) ?? "",
    organisationId: known?.id ?? course?.organisation_id ?? null,
    of: label ? { label } : undefined,
  };
}

interface Sent {
  answers?: Sheet["answers"];
  title?: string;
  version?: number;
  errors?: Record<string, string>;
  conflict?: boolean;
}

async function sheetPage(c: Request, sheet: Sheet, sent: Sent) {
  const answers = sent.answers ?? sheet.answers;
  const mayWrite = writeTools.allows(c.get("visitor"));
  const filled = { ...sheet, answers, organisationId: sheet.organisation_id };
  const parts = await partsOf(c.get("db"), filled, { inside: true, keeping: true });
  const { baseUrl, secret } = c.get("config");
  return (
    <SheetPage
      sheet={sheet}
      mayWrite={mayWrite}
      link={baseUrl + tools.given(tokenOf(secret, "sheet", sheet))}
    >
      <SheetForm
        sheet={sheet}
        action={tools.sheet(sheet.id)}
        answers={answers}
        title={sent.title ?? sheet.title}
        version={sent.conflict ? sheet.version : (sent.version ?? sheet.version)}
        errors={sent.errors}
        conflict={sent.conflict}
        readOnly={!mayWrite}
        {...parts}
      />
    </SheetPage>
  );
}
