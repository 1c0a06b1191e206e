import { rm } from "node:fs/promises";
import { startEmbedded } from "#platform/db/embedded.ts";
import { temporaryFolder } from "#test/folder.ts";
import { demoAccounts } from "../src/cli/demo/accounts.ts";
import { type Pace, paceOf } from "./load.ts";
import { memoryOf, startBare, startSite, stop } from "./site.ts";

const years = Array.from({ length: 10 }, (_, n) => 2017 + n);

/** Filters that dates pass, in nearly every year. */
const filters = `
  quoi=formations quoi=evenements cadre=en-ligne cadre=sur-place type=forum type=seminaire origine=reseau
  page=2 origine=reseau&page=2 quoi=formations&cadre=en-ligne quoi=formations&cadre=sur-place quoi=evenements&origine=reseau`;

/** Words that dates say, in nearly every year. */
const words =
  "eau education filles rencontre atelier groupe+travail sante journee webinaire echanges lecture mobilite";

/** A year of the agenda, by a filter or by words: so many questions that none comes back before a hundred others. */
const lists = years.flatMap((year) =>
  filters
    .trim()
    .split(/\s+/)
    .map((filter) => `/agenda?annee=${year}&${filter}`),
);
const searches = years.flatMap((year) => words.split(" ").map((word) => `/agenda?annee=${year}&q=${word}`));
const months = years.flatMap((year) =>
  Array.from({ length: 12 }, (_, n) => `/agenda/mois/${year}-${String(n + 1).padStart(2, "0")}`),
);
const catalogues = years.flatMap((year) =>
  ["", "&cadre=en-ligne", "&cadre=sur-place"].map((filter) => `/formations?annee=${year}${filter}`),
);

/** What the team opens all day. Events of an even number are trainings, with a hundred people registered. */
const office = [
  "/gestion/agenda",
  "/gestion/agenda?q=eau",
  "/gestion/agenda/programme?annee=2024",
  "/gestion/agenda/202",
  "/gestion/agenda/202/inscriptions",
  "/gestion/agenda/202/presences",
  "/gestion/agenda/bilan-pedagogique",
  "/gestion/accompagnements",
  "/gestion/accompagnements/liste",
  "/gestion/accompagnements/liste?q=eau&annee=2024",
  "/gestion/accompagnements/semaine",
  "/gestion/accompagnements/16",
  "/gestion/activite?annee=2024",
  "/gestion/activite?annee=toutes&q=eau",
  "/gestion/activite/chiffres?annee=2024",
  "/gestion/activite/501",
];

/** Beside a bare program that asks the same of the database. */
interface Compared {
  ours: Pace;
  bare: Pace;
}

export interface YearsPace {
  /** Drawn each time. */
  lists: Compared;
  searches: Compared;
  event: Compared;
  months: Pace;
  catalogues: Pace;
  /** As visitors without a cookie read the lists: kept ready until something changes. */
  ready: Pace;
  /** Of the web process under that load; then once the team's pages were read too. */
  megabytes: number;
  /** Each page of the team with the time of the middle one of its answers, in milliseconds, the slowest first. */
  office: { path: string; milliseconds: number }[];
  officeMegabytes: number;
}

/** How fast the agenda and the team's pages answer with ten years of activity, in a database of its own. */
export async function measureYears(): Promise<YearsPace> {
  const folder = await temporaryFolder("bench");
  const command = ["demo-large", "--organisations", "10000"];
  await stop((await startSite(folder, command)).child);
  const server = await startEmbedded(folder);
  const site = await startSite(folder, command);
  const bare = await startBare(server.url, `${site.origin}/agenda`);
  const drawn = async (paths: readonly string[]) => {
    await paceOf(site.origin, paths, { seconds: 2, known: true });
    return paceOf(site.origin, paths, { known: true });
  };
  const compared = async (paths: readonly string[]) => ({
    ours: await drawn(paths),
    bare: await paceOf(bare.origin, paths),
  });
  try {
    const pace = {
      lists: await compared(lists),
      searches: await compared(searches),
      event: await compared(await pagesOfEvents(site.origin)),
      months: await drawn(months),
      catalogues: await drawn(catalogues),
      ready: await paceOf(site.origin, lists),
      megabytes: memoryOf(site.child),
    };
    const cookie = await signIn(site.origin);
    const times = [];
    for (const path of office)
      times.push({ path, milliseconds: await middleTime(site.origin + path, cookie) });
    const slowest = times.sort((a, b) => b.milliseconds - a.milliseconds);
    return { ...pace, office: slowest, officeMegabytes: memoryOf(site.child) };
  } finally {
    await stop(bare.child);
    await stop(site.child);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function pagesOfEvents(origin: string): Promise<string[]> {
  const list = await (await fetch(`${origin}/agenda?annee=2024`)).text();
  const found = [...list.matchAll(/href="(\/(?:agenda|formations)\/\d+-[^"]+)"/g)].flatMap(([, path]) =>
    path ? [path] : [],
  );
  if (found.length === 0) throw new Error("The agenda shows no event.");
  return [...new Set(found)];
}

/** The time of the middle one of eleven answers, asked one after the other, in milliseconds. */
async function middleTime(url: string, cookie: string): Promise<number> {
  const times: number[] = [];
  for (let asked = 0; asked < 14; asked++) {
    const began = performance.now();
    const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
    if (asked >= 3) times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[5] ?? 0;
}

/** Signs in as the director, as a browser would; gives the cookies. */
async function signIn(origin: string): Promise<string> {
  const jar = new Map<string, string>();
  const keep = (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    return answer;
  };
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const page = await keep(await fetch(`${origin}/connexion`)).text();
  const { email, password } = demoAccounts.administrator;
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? "";
  keep(
    await fetch(`${origin}/connexion`, {
      method: "POST",
      body: new URLSearchParams({ csrf, email, password }),
      redirect: "manual",
      headers: { origin, cookie: cookies() },
    }),
  );
  return cookies();
}
