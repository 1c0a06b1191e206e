import { Readable } from "node:stream";
import { Hono } from "hono";
import { slugOf } from "#domains/directory/index.ts";
import { findSettings, findTheme } from "#domains/network/index.ts";
import { listDepartments } from "#domains/territory/index.ts";
import { projects } from "#paths/projects.ts";
import { dayInParis } from "#platform/dates.ts";
import { exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { atomFeed } from "#platform/web/atom.ts";
import type { AppEnv, Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { idOf } from "#platform/web/page.ts";
import { iatiPublicRoutes } from "./iati/routes.public.tsx";
import { publicQuestion } from "./input.list.ts";
import { linkedDataOf, writeGeoJson } from "./machines.ts";
import { countFigures, listMapPlaces } from "./queries.figures.ts";
import { everyProject, listProjects } from "./queries.list.ts";
import { everyPlace, listNewest } from "./queries.public.ts";
import { findProject } from "./queries.record.ts";
import { publicFaceOf } from "./rules.public.ts";
import { publicColumns } from "./texts.export.ts";
import { wordDates } from "./texts.ts";
import { CardPage } from "./views.card.tsx";
import { FiguresLook } from "./views.figures.tsx";
import { MapLook } from "./views.map.tsx";
import { PublicListPage, publicLead, publicTitle } from "./views.public.tsx";
import { PublicLines } from "./views.public-lines.tsx";

/** The panorama as everyone sees it: only what the team published. */
export const projectPublicRoutes = new Hono<AppEnv>()
  .get("/projets", may(anyone), async (c) => {
    const db = c.get("replica");
    const { vue = "liste", ...asked } = readQuery(c, publicQuestion);
    const list = await listProjects(db, "public", asked, dayInParis(new Date()));
    const { siren } = await findSettings(db);
    const facts = { list, asked: { ...asked, vue }, iati: siren !== "" };
    const look =
      list.total === 0 || vue === "liste" ? (
        <PublicLines {...facts} />
      ) : vue === "carte" ? (
        <MapLook
          {...facts}
          places={await listMapPlaces(db, "public", asked)}
          departments={await regionOf(c)}
        />
      ) : (
        <FiguresLook {...facts} figures={await countFigures(db, "public", asked)} />
      );
    return c.render(<PublicListPage {...facts}>{look}</PublicListPage>, {
      title: publicTitle,
      description: publicLead,
      feed: projects.publicFeed(),
      unlisted: new URL(c.req.url).search !== "",
    });
  })
  .on("GET", exportPaths("/projets"), may(anyone), (c) =>
    exportList(c, {
      name: "projets",
      format: formatOf(c),
      columns: publicColumns(c.get("config").baseUrl),
      rows: everyProject(c.get("replica"), "public", readQuery(c, publicQuestion)),
    }),
  )
  .get("/projets.geojson", may(anyone), (c) => {
    const places = everyPlace(c.get("replica"), readQuery(c, publicQuestion));
    const body = Readable.from(writeGeoJson(places, c.get("config").baseUrl), { objectMode: false });
    body.on("error", (error) => c.get("log").error({ err: error }, "export interrupted"));
    return c.body(Readable.toWeb(body) as ReadableStream, 200, {
      "Content-Type": "application/geo+json; charset=utf-8",
      "Content-Disposition": `attachment; filename="projets-${dayInParis(new Date())}.geojson"`,
      "Cache-Control": "no-store",
    });
  })
  .route("/", iatiPublicRoutes)
  .get("/projets.atom", may(anyone), async (c) => {
    const { baseUrl } = c.get("config");
    const theme = await findTheme(c.get("db"));
    const newest = await listNewest(c.get("replica"), 30);
    return atomFeed(c, {
      title: `Nouveaux projets · ${theme.shortName}`,
      author: theme.name,
      page: baseUrl + projects.publicList(),
      entries: newest.map((line) => ({
        title: line.title,
        url: baseUrl + projects.publicCard(line.id, slugOf(line.title)),
        updated: new Date(line.listed_at ?? 0),
        summary: [
          line.summary,
          line.participants
            .filter(({ role }) => role === "carrier")
            .map(({ name }) => name)
            .join(", "),
          line.countries.join(", "),
          wordDates(line),
        ]
          .filter(Boolean)
          .join(" · "),
      })),
    });
  })
  .get("/projets/:card{[0-9]+(-[^/]*)?}", may(anyone), async (c) => {
    const record = found(await findProject(c.get("replica"), idOf(c, "card")));
    const project = found(publicFaceOf(record));
    const right = projects.publicCard(project.id, slugOf(project.title));
    if (c.req.path !== right) return c.redirect(right, 301);
    return c.render(<CardPage project={project} departments={await regionOf(c)} />, {
      title: project.title,
      description: (project.summary || project.description || `Projet « ${project.title} »`).slice(0, 160),
      linkedData: [linkedDataOf(project, c.get("config").baseUrl)],
    });
  });

/** The départements of the network's region, that maps are drawn with. */
async function regionOf(c: Request): Promise<string[]> {
  const { region_code: regionCode } = await findSettings(c.get("replica"));
  return (await listDepartments(c.get("replica"), { regionCode })).map(({ code }) => code);
}
