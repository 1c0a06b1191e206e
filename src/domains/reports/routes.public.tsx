import { Hono } from "hono";
import { exportColumnsOf } from "#domains/observatory/index.ts";
import { exportList, formatOf } from "#platform/spreadsheets/write.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { idOf } from "#platform/web/page.ts";
import { editionQuery, frozenRowsQuery } from "./input.ts";
import { answerEdition } from "./pdf/answer.ts";
import { frozenRows } from "./queries.frozen.ts";
import { findEdition, listEditions } from "./queries.ts";
import { FrozenRowsPage, frozenTitle } from "./views.frozen.tsx";
import { PublishedPage, ReportsPage, reportTitle } from "./views.published.tsx";

const size = 50;

async function* oneByOne<Row>(rows: readonly Row[]) {
  yield* rows;
}

/** `/bilan`: the reports published, for anyone. */
export const reportsPublicRoutes = new Hono<AppEnv>()
  .get("/", may(anyone), async (c) =>
    c.render(<ReportsPage editions={await listEditions(c.get("replica"))} />, {
      title: "Bilans d’activité",
      description: "Les bilans annuels du réseau, dont chaque chiffre s’ouvre sur les lignes qu’il compte.",
    }),
  )
  .get("/:file{[0-9]+\\.pdf}", may(anyone), async (c) => {
    const asked = readQuery(c, editionQuery).edition;
    const year = Number.parseInt(c.req.param("file"), 10);
    return answerEdition(c, found(await findEdition(c.get("replica"), year, asked, { rows: true })));
  })
  .get("/:year{[0-9]+}", may(anyone), async (c) => {
    const year = idOf(c, "year");
    const asked = readQuery(c, editionQuery).edition;
    const edition = found(await findEdition(c.get("replica"), year, asked));
    const others = await listEditions(c.get("replica"), year);
    return c.render(<PublishedPage edition={edition} others={others} />, {
      title: reportTitle(year),
      description: `Le bilan d’activité ${year} de ${edition.report.network.name}, en chiffres qui s’ouvrent.`,
    });
  })
  .get("/:year{[0-9]+}/lignes/:file{[a-z_]+\\.[a-z_]+\\.(?:csv|xlsx|json)}", may(anyone), async (c) => {
    const format = formatOf(c);
    const year = idOf(c, "year");
    const query = readQuery(c, frozenRowsQuery);
    const edition = found(await findEdition(c.get("replica"), year, query.edition, { rows: true }));
    const indicator = c.req.param("file").slice(0, -format.length - 1);
    const { figure, line, rows } = found(frozenRows(edition, indicator, query.cle));
    const name = frozenTitle(year, figure, line);
    return exportList(c, { name, columns: exportColumnsOf(figure.rows), rows: oneByOne(rows), format });
  })
  .get("/:year{[0-9]+}/lignes/:indicator{[a-z_]+\\.[a-z_]+}", may(anyone), async (c) => {
    const year = idOf(c, "year");
    const query = readQuery(c, frozenRowsQuery);
    const edition = found(await findEdition(c.get("replica"), year, query.edition, { rows: true }));
    const { figure, line, rows } = found(frozenRows(edition, c.req.param("indicator"), query.cle));
    const shown = {
      rows: rows.slice((query.page - 1) * size, query.page * size),
      total: rows.length,
      page: query.page,
      size,
      query: { cle: query.cle, edition: query.edition },
    };
    return c.render(<FrozenRowsPage edition={edition} figure={figure} line={line} {...shown} />, {
      title: frozenTitle(year, figure, line),
    });
  });
