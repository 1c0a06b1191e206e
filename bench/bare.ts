// The bare program that ours is measured against: node:http, pg, the same questions in SQL, the least HTML. Its own process.
import { createServer } from "node:http";
import pg from "pg";

const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });
const page = Buffer.from(await (await fetch(process.argv[3] ?? "")).text());
const listed = "o.visibility = 'listed' and o.status = 'published'";

const counts = (column: string, where: string) =>
  `(select jsonb_object_agg(coalesce(key, ''), n) from
     (select ${column}::text as key, count(*) as n from directory.organisations o where ${where} group by 1) counted)`;

const countsOfMany = (column: string, where: string) =>
  `(select jsonb_object_agg(key, n) from
     (select value::text as key, count(*) as n from directory.organisations o, unnest(o.${column}) value
      where ${where} group by 1) counted)`;

async function list(query: string, page: number): Promise<string> {
  const where = query
    ? `${listed} and o.search @@ plainto_tsquery('simple', platform.fold($1))`
    : `${listed} and $1 = ''`;
  const { rows } = await pool.query(
    `select (select count(*) from directory.organisations o where ${where}) as total,
       ${counts("o.counted_department_code", where)} as departments,
       ${counts("o.counted_family_id", where)} as families,
       ${counts("o.actor_type_id", where)} as types,
       ${counts("o.counted_epci_code", where)} as epci,
       ${countsOfMany("sector_ids", where)} as sectors,
       ${countsOfMany("goal_ids", where)} as goals,
       ${countsOfMany("country_codes", where)} as countries,
       (select jsonb_agg(line) from (select o.id, o.name, commune.name as commune from directory.organisations o
          left join territory.communes commune on commune.code = o.commune_code
          where ${where} order by o.key, o.id limit 50 offset ${(page - 1) * 50}) line) as lines`,
    [query],
  );
  const { lines = [], ...facts } = rows[0];
  const items = (lines ?? []).map(
    (line: { id: number; name: string; commune: string }) =>
      `<li><a href="/acteurs/${line.id}">${line.name}</a> ${line.commune}</li>`,
  );
  return `<!doctype html><title>Acteurs</title><h1>${facts.total}</h1>${JSON.stringify(facts)}<ul>${items.join("")}</ul>`;
}

async function card(id: number): Promise<string> {
  const { rows } = await pool.query(
    `select o.*, commune.name as commune,
       (select jsonb_agg(point) from directory.contact_points point
        where point.organisation_id = o.id and point.visibility = 'public') as points
     from directory.organisations o left join territory.communes commune on commune.code = o.commune_code
     where o.id = $1 and ${listed}`,
    [id],
  );
  return `<!doctype html><title>${rows[0].name}</title><h1>${rows[0].name}</h1>${JSON.stringify(rows[0])}`;
}

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://ici");
  response.setHeader("content-type", "text/html; charset=utf-8");
  if (pathname === "/same") return response.end(page);
  const id = Number.parseInt(pathname.split("/")[2] ?? "", 10);
  response.end(
    id ? await card(id) : await list(searchParams.get("q") ?? "", Number(searchParams.get("page") ?? 1)),
  );
}).listen(0, "127.0.0.1", function (this: import("node:http").Server) {
  process.stdout.write(`${(this.address() as { port: number }).port}\n`);
});
