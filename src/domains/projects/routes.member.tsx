import { Hono } from "hono";
import { listSpokenFor } from "#domains/directory/index.ts";
import { projects } from "#paths/projects.ts";
import { dayInParis } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found, NotFound } from "#platform/web/errors.ts";
import { type Errors, readForm, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { formatShortDay } from "#ui/format.ts";
import { proposeProjects, readMine } from "./access.ts";
import { tellNews } from "./commands.news.ts";
import { proposeChange, proposeProject } from "./commands.proposals.ts";
import { changeProject } from "./commands.ts";
import { updateForm } from "./input.ts";
import { listMine } from "./queries.mine.ts";
import { findProject, type ProjectRecord } from "./queries.record.ts";
import { readOffer, readProject } from "./routes.entry.tsx";
import { fields, formOf, namesOf } from "./texts.form.ts";
import { MinePage, MyProjectPage, mineTitle } from "./views.mine.tsx";
import { ProposePage, proposeTitle, UpdatePage, updateTitle } from "./views.mine-form.tsx";
import { NewsPage, newsTitle } from "./views.news.tsx";

/** `/espace/projets`: who speaks for an organisation proposes its projects, updates them, tells their news. */
export const projectMemberRoutes = new Hono<AppEnv>()
  .get("/", may(readMine), async (c) => {
    const visitor = c.get("visitor");
    const lines = await listMine(c.get("db"), visitor.organisationIds);
    return c.render(<MinePage lines={lines} mayPropose={proposeProjects.allows(visitor)} />, {
      title: mineTitle,
    });
  })
  .get("/nouveau", may(proposeProjects), async (c) => {
    const facts = { ...(await readOffer(c)), organisations: await listVoices(c) };
    return c.render(<ProposePage {...facts} typed={{ etape: "under_way" }} />, { title: proposeTitle });
  })
  .post("/nouveau", may(proposeProjects), async (c) => {
    const organisations = await listVoices(c);
    const read = await readProject(c);
    const organisation = organisations.find(({ id }) => String(id) === read.typed["organisation"]);
    if (!read.ok || !organisation) {
      const missing: Errors =
        organisation || read.typed["ajouter"] ? {} : { organisation: "Dites au nom de quelle organisation." };
      const errors = { ...(read.ok ? {} : read.errors), ...missing };
      const questions = read.ok ? [] : read.questions;
      const facts = {
        choices: read.choices,
        countries: read.countries,
        typed: read.typed,
        questions,
        organisations,
      };
      return answer(c, 422, <ProposePage {...facts} errors={errors} />, { title: proposeTitle });
    }
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      const entry = { ...read.entry, notes: "" };
      return projects.myProject(
        await proposeProject(db, authorOf(c), { entry, organisation, message: messageOf(read.typed) }),
      );
    });
    await leaveNotice(c, {
      text: "Votre projet est proposé : l’équipe du réseau vous répondra par courriel.",
    });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}", may(readMine), async (c) => {
    const { project } = await findMine(c);
    const mayPropose = proposeProjects.allows(c.get("visitor"));
    return c.render(<MyProjectPage project={project} mayPropose={mayPropose} />, { title: project.title });
  })
  .get("/:id{[0-9]+}/modifier", may(proposeProjects), async (c) => {
    const { project } = await findMine(c);
    const facts = { project, staged: project.status !== "proposed" };
    return c.render(<UpdatePage {...facts} {...(await readOffer(c))} typed={formForMember(project)} />, {
      title: updateTitle(project),
    });
  })
  .post("/:id{[0-9]+}/modifier", may(proposeProjects), async (c) => {
    const db = c.get("db");
    const { project, organisationId } = await findMine(c);
    if (project.status === "archived") throw new NotFound();
    const staged = project.status !== "proposed";
    const title = updateTitle(project);
    const read = await readProject(c, project);
    const again = (status: 409 | 422, version: number, errors?: Record<string, string>) => {
      const facts = { choices: read.choices, countries: read.countries, typed: read.typed };
      const questions = read.ok ? [] : read.questions;
      const page = { project: { ...project, version }, staged, questions, errors };
      return answer(c, status, <UpdatePage {...facts} {...page} />, { title });
    };
    const seen = Number(read.typed["version"]) || project.version;
    if (!read.ok) return again(422, seen, read.errors);
    if (!staged) {
      const entry = { ...read.entry, notes: project.notes };
      const outcome = await changeProject(db, authorOf(c), project.id, read.version, entry);
      if (!outcome.ok) return again(409, project.version, { "": overtaken });
      await leaveNotice(c, { text: "Votre proposition est enregistrée." });
      return c.redirect(projects.myProject(project.id), 303);
    }
    if (read.version !== project.version) return again(409, project.version, { "": overtaken });
    await proposeChange(db, authorOf(c), {
      projectId: project.id,
      organisationId,
      before: formForMember(project),
      said: saidIn(read.typed),
      message: messageOf(read.typed),
    });
    await leaveNotice(c, {
      text: "Vos modifications sont proposées : l’équipe du réseau vous répondra par courriel.",
    });
    return c.redirect(projects.myProject(project.id), 303);
  })
  .get("/:id{[0-9]+}/nouvelles", may(proposeProjects), async (c) => {
    const { project } = await findMine(c);
    const typed = { date: formatShortDay(dayInParis(new Date())) };
    return c.render(<NewsPage {...newsFacts(project)} typed={typed} />, { title: newsTitle(project) });
  })
  .post("/:id{[0-9]+}/nouvelles", may(proposeProjects), async (c) => {
    const { project } = await findMine(c);
    const read = await readForm(c, updateForm);
    if (!read.ok)
      return answer(c, 422, <NewsPage {...newsFacts(project)} {...read} />, { title: newsTitle(project) });
    const { date, titre, texte } = read.value;
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      const news = { toldOn: date, title: titre, body: texte };
      await tellNews(db, authorOf(c), project.id, news, { publish: false, now: new Date() });
      return projects.myProject(project.id);
    });
    await leaveNotice(c, { text: "Votre nouvelle est proposée : elle paraîtra quand l’équipe l’aura lue." });
    return c.redirect(to, 303);
  });

const overtaken =
  "L’équipe du réseau a modifié cette fiche pendant que vous écriviez. Rien de ce que vous avez tapé n’est perdu : relisez-le, puis envoyez de nouveau.";

const newsFacts = (project: ProjectRecord) => ({
  project,
  action: projects.myUpdates(project.id),
  back: projects.myProject(project.id),
  forTeam: false,
});

/** The organisations that the visitor may propose in the name of. */
async function listVoices(c: Request) {
  const { accountId, organisationIds } = c.get("visitor");
  const spoken = await listSpokenFor(c.get("db"), accountId ?? "");
  return spoken.filter(({ id }) => organisationIds.includes(id));
}

/** A project that one of the visitor's organisations carries, and that organisation; not there and not theirs are the same. */
async function findMine(c: Request) {
  const project = found(await findProject(c.get("db"), idOf(c)));
  const { organisationIds } = c.get("visitor");
  const carrier = project.participants.find(
    ({ role, organisation_id }) =>
      role === "carrier" && organisation_id !== null && organisationIds.includes(organisation_id),
  );
  return { project, organisationId: found(carrier?.organisation_id) };
}

/** The form without what only the team reads and writes. */
const formForMember = (project: ProjectRecord): Typed => ({ ...formOf(project), notes: "" });

/** Of what was sent, the fields of a project, and nothing else. */
function saidIn(typed: Typed): Typed {
  const names = fields.filter((field) => field !== "notes").flatMap((field) => namesOf(typed, field));
  return { ...Object.fromEntries(names.map((name) => [name, typed[name] ?? ""])), notes: "" };
}

const messageOf = (typed: Typed) =>
  String(typed["message"] ?? "")
    .trim()
    .slice(0, 2000);
