import { Hono } from "hono";
import { z } from "zod";
import { listTerms } from "#domains/vocabularies/index.ts";
import { projects } from "#paths/projects.ts";
import { dayInParis } from "#platform/dates.ts";
import { inTransaction } from "#platform/db/index.ts";
import { putPicture } from "#platform/files/pictures.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { type Errors, formOf, readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { formatShortDay } from "#ui/format.ts";
import { writeProjects } from "./access.ts";
import { scoreMarkers } from "./commands.markers.ts";
import { addPicture, decideNews, removePicture, restorePicture, tellNews } from "./commands.news.ts";
import { answerTo } from "./commands.proposals.ts";
import { readMarkers } from "./input.markers.ts";
import { pictureForm, updateForm } from "./input.ts";
import { findProject, type ProjectRecord } from "./queries.record.ts";
import { MarkersPage, markersTitle } from "./views.markers.tsx";
import { NewsPage, newsTitle } from "./views.news.tsx";
import { AddPicturePage, picturesTitle } from "./views.pictures.tsx";

const target = async (c: Request) => found(await findProject(c.get("db"), idOf(c)));

/** What hangs on a project: its markers, its pictures, its news. */
export const projectContentRoutes = new Hono<AppEnv>()
  .get("/:id{[0-9]+}/marqueurs", may(writeProjects), async (c) => {
    const project = await target(c);
    const [markers, scores] = await readScale(c);
    return c.render(<MarkersPage project={project} markers={markers} scores={scores} />, {
      title: markersTitle(project),
    });
  })
  .post("/:id{[0-9]+}/marqueurs", may(writeProjects), async (c) => {
    const project = await target(c);
    const [markers, scores] = await readScale(c);
    const { typed } = await readForm(c, z.object({}));
    const version = Number(typed["version"]);
    const entries = readMarkers(typed, markers);
    const outcome = await scoreMarkers(c.get("db"), authorOf(c), project.id, version, entries);
    if (!outcome.ok) {
      const saved = await target(c);
      const page = (
        <MarkersPage project={saved} markers={markers} scores={scores} typed={typed} mine={entries} />
      );
      return answer(c, 409, page, { title: markersTitle(saved) });
    }
    await leaveNotice(c, { text: "Les marqueurs sont notés." });
    return c.redirect(projects.one(project.id), 303);
  })
  .get("/:id{[0-9]+}/images", may(writeProjects), async (c) => {
    const project = await target(c);
    return c.render(<AddPicturePage project={project} />, { title: picturesTitle(project) });
  })
  .post("/:id{[0-9]+}/images", may(writeProjects), async (c) => {
    const project = await target(c);
    const title = picturesTitle(project);
    const read = await readForm(c, pictureForm);
    const file = (await formOf(c)).get("image");
    const missing: Errors = file instanceof File && file.size > 0 ? {} : { image: "Choisissez une image." };
    if (!read.ok || !(file instanceof File) || file.size === 0) {
      const errors = { ...missing, ...(read.ok ? {} : read.errors) };
      return answer(c, 422, <AddPicturePage project={project} typed={read.typed} errors={errors} />, {
        title,
      });
    }
    const bytes = new Uint8Array(await file.arrayBuffer());
    let refusal: string | undefined;
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      const picture = await putPicture(c.get("files"), db, authorOf(c), { name: file.name, bytes });
      if (!picture.ok) {
        refusal = picture.refusal;
        return projects.pictures(project.id);
      }
      const { texte, credit } = read.value;
      await addPicture(db, authorOf(c), project.id, { fileId: picture.id, alternative: texte, credit });
      return projects.one(project.id);
    });
    if (refusal)
      return answer(
        c,
        422,
        <AddPicturePage project={project} typed={read.typed} errors={{ image: refusal }} />,
        { title },
      );
    await leaveNotice(c, { text: "L’image est ajoutée." });
    return c.redirect(to, 303);
  })
  .post("/:id{[0-9]+}/images/:picture{[0-9]+}/retrait", may(writeProjects), async (c) => {
    const project = await target(c);
    const picture = found(project.pictures.find(({ id }) => id === idOf(c, "picture")));
    await removePicture(c.get("db"), authorOf(c), project.id, picture.id, new Date());
    await leaveNotice(c, {
      text: "L’image est retirée.",
      undo: { action: projects.pictureRestoration(project.id, picture.id), label: "La remettre" },
    });
    return c.redirect(projects.one(project.id), 303);
  })
  .post("/:id{[0-9]+}/images/:picture{[0-9]+}/retablissement", may(writeProjects), async (c) => {
    const project = await target(c);
    await restorePicture(c.get("db"), authorOf(c), project.id, idOf(c, "picture"));
    await leaveNotice(c, { text: "L’image est remise." });
    return c.redirect(projects.one(project.id), 303);
  })
  .get("/:id{[0-9]+}/nouvelles", may(writeProjects), async (c) => {
    const project = await target(c);
    const typed = { date: formatShortDay(dayInParis(new Date())) };
    return c.render(<NewsPage {...formFacts(project)} typed={typed} />, { title: newsTitle(project) });
  })
  .post("/:id{[0-9]+}/nouvelles", may(writeProjects), async (c) => {
    const project = await target(c);
    const read = await readForm(c, updateForm);
    if (!read.ok)
      return answer(c, 422, <NewsPage {...formFacts(project)} {...read} />, { title: newsTitle(project) });
    const { date, titre, texte } = read.value;
    const news = { toldOn: date, title: titre, body: texte };
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await tellNews(db, authorOf(c), project.id, news, { publish: true, now: new Date() });
      return projects.one(project.id);
    });
    await leaveNotice(c, { text: "La nouvelle est sur la fiche." });
    return c.redirect(to, 303);
  })
  .post("/:id{[0-9]+}/nouvelles/:update{[0-9]+}/decision", may(writeProjects), async (c) => {
    const project = await target(c);
    const update = found(project.updates.find(({ id }) => id === idOf(c, "update")));
    const form = await formOf(c);
    const accept = form.get("decision") === "accepter";
    const said = String(form.get(`mot-${update.id}`) ?? "")
      .trim()
      .slice(0, 2000);
    await inTransaction(c.get("db"), authorOf(c), async (db) => {
      const services = { config: c.get("config"), jobs: c.get("jobs") };
      const decided = await decideNews(db, authorOf(c), update.id, { accept, answer: said, now: new Date() });
      const facts = { title: project.title, what: "news" as const, accepted: accept, answer: said };
      if (decided) await answerTo(db, services, update.told_by, facts);
    });
    await leaveNotice(c, { text: accept ? "La nouvelle est publiée." : "La nouvelle est refusée." });
    return c.redirect(projects.one(project.id), 303);
  });

const formFacts = (project: ProjectRecord) => ({
  project,
  action: projects.updates(project.id),
  back: projects.one(project.id),
  forTeam: true,
});

const readScale = (c: Request) =>
  Promise.all([listTerms(c.get("db"), "markers"), listTerms(c.get("db"), "marker_scores")]);
