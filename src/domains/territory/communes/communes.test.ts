import { expect } from "vitest";
import { system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { findCommune, matchPlaces, rememberPlace, searchPlaces } from "../index.ts";

const first = async (db: Parameters<typeof searchPlaces>[0], typed: string) =>
  (await searchPlaces(db, typed, { regionCode: "32", limit: 5 }))[0];

test("an officer who types a few letters is offered the region's towns first", async ({ db }) => {
  expect(await first(db, "lil")).toMatchObject({ name: "Lille", department: "Nord", alias: null });
  expect(await first(db, "ascq")).toMatchObject({ name: "Villeneuve-d'Ascq" });
  expect(await first(db, "lomm")).toMatchObject({ name: "Lille", alias: "Lomme" });
  expect(await first(db, "bordeaux")).toMatchObject({ code: "33063" });
  expect(await first(db, "59777")).toMatchObject({ name: "Lille" });
  expect(await first(db, "valencienes")).toMatchObject({ name: "Valenciennes" });
  expect(await first(db, "senlis")).toMatchObject({ name: "Senlis", written: "Senlis (Oise)" });
  expect(await first(db, "roubaix")).toMatchObject({ written: "Roubaix" });
  expect(await searchPlaces(db, "  ")).toEqual([]);
  expect(await searchPlaces(db, "%_\\")).toEqual([]);
});

test("a commune is found with all that frames it", async ({ db }) => {
  expect(await findCommune(db, "59350")).toMatchObject({
    name: "Lille",
    department: "Nord",
    region: "Hauts-de-France",
    epci: "Métropole Européenne de Lille",
    population: 238246,
  });
  expect(await findCommune(db, "99999")).toBeUndefined();
});

test("what the staff decided once is sure afterwards, however it is written", async ({ db }) => {
  const typed = "MRES, 23 rue Gosselet";
  expect((await matchPlaces(db, [typed], { regionCode: "32" })).get(typed)?.kind).not.toBe("commune");
  expect(await rememberPlace(db, system, typed, "59350")).toEqual({ ok: true });
  const again = await matchPlaces(db, ["mres 23, Rue Gosselet"], { regionCode: "32" });
  expect([...again.values()]).toEqual([{ kind: "commune", code: "59350", name: "Lille", sure: true }]);
});

test("a staff decision settles a name borne twice, and the last one wins", async ({ db }) => {
  for (const code of ["62790", "60612"]) await rememberPlace(db, system, "Senlis", code);
  expect((await matchPlaces(db, ["SENLIS"], { regionCode: "32" })).get("SENLIS")).toMatchObject({
    code: "60612",
  });
  const precise = await matchPlaces(db, ["Senlis (62)"], { regionCode: "32" });
  expect(precise.get("Senlis (62)")).toMatchObject({ code: "62790" });
});

test("nothing is remembered of an empty text or an unknown commune", async ({ db }) => {
  expect(await rememberPlace(db, system, " ?! ", "59350")).toEqual({ ok: false, refusal: "nothing" });
  expect(await rememberPlace(db, system, "Là-bas", "99999")).toEqual({ ok: false, refusal: "no-commune" });
});
