import { sql } from "kysely";
import { expect } from "vitest";
import type { Db } from "#platform/db/index.ts";
import { test } from "#test/database.ts";

/** Which territory the rule says that a collectivité is. */
async function placeOf(db: Db, name: string, siren: string | null = null, commune: string | null = null) {
  const { rows } = await sql<{ said: string }>`
    select kind || ' ' || name as said from territory.collectivity_of(${name}::text, ${siren}::text, ${commune}::text)`.execute(
    db,
  );
  return rows[0]?.said;
}

/** Rule 1, as a table: the name, the SIREN, the commune of the address, what it is. */
test.for([
  ["Ville de Lille", null, null, "commune Lille"],
  ["Mairie de Soissons", null, "02722", "commune Soissons"],
  ["Grande Synthe", null, null, "commune Grande-Synthe"],
  ["Ville de Loos en Gohelle", null, null, "commune Loos-en-Gohelle"],
  ["Arras", null, null, "commune Arras"],
  ["Commune de Senlis", null, "62790", "commune Senlis"],
  ["Ville de Senlis", null, null, undefined], // two communes bear the name, and nothing says which
  ["Ville jumelle", null, "59350", "commune Lille"], // a town whose name is another: that of its address
  ["Métropole Européenne de Lille", null, null, "epci Métropole Européenne de Lille"],
  ["Communauté urbaine de Dunkerque", null, null, "epci CU de Dunkerque"],
  ["Communauté d’agglomération Amiens Métropole", null, null, "epci CA Amiens Métropole"],
  ["Amiens Métropole", null, "80021", "epci CA Amiens Métropole"],
  ["CC du Pays Solesmois", null, null, "epci CC du Pays Solesmois"],
  ["Région Hauts de France", null, null, "region Hauts-de-France"],
  ["Conseil régional des Hauts-de-France", null, "59350", "region Hauts-de-France"],
  ["Département du Pas de Calais", null, null, "department Pas-de-Calais"],
  ["Conseil départemental du Nord", null, "59350", "department Nord"],
  ["Syndicat mixte des eaux", "200093201", null, "epci Métropole Européenne de Lille"],
  ["Un nom sans rapport", null, "59350", undefined],
  ["CABS", null, null, undefined],
  ["Région de nulle part", null, null, undefined],
  ["", null, null, undefined],
] as const)("%j (%s, %s) is %s", async ([name, siren, commune, said], { db }) => {
  expect(await placeOf(db, name, siren, commune)).toBe(said);
});

test.for([
  [1_000_000, "1000000"],
  [999_999, "100000"],
  [100_000, "100000"],
  [99_999, "10000"],
  [10_000, "10000"],
  [9_999, "0"],
  [0, "0"],
] as const)("a commune of %s inhabitants is in the class %s", async ([population, code], { db }) => {
  await sql`update territory.communes set population = ${population} where code = '59350'`.execute(db);
  await sql`insert into directory.organisations (name, actor_type_id)
    select 'Ville de Lille', id from vocabularies.terms where list_id = 'actor_types' and code = 'collectivite'`.execute(
    db,
  );
  const { rows } = await sql`select class_code, population from directory.shared_collectivites`.execute(db);
  expect(rows).toEqual([{ class_code: code, population }]);
});
