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

const countedDates = (column: string) =>
  `(select jsonb_object_agg(coalesce(key, ''), n) from (select ${column}::text as key, count(*) as n from base group by 1) counted)`;

const countedInDates = (column: string) =>
  `(select jsonb_object_agg(key, n) from
     (select value::text as key, count(*) as n from base, unnest(base.${column}) value group by 1) counted)`;

/** What the page of a year of the agenda says of a question: its dates, the counts of its filters, the other years. */
async function agenda(asked: URLSearchParams): Promise<string> {
  const [year, page] = [asked.get("annee"), Number(asked.get("page") ?? 1)];
  const filters = ["q", "quoi", "cadre", "type", "origine"].map((name) => asked.get(name) ?? "");
  const { rows } = await pool.query(
    `with said as materialized (
       select date.*, event.title from agenda.public_dates date join agenda.public_events event on event.id = date.event_id
       where (not date.vague or date.last_on >= current_date)
         and ($3 = '' or event.search @@ plainto_tsquery('simple', platform.fold($3)))
         and ($4 = '' or date.training = ($4 = 'formations'))
         and ($5 = '' or case $5 when 'en-ligne' then date.online else date.on_site end)
         and ($6 = '' or date.kind_id = (select id from vocabularies.terms where list_id = 'event_kinds' and code = $6))
         and ($7 = '' or date.origin = case $7 when 'reseau' then 'own' else 'relayed' end)),
     base as materialized (select * from said where last_on >= $1::date and first_on <= $2::date)
     select (select count(*) from base) as total, (select count(distinct event_id) from base) as events,
       (select count(*) from said where last_on >= current_date) as upcoming,
       (select jsonb_object_agg(year, n) from (select extract(year from first_on) as year, count(*) as n
          from said where first_on < 'infinity' group by 1) counted) as years,
       ${[
         "training",
         "kind_id",
         "online",
         "on_site",
         "department_code",
         "commune_code",
         "pole_id",
         "axis_id",
         "origin",
       ]
         .map((column) => `${countedDates(column)} as ${column}`)
         .join(", ")},
       ${["sector_ids", "goal_ids", "country_codes", "audience_type_ids"]
         .map((column) => `${countedInDates(column)} as ${column}`)
         .join(", ")},
       (select jsonb_object_agg(organisation_id, n) from (select organiser.organisation_id, count(*) as n
          from base join agenda.organisers organiser on organiser.event_id = base.event_id
          where organiser.organisation_id is not null group by 1) counted) as organisers,
       (select jsonb_agg(line) from (select base.key, base.event_id, base.title, base.first_on, commune.name as commune,
            session.starts_at, session.ends_at, session.place, kind.label as kind,
            (select string_agg(coalesce(organisation.name, organiser.typed), ', ') from agenda.organisers organiser
             left join directory.organisations organisation on organisation.id = organiser.organisation_id
             where organiser.event_id = base.event_id) as held_by
          from base left join territory.communes commune on commune.code = base.commune_code
          left join agenda.sessions session on session.id = base.session_id
          left join vocabularies.terms kind on kind.id = base.kind_id
          order by base.sort_on, base.starts_at limit 50 offset ${(page - 1) * 50}) line) as lines`,
    [`${year}-01-01`, `${year}-12-31`, ...filters],
  );
  const { lines, ...facts } = rows[0];
  const items = (lines ?? []).map(
    (line: Record<string, string>) =>
      `<li><a href="/agenda/${line["event_id"]}">${line["title"]}</a> ${line["kind"]} ${line["first_on"]} ${line["starts_at"]} ${line["commune"]} ${line["held_by"]}</li>`,
  );
  return `<!doctype html><title>Agenda</title><h1>${facts.total}</h1>${JSON.stringify(facts)}<ul>${items.join("")}</ul>`;
}

async function event(id: number): Promise<string> {
  const { rows } = await pool.query(
    `select event.*, kind.label as kind,
       (select jsonb_agg(session order by session.starts_on) from agenda.sessions session
        where session.event_id = event.id and session.removed_at is null) as sessions,
       (select jsonb_agg(organiser) from agenda.organisers organiser where organiser.event_id = event.id) as organisers
     from agenda.public_events event left join vocabularies.terms kind on kind.id = event.kind_id where event.id = $1`,
    [id],
  );
  return `<!doctype html><title>${rows[0].title}</title><h1>${rows[0].title}</h1>${JSON.stringify(rows[0])}`;
}

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://ici");
  response.setHeader("content-type", "text/html; charset=utf-8");
  if (pathname === "/same") return response.end(page);
  const id = Number.parseInt(pathname.split("/")[2] ?? "", 10);
  const query = searchParams.get("q") ?? "";
  const actors = pathname.startsWith("/acteurs");
  if (id) return response.end(await (actors ? card(id) : event(id)));
  response.end(await (actors ? list(query, Number(searchParams.get("page") ?? 1)) : agenda(searchParams)));
}).listen(0, "127.0.0.1", function (this: import("node:http").Server) {
  process.stdout.write(`${(this.address() as { port: number }).port}\n`);
});
