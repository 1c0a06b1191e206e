import { readFile } from "node:fs/promises";

/** The figures that the network printed for 2021, as the demonstration brings them. */
export const readClaims2021 = async () =>
  JSON.parse(await readFile("demo/lianes-2021/claims-2021.json", "utf8"));
