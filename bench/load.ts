import { Agent, get } from "node:http";

/**
 * Asked by someone `known` (with a cookie), a page is drawn each time; by someone unknown, it may be kept ready.
 * Answers a second for `paths` asked in turn during `seconds`, by `connections` that each wait for their answer.
 */
export async function requestsPerSecond(
  origin: string,
  paths: readonly string[],
  { seconds = 4, connections = 8, known = false } = {},
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let asked = 0;
  let done = 0;
  const started = performance.now();
  const until = started + seconds * 1000;
  const one = async () => {
    while (performance.now() < until) {
      const path = paths[asked++ % paths.length] ?? "/";
      await answer(origin + path, agent, known);
      done++;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  agent.destroy();
  return done / ((performance.now() - started) / 1000);
}

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
