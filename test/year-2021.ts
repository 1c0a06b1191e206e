import { readFile } from "node:fs/promises";
import { importFile } from "#domains/imports/index.ts";
import { findTermByWord } from "#domains/vocabularies/index.ts";
import { type Db, system } from "#platform/db/index.ts";
import { matchProgramme } from "../src/cli/demo/programme.ts";
import { importServices } from "./imports.ts";
import { loadLianes2021 } from "./lianes-2021.ts";

/** The network's year 2021 with its programme, what the log shows to be done of it, and the supports of its first term. */
export async function loadYear2021(db: Db): Promise<void> {
  await loadLianes2021(db);
  const { services } = importServices(db);
  for (const [name, kind] of [
    ["programme-2021.csv", "programme"],
    ["accompagnements-t1-2021.csv", "support"],
  ] as const) {
    const bytes = await readFile(`demo/lianes-2021/${name}`);
    await importFile(services, system, { name, bytes, kind });
  }
  await matchProgramme(db, system);
}

/** Collectivités of the directory, by name, of the type that makes them so. */
export async function collectivites(db: Db, names: readonly string[]): Promise<number[]> {
  const types = await findTermByWord(db, "actor_types", ["Collectivité territoriale"]);
  const made = await db
    .insertInto("directory.organisations")
    .values(
      names.map((name) => ({ name, actor_type_id: types.get("Collectivité territoriale")?.id ?? null })),
    )
    .returning("id")
    .execute();
  return made.map(({ id }) => id);
}
