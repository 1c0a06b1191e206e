import { Agent, get } from "node:http";

/** How fast a site answers: answers a second, and the time under which 95 of 100 came, in milliseconds. */
export interface Pace {
  perSecond: number;
  p95: number;
}

/**
 * Asked by someone `known` (with a cookie), a page is drawn each time; by someone unknown, it may be kept ready.
 * `paths` are asked in turn during `seconds`, by `connections` that each wait for their answer.
 */
export async function paceOf(
  origin: string,
  paths: readonly string[],
  { seconds = 4, connections = 8, known = false } = {},
): Promise<Pace> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let asked = 0;
  const started = performance.now();
  const until = started + seconds * 1000;
  const one = async () => {
    while (performance.now() < until) {
      const path = paths[asked++ % paths.length] ?? "/";
      const sent = performance.now();
      await answer(origin + path, agent, known);
      times.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  agent.destroy();
  const perSecond = times.length / ((performance.now() - started) / 1000);
  times.sort((a, b) => a - b);
  return { perSecond, p95: times[Math.floor(times.length * 0.95)] ?? 0 };
}

/** Answers a second. */
export const requestsPerSecond = async (...asked: Parameters<typeof paceOf>): Promise<number> =>
  (await paceOf(...asked)).perSecond;

function answer(url: string, agent: Agent, known: boolean): Promise<void> {
  const headers = { "accept-encoding": "identity", ...(known ? { cookie: "known=1" } : {}) };
  return new Promise((done, fail) => {
    get(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) fail(new Error(`${url} answers ${response.statusCode}`));
      response.resume();
      response.once("end", done);
      response.once("error", fail);
    }).once("error", fail);
  });
}
