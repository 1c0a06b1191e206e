import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sql } from "kysely";
import { from as copyFrom } from "pg-copy-streams";
import { importFile } from "#domains/imports/index.ts";
import { loadReference } from "#domains/territory/index.ts";
import { loadVocabularies } from "#domains/vocabularies/index.ts";
import { startEmbedded } from "#platform/db/embedded.ts";
import { connect, type Db, system } from "#platform/db/index.ts";
import { migrate } from "#platform/db/migrate.ts";
import { temporaryFolder } from "#test/folder.ts";
import { importServices } from "#test/imports.ts";

const places = ["En ligne", "Lille", "Amiens", "Roubaix", "Grande Synthe", "Soisson", "Lille et Amiens"];
const types = ["Accompagnement", "Formation", "Réunion de réseau", "Rendez-vous partenaire"];

/** A row of a year's log, never twice the same. */
const lineOf = (index: number) => {
  const day = new Date(Date.UTC(2021, 0, 1 + (index % 365)));
  const typed = `${day.getUTCDate()}/${day.getUTCMonth() + 1}/2021`;
  const place = places[index % places.length];
  const subject = `Réunion du groupe projet numéro ${index}, préparation du comité et suivi`;
  return `${subject};${types[index % types.length]};${place};${typed};1,5;${index % 40}`;
};

function fileOf(count: number) {
  const lines = ["Sujet;Type de réunion;Localisation;Date;Durée;Nombre de participants"];
  for (let index = 0; index < count; index++) lines.push(lineOf(index));
  return new TextEncoder().encode(lines.join("\n"));
}

/** The same rows by a bare COPY into the same tables: their indexes, their search vector, their change log. */
async function bareCopy(url: string, db: Db, count: number) {
  const { rows } = await sql<{ id: number }>`
    select id from vocabularies.terms where list_id = 'meeting_types' limit 1`.execute(db);
  const { pool } = connect(url, 1);
  const client = await pool.connect();
  const meetings = function* () {
    for (let index = 0; index < count; index++) {
      const [subject, , , , , participants] = lineOf(index).split(";");
      const day = new Date(Date.UTC(2021, 0, 1 + (index % 365))).toISOString().slice(0, 10);
      yield `${index + 1}\t${subject}\t${rows[0]?.id}\t${day}\t90\t${participants}\t${index % 7 === 0}\n`;
    }
  };
  const visits = function* () {
    for (let index = 0; index < count; index++)
      if (index % 7 > 0) yield `${index + 1}\t0\t${places[index % places.length]}\t59350\n`;
    for (let index = 6; index < count; index += 7) yield `${index + 1}\t1\tAmiens\t80021\n`;
  };
  const started = performance.now();
  const copy = (lines: Iterable<string>, into: string) =>
    pipeline(Readable.from(lines), client.query(copyFrom(`copy ${into} from stdin`)));
  await client.query("begin");
  await copy(
    meetings(),
    "activities.meetings (id, subject, type_id, held_on, duration_minutes, participants, online)",
  );
  await copy(visits(), "activities.meeting_places (meeting_id, position, typed, commune_code)");
  await client.query("commit");
  const seconds = (performance.now() - started) / 1000;
  client.release();
  await pool.end();
  return seconds;
}

/** An import from file to log, against a bare COPY: the ratio (1: as fast as COPY), and the memory it took, in MB. */
export async function measureImports(count = 100_000) {
  const folder = await temporaryFolder("bench");
  const server = await startEmbedded(folder);
  const { db } = connect(server.url, 6);
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  try {
    await migrate(db, "db/migrations");
    await loadVocabularies(db);
    await loadReference(db);
    await sql`vacuum analyze`.execute(db);
    const copySeconds = await bareCopy(server.url, db, count);
    await sql`truncate activities.meetings cascade`.execute(db);
    await sql`truncate platform.changes`.execute(db);
    const bytes = fileOf(count);
    global.gc?.();
    const before = process.memoryUsage().rss;
    most = before;
    const started = performance.now();
    const outcome = await importFile(importServices(db).services, system, { name: "reunions.csv", bytes });
    const importSeconds = (performance.now() - started) / 1000;
    return {
      rows: outcome.counts.create,
      copySeconds,
      importSeconds,
      ratio: copySeconds / importSeconds,
      megabytes: (most - before) / 1e6,
    };
  } finally {
    clearInterval(watch);
    await db.destroy();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
