import { readFile } from "node:fs/promises";
import { importFile } from "#domains/imports/index.ts";
import { type Db, system } from "#platform/db/index.ts";
import { importServices } from "./imports.ts";

/** The programme of 2021 of Lianes, as it was printed, given to the imports like another file. */
export async function loadProgramme(db: Db, name = "programme-2021.csv") {
  const bytes = await readFile("demo/lianes-2021/programme-2021.csv");
  return importFile(importServices(db).services, system, { name, bytes });
}
