import { Hono } from "hono";
import { dayInParis, yearOf } from "#platform/dates.ts";
import { exportList, formatOf } from "#platform/spreadsheets/write.ts";
import type { AppEnv, Request } from "#platform/web/env.ts";
import { found, NotFound } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { readRegistry } from "./access.ts";
import type { Line } from "./indicator.ts";
import { findIndicator } from "./indicators/index.ts";
import { rowsQuery } from "./input.ts";
import { computeYear, listCounted } from "./queries.ts";
import { isOpen } from "./rowsets.ts";
import { exportColumnsOf } from "./texts.ts";
import { ClosedPage } from "./views.closed.tsx";
import { RowsPage, rowsTitle } from "./views.rows.tsx";

const size = 50;

async function askedOf(c: Request, id: string) {
  const indicator = found(findIndicator(id));
  const { annee, cle, page } = readQuery(c, rowsQuery);
  if (cle !== undefined && !indicator.breakdown) throw new NotFound();
  const year = annee ?? yearOf(dayInParis(new Date()));
  const line = cle === undefined ? undefined : await findLine(c, id, year, cle);
  const inside = readRegistry.allows(c.get("visitor"));
  return { indicator, year, key: cle, line, page, inside, closed: !inside && !isOpen(indicator.rows) };
}

async function findLine(c: Request, id: string, year: number, key: string): Promise<Line> {
  const indicator = found(findIndicator(id));
  const { values } = await computeYear(c.get("replica"), year, [indicator]);
  const lines = values[id]?.value;
  return found(Array.isArray(lines) ? lines.find((line) => line.key === key) : undefined);
}

/** `/observatoire`: the rows that each figure counts, for anyone to read and take away. */
export const observatoryPublicRoutes = new Hono<AppEnv>()
  .get("/indicateurs/:file{[a-z_]+\\.[a-z_]+\\.(?:csv|xlsx|json)}", may(anyone), async (c) => {
    const format = formatOf(c);
    const id = c.req.param("file").slice(0, -format.length - 1);
    const { indicator, year, key, line, inside, closed } = await askedOf(c, id);
    if (closed) throw new NotFound();
    const { rows } = await listCounted(c.get("replica"), indicator, { year, key, inside });
    return exportList(c, {
      name: rowsTitle(indicator, year, line),
      columns: exportColumnsOf(indicator.rows),
      rows: (async function* () {
        yield* rows;
      })(),
      format,
    });
  })
  .get("/indicateurs/:id{[a-z_]+\\.[a-z_]+}", may(anyone), async (c) => {
    const { indicator, year, key, line, page, inside, closed } = await askedOf(c, c.req.param("id"));
    const about = { title: rowsTitle(indicator, year, line), description: indicator.definition };
    if (closed) {
      const { values } = await computeYear(c.get("replica"), year, [indicator]);
      const value = line?.value ?? values[indicator.id]?.value ?? 0;
      return c.render(<ClosedPage {...{ indicator, year, line, value }} />, about);
    }
    const asked = { year, key, page: { number: page, size }, inside };
    const counted = await listCounted(c.get("replica"), indicator, asked);
    const query = { annee: year, cle: key };
    return c.render(<RowsPage {...{ indicator, year, line, counted, page, size, query }} />, about);
  });
