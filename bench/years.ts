import { rm } from "node:fs/promises";
import { temporaryFolder } from "#test/folder.ts";
import { demoAccounts } from "../src/cli/demo/accounts.ts";
import { type Pace, paceOf } from "./load.ts";
import { memoryOf, startSite, stop } from "./site.ts";

/** What visitors read of the agenda; the month is one of the ten years. */
const agenda = ["/agenda", "/agenda?q=eau", "/agenda?annee=2024", "/agenda/mois/2024-03", "/formations"];

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

export interface YearsPace {
  /** Drawn each time, then as visitors without a cookie read it: kept ready until something changes. */
  agenda: Pace;
  ready: Pace;
  event: Pace;
  /** Each page of the team with the time of the middle one of its answers, in milliseconds, the slowest first. */
  office: { path: string; milliseconds: number }[];
  megabytes: number;
}

/** How fast the agenda and the team's pages answer with ten years of activity, in a database of its own. */
export async function measureYears(): Promise<YearsPace> {
  const folder = await temporaryFolder("bench");
  const site = await startSite(folder, ["demo-large", "--organisations", "10000"]);
  try {
    const cookie = await signIn(site.origin);
    const events = await pagesOfEvents(site.origin);
    const ask = async (paths: readonly string[], known: boolean) => {
      await paceOf(site.origin, paths, { seconds: 2, known });
      return paceOf(site.origin, paths, { known });
    };
    const pace = {
      agenda: await ask(agenda, true),
      ready: await ask(agenda, false),
      event: await ask(events, true),
    };
    const times = [];
    for (const path of office)
      times.push({ path, milliseconds: await middleTime(site.origin + path, cookie) });
    const slowest = times.sort((a, b) => b.milliseconds - a.milliseconds);
    return { ...pace, office: slowest, megabytes: memoryOf(site.child) };
  } finally {
    await stop(site.child);
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
