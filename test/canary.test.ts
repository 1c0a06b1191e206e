import { read, utils } from "@e965/xlsx";
import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "#platform/db/index.ts";
import type { Permission } from "#platform/web/may.ts";
import { stranger } from "#platform/web/visitor.ts";
import { test } from "./database.ts";
import { openSite } from "./site.ts";

/** The word put in every field that is not public: whoever reads it on a public address has found a leak. */
const canary = "canarijaune";

type Row = Record<string, unknown>;

/**
 * Adds a row whose every text column holds the canary but for those `told`: a column added one day is not public until it
 * is told here.
 */
async function hide(db: Db, table: string, told: Row): Promise<number> {
  const [schema = "", name = ""] = table.split(".");
  const { rows } = await sql<{ column: string }>`
    select column_name as column from information_schema.columns
    where table_schema = ${schema} and table_name = ${name} and data_type = 'text' and is_generated = 'NEVER'
      and is_identity = 'NO'`.execute(db);
  const row = { ...Object.fromEntries(rows.map(({ column }) => [column, `${canary} ${column}`])), ...told };
  const columns = Object.keys(row).filter((column) => row[column] !== undefined);
  const done = await sql<{ id: number }>`
    insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    values (${sql.join(columns.map((column) => row[column]))}) returning id`.execute(db);
  return done.rows[0]?.id ?? 0;
}

const none = { rna: null, siren: null, siret: null, uai: null, commune_code: null, department_code: null };
const open = { archived_from: null, counted_department_code: undefined, counted_epci_code: undefined };

/** One of each thing, with what is public told and all the rest hidden; and one of each that is not public at all. */
async function fill(db: Db) {
  const kept = JSON.stringify({ secret: `${canary} custom` });
  await hide(db, "directory.custom_fields", { code: "secret", kind: "text", visibility: "staff" });
  const card = { ...none, ...open, status: "published", custom: kept };
  const name = "Kabé Bénin";
  const said = {
    name,
    acronym: "AKB",
    legal_form: "Association",
    website: "https://kabe.fr",
    description: "Des puits",
  };
  const listed = await hide(db, "directory.organisations", { ...card, ...said, visibility: "listed" });
  const internal = await hide(db, "directory.organisations", { ...card, visibility: "internal" });
  const proposed = { ...card, visibility: "listed", status: "proposed" };
  await hide(db, "directory.organisations", proposed);
  const person = await hide(db, "directory.people", { language: "fr" });
  for (const visibility of ["staff", "members"]) {
    const point = { kind: "email", visibility, value: `${canary}-${visibility}@kabe.fr` };
    await hide(db, "directory.contact_points", { ...point, organisation_id: listed });
    await hide(db, "directory.contact_points", { ...point, person_id: person });
    await hide(db, "directory.roles", {
      person_id: person,
      organisation_id: listed,
      kind: "elected",
      visibility,
    });
    const abroad = {
      organisation_id: listed,
      kind: "twinning",
      country_code: "ML",
      state: "active",
      visibility,
    };
    await hide(db, "directory.partnerships", abroad);
  }
  await hide(db, "directory.links", { from_id: listed, to_id: internal, kind: "member_of" });
  await hide(db, "directory.names", { organisation_id: listed });
  const source = JSON.stringify({ source: "declared", label: canary });
  const proposal = await hide(db, "directory.proposals", { organisation_id: listed, source });
  const change = { proposal_id: proposal, field: "name", state: "waiting", after: JSON.stringify(canary) };
  await hide(db, "directory.proposed_changes", change);
  const type = await sql<{
    id: number;
  }>`select id from vocabularies.terms where list_id = 'meeting_types' limit 1`.execute(db);
  const meeting = {
    subject: "Réunion",
    type_id: type.rows[0]?.id,
    held_on: "2021-02-03",
    duration_minutes: 60,
  };
  await hide(db, "activities.meetings", { ...meeting, participants: 3 });
  const shown = { title: "Puits de Kita", summary: "Deux puits", description: "Deux puits.", website: "" };
  const project = {
    stage: "under_way",
    status: "published",
    archived_from: null,
    origin: "own",
    origin_ref: null,
  };
  const bare = {
    starts_precision: null,
    ends_precision: null,
    beneficiaries: "Deux villages",
    origin_label: "",
  };
  const ours = await hide(db, "projects.projects", { ...project, ...bare, ...shown, visibility: "listed" });
  const theirs = await hide(db, "projects.projects", { ...project, ...bare, visibility: "internal" });
  await hide(db, "projects.projects", { ...project, ...bare, visibility: "listed", status: "proposed" });
  for (const project_id of [ours, theirs])
    for (const organisation_id of [listed, internal]) {
      const part = {
        project_id,
        organisation_id,
        role: "carrier",
        country_code: null,
        position: organisation_id,
      };
      const typed = organisation_id === listed ? { name } : {};
      await hide(db, "projects.participants", { ...part, ...typed });
    }
  const link = {
    state: "waiting",
    organisation_id: listed,
    email: `${canary}@kabe.fr`,
    expires_at: "2099-01-01",
  };
  await hide(db, "accounts.card_requests", link);
  await hideAgenda(db, internal);
}

/** A public event with what is kept from everyone; and events that are not public at all, each for one reason. */
async function hideAgenda(db: Db, internalCard: number) {
  const bare = {
    training: false,
    nature: null,
    status: "published",
    origin: "own",
    registration: "none",
    visibility: "listed",
  };
  const said = {
    title: "Forum de Kita",
    description: "Venez.",
    objectives: "Se voir.",
    cancelled_why: "Faute de salle.",
  };
  const more = {
    audience: "Tous",
    website: "https://forum.fr",
    accessibility: "Boucle",
    contact: "Claire",
    picture_text: "",
  };
  const rest = { planned_period: "", registration_url: "", price_words: "Gratuit" };
  const told = { title: "Un jour", place: "Kita", address: "1 rue", commune_code: null };
  const session = { starts_on: "2099-05-04", starts_at: "10:00", online: true };
  const open = await hide(db, "agenda.events", { ...bare, ...said, ...more, ...rest });
  const training = { ...bare, ...said, ...more, ...rest, training: true, title: "Formation de Kita" };
  for (const event_id of [open, await hide(db, "agenda.events", training)])
    await hide(db, "agenda.sessions", { ...session, ...told, event_id });
  await hide(db, "agenda.sessions", {
    ...session,
    event_id: open,
    commune_code: null,
    removed_at: new Date(),
  });
  await hide(db, "agenda.organisers", { event_id: open, organisation_id: internalCard, role: "organiser" });
  await hide(db, "agenda.modules", { nature: null, retired_at: new Date() });
  for (const why of [
    { visibility: "internal" },
    { status: "draft" },
    { status: "proposed" },
    { removed_at: new Date() },
    { training: true, visibility: "internal" },
  ]) {
    const event_id = await hide(db, "agenda.events", { ...bare, ...why });
    await hide(db, "agenda.sessions", { ...session, event_id, commune_code: null });
  }
}

/** The text of an answer; that of every sheet for a workbook. */
async function textOf(response: Response): Promise<string> {
  if (!/spreadsheetml/.test(response.headers.get("content-type") ?? "")) return response.text();
  const book = read(new Uint8Array(await response.arrayBuffer()));
  return Object.values(book.Sheets)
    .map((sheet) => utils.sheet_to_csv(sheet))
    .join("\n");
}

/** The addresses of this site that a text names: links, forms, feeds, sitemap, JSON. */
function addressesIn(text: string): string[] {
  const found = text.matchAll(
    /(?:href|src|action)="([^"]+)"|<loc>([^<]+)<|"(?:url|href|@id|rows_url)":\s*"([^"]+)"/g,
  );
  return [...found]
    .map((match) => (match[1] ?? match[2] ?? match[3] ?? "").replaceAll("&amp;", "&").replace(/#.*/, ""))
    .filter((address) => URL.canParse(address, "http://localhost"))
    .map((address) => new URL(address, "http://localhost"))
    .filter(({ origin }) => origin === "http://localhost")
    .map(({ pathname, search }) => pathname + search);
}

/** Two addresses that differ only by the values asked are one kind of page. */
const kindOf = (address: string) => {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  return `${pathname}?${[...new Set(searchParams.keys())].sort()}`;
};

/** Two filters at once are walked; three would only multiply the same pages. */
const asksMuch = (address: string) =>
  new Set(new URL(address, "http://localhost").searchParams.keys()).size > 2;

test("what is not public reaches no public page, feed, file or program", { timeout: 120_000 }, async ({
  db,
}) => {
  await fill(db);
  const site = await openSite(db);
  const known = site.app.routes
    .filter(({ method, path, handler }) => {
      const { permission } = handler as { permission?: Permission };
      return method === "GET" && !path.includes(":") && permission?.allows(stranger);
    })
    .map(({ path }) => path);
  const waiting = ["/", "/sitemap.xml", "/api/v1/openapi.json", "/api/v1/indicators?year=2021", ...known];
  const seen = new Set<string>();
  const leaks: string[] = [];
  for (let address = waiting.shift(); address !== undefined && seen.size < 600; address = waiting.shift()) {
    if (seen.has(kindOf(address)) || asksMuch(address) || /^\/(gestion|espace|assets)/.test(address))
      continue;
    seen.add(kindOf(address));
    const response = await site.request(address);
    const text = await textOf(response);
    if (text.toLowerCase().includes(canary))
      leaks.push(
        `${address}: ${text.slice(Math.max(0, text.toLowerCase().indexOf(canary) - 80)).slice(0, 160)}`,
      );
    waiting.push(...addressesIn(text));
  }
  expect(leaks).toEqual([]);
  const walked = [...seen].join("\n");
  for (const kind of [
    /^\/acteurs\/\d+-kabe-benin/m,
    /^\/projets\/\d+-puits-de-kita/m,
    /acteurs\.csv/,
    /\.atom/,
    /indicateurs\/organisations\.count/,
    /^\/agenda\/\d+-forum-de-kita\?/m,
    /^\/agenda\/\d+-forum-de-kita\.ics/m,
    /^\/formations\/\d+-formation-de-kita\?/m,
    /^\/agenda\/mois\/2099-05/m,
    /^\/integration\/agenda/m,
    /^\/agenda\.ics/m,
    /^\/api\/v1\/events/m,
  ])
    expect(walked).toMatch(kind);
  expect(seen.size).toBeGreaterThan(60);
});
