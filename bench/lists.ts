import { rm } from "node:fs/promises";
import { temporaryFolder } from "#test/folder.ts";
import { type Pace, paceOf } from "./load.ts";
import { memoryOf, startSite, stop } from "./site.ts";

/** The questions put to the lists, whatever the number of organisations. */
export const pages = Array.from({ length: 100 }, (_, n) => `/acteurs?page=${n + 1}`);

const first =
  "amis enfants femmes jeunes artisans puits paysans horizons diaspora villages semences couleurs".split(" ");
const second =
  "mali senegal togo benin maroc madagascar pologne inde liban guinee haiti tunisie lille lens".split(" ");
/** Questions that somebody answers: so many that none comes back before a hundred others. */
export const searches = [...second, ...first.flatMap((one) => second.map((other) => `${one}+${other}`))].map(
  (words) => `/acteurs?q=${words}`,
);

const filters = [
  ...["departement=59", "pays=SN", "secteur=eau", "odd=6", "type=osim&pays=ML", "champ.equipe=petite"],
  ...["departement=80&secteur=sante", "departement=62&tri=-commune&page=5", "tri=recent&page=9"],
].map((question) => `/acteurs?${question}`);

export interface ListPace {
  organisations: number;
  list: Pace;
  search: Pace;
  filtered: Pace;
  /** Of the web process under that load, in megabytes. */
  megabytes: number;
}

/** How fast the lists answer, drawn each time, and the memory that it takes. */
export async function paceOfLists(
  site: Awaited<ReturnType<typeof startSite>>,
  organisations: number,
): Promise<ListPace> {
  await untilQuick(site.origin);
  const ask = (paths: readonly string[]) => paceOf(site.origin, paths, { known: true });
  await ask(pages);
  const [list, search, filtered] = [await ask(pages), await ask(searches), await ask(filters)];
  return { organisations, list, search, filtered, megabytes: memoryOf(site.child) };
}

/** The same, on a directory of this many generated organisations, in a database of its own. */
export async function measureLists(organisations: number): Promise<ListPace> {
  const folder = await temporaryFolder("bench");
  const site = await startSite(folder, [
    "demo-large",
    ...["--organisations", String(organisations), "--personnes", "0"],
  ]);
  try {
    return await paceOfLists(site, organisations);
  } finally {
    await stop(site.child);
    await rm(folder, { recursive: true, force: true });
  }
}

/** Until the read model answers: ten lists in a row, never asked before, in less than 60 ms each. */
async function untilQuick(origin: string) {
  for (let quick = 0, asked = 0; quick < 10; asked++) {
    const began = performance.now();
    await (
      await fetch(`${origin}/acteurs?page=${(asked % 90) + 1}`, { headers: { cookie: "known=1" } })
    ).text();
    quick = performance.now() - began < 60 ? quick + 1 : 0;
    if (asked > 3000) throw new Error("The read model does not answer.");
    await new Promise((done) => setTimeout(done, 100));
  }
}
