import { Readable } from "node:stream";
import { Hono } from "hono";
import { findSettings, findTheme } from "#domains/network/index.ts";
import { listDepartments } from "#domains/territory/index.ts";
import { directory } from "#paths/directory.ts";
import { dayInParis } from "#platform/dates.ts";
import type { AppEnv, Request } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { writeGeoJson } from "./geojson.ts";
import { publicQuestion } from "./input.ts";
import { levelOf, listCentres } from "./places.ts";
import { everyOrganisation, listOrganisations } from "./queries.ts";
import { EmbeddedList, EmbeddedMap, EmbeddingPage, embeddingTitle } from "./views.embed.tsx";
import type { MapProps } from "./views.map.tsx";
import { mapTitle } from "./views.map.tsx";
import { PublicMapPage } from "./views.map-page.tsx";
import { PublicListPage, publicTitle } from "./views.public.tsx";

const description =
  "Qui agit à l’international dans la région : associations, collectivités, établissements, entreprises.";

/** The list of the public directory, its map, its places as data, and how to show them elsewhere. */
export const listingPublicRoutes = new Hono<AppEnv>()
  .get(directory.publicList(), may(anyone), async (c) => {
    const asked = readQuery(c, publicQuestion);
    return c.render(<PublicListPage {...(await readList(c))} asked={asked} />, {
      title: publicTitle,
      description,
      feed: directory.publicFeed(),
      unlisted: Object.keys(asked).length > 0,
    });
  })
  .get(directory.publicMap(), may(anyone), async (c) => {
    const map = await readMap(c);
    return c.render(<PublicMapPage {...map} />, {
      title: mapTitle,
      description,
      unlisted: Object.keys(map.asked).length > 0,
    });
  })
  .get(directory.publicPlaces(), may(anyone), (c) => {
    const rows = everyOrganisation(c.get("replica"), "public", readQuery(c, publicQuestion));
    const body = Readable.from(writeGeoJson(rows, c.get("config").baseUrl), { objectMode: false });
    body.on("error", (error) => c.get("log").error({ err: error }, "export interrupted"));
    return c.body(Readable.toWeb(body) as ReadableStream, 200, {
      "Content-Type": "application/geo+json; charset=utf-8",
      "Content-Disposition": `attachment; filename="acteurs-${dayInParis(new Date())}.geojson"`,
      "Cache-Control": "no-store",
    });
  })
  .get(directory.embedding(), may(anyone), async (c) => {
    const { counts } = await readList(c);
    const { baseUrl } = c.get("config");
    return c.render(
      <EmbeddingPage asked={readQuery(c, publicQuestion)} counts={counts} baseUrl={baseUrl} />,
      {
        title: embeddingTitle,
        description: "Le code à copier pour montrer la liste ou la carte des acteurs.",
      },
    );
  });

/** The same list and map inside the page of another site. */
export const listingEmbeddedRoutes = new Hono<AppEnv>()
  .get(directory.embeddedList(), may(anyone), async (c) => {
    const title = `Les acteurs : ${(await findTheme(c.get("db"))).shortName}`;
    const list = await readList(c);
    return c.render(<EmbeddedList {...list} asked={readQuery(c, publicQuestion)} title={title} />, {
      title,
      unlisted: true,
    });
  })
  .get(directory.embeddedMap(), may(anyone), async (c) => {
    const title = `La carte des acteurs : ${(await findTheme(c.get("db"))).shortName}`;
    return c.render(<EmbeddedMap {...(await readMap(c))} title={title} />, { title, unlisted: true });
  });

const readList = (c: Request) =>
  listOrganisations(c.get("replica"), "public", readQuery(c, publicQuestion), undefined, {
    model: c.get("listing"),
  });

/** What the map shows: the counts of the list, those of its level, and where its places are. */
async function readMap(c: Request): Promise<MapProps> {
  const db = c.get("replica");
  const asked = readQuery(c, publicQuestion);
  const level = levelOf(asked);
  const list = await listOrganisations(db, "public", asked, undefined, {
    model: c.get("listing"),
    communes: level === "commune",
  });
  const codes = list.counts.facets[level].map(({ value }) => value);
  const [centres, settings] = await Promise.all([listCentres(db, level, codes), findSettings(c.get("db"))]);
  const departments = await listDepartments(db, { regionCode: settings.region_code });
  const drawn = asked.departement ? [asked.departement] : departments.map(({ code }) => code);
  return { ...list, asked, level, centres, departments: drawn };
}
