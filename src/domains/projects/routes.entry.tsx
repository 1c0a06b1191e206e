import { Hono } from "hono";
import { listCountries } from "#domains/territory/index.ts";
import { projects } from "#paths/projects.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { writeProjects } from "./access.ts";
import { addProject, changeProject } from "./commands.ts";
import { projectForm } from "./input.ts";
import { listChoices, settleProject } from "./queries.entry.ts";
import { findProject, type ProjectRecord } from "./queries.record.ts";
import { formOf } from "./texts.form.ts";
import { EditProjectPage, editTitle, NewProjectPage, newTitle } from "./views.edit.tsx";

/** Adding a project, and changing one. */
export const projectEntryRoutes = new Hono<AppEnv>()
  .get("/nouveau", may(writeProjects), async (c) => {
    const typed = { etape: "under_way" };
    return c.render(<NewProjectPage {...(await readOffer(c))} typed={typed} />, { title: newTitle });
  })
  .post("/nouveau", may(writeProjects), async (c) => {
    const read = await readProject(c);
    if (!read.ok) return answer(c, 422, <NewProjectPage {...read} />, { title: newTitle });
    const to = await once(c, c.get("db"), authorOf(c), async (db) =>
      projects.one(await addProject(db, authorOf(c), read.entry)),
    );
    await leaveNotice(c, { text: `« ${read.entry.title} » est dans le panorama, pour l’équipe seule.` });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}/modifier", may(writeProjects), async (c) => {
    const project = found(await findProject(c.get("db"), idOf(c)));
    const page = <EditProjectPage project={project} {...(await readOffer(c))} typed={formOf(project)} />;
    return c.render(page, { title: editTitle(project) });
  })
  .post("/:id{[0-9]+}/modifier", may(writeProjects), async (c) => {
    const db = c.get("db");
    const project = found(await findProject(db, idOf(c)));
    const title = editTitle(project);
    const read = await readProject(c, project);
    if (!read.ok) {
      // The version under the reader's eyes goes on, so that a colleague's change is still seen at the next try.
      const seen = { ...project, version: Number(read.typed["version"]) || project.version };
      return answer(c, 422, <EditProjectPage project={seen} {...read} />, { title });
    }
    const outcome = await changeProject(db, authorOf(c), project.id, read.version, read.entry);
    if (!outcome.ok) {
      const saved = found(await findProject(db, project.id));
      return answer(c, 409, <EditProjectPage project={saved} mine={read.typed} {...read} />, {
        title: editTitle(saved),
      });
    }
    await leaveNotice(c, { text: "Modifications enregistrées." });
    return c.redirect(projects.one(project.id), 303);
  });

/** What the form offers: terms, and the names of countries. */
export async function readOffer(c: Request) {
  const [choices, countries] = await Promise.all([listChoices(c.get("db")), listCountries(c.get("db"))]);
  return { choices, countries };
}

/** The form sent, understood as far as it can be: an entry to write, or what the page needs to show it again. */
export async function readProject(c: Request, saved?: ProjectRecord) {
  const offer = await readOffer(c);
  const { typed } = await readForm(c, projectForm);
  // More lines were asked for: nothing is wrong, and nothing is written.
  if (typed["ajouter"]) return { ok: false as const, ...offer, typed, errors: undefined, questions: [] };
  return { ...offer, ...(await settleProject(c.get("db"), typed, offer.choices, { saved })) };
}
