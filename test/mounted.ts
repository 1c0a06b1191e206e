import { Hono } from "hono";
import { parseHTML } from "linkedom";
import type { Db } from "#platform/db/index.ts";
import { openLog } from "#platform/log.ts";
import { csrf, formToken } from "#platform/web/csrf.ts";
import type { AppEnv, Services } from "#platform/web/env.ts";
import { NotFound } from "#platform/web/errors.ts";
import { takeNotice } from "#platform/web/notice.ts";
import { stranger, type Visitor } from "#platform/web/visitor.ts";
import { answerError } from "#shells/errors.tsx";
import { mountedFrame } from "./mounted-frame.tsx";
import { memoryFiles, rememberedJobs } from "./services.ts";
import { inspect, testConfig } from "./site.ts";

type Fields = Record<string, string | readonly string[] | File>;

/** Routes that no shell mounts yet, in a plain frame, as one person's browser sees them: cookies kept, forms signed. */
export function openMounted(
  db: Db,
  routes: Hono<AppEnv>,
  { visitor = stranger }: { visitor?: Visitor } = {},
) {
  const jobs = rememberedJobs();
  const services: Services = {
    config: testConfig,
    db,
    replica: db,
    log: openLog("silent"),
    jobs,
    files: memoryFiles(),
    criteria: [],
  };
  const app = new Hono<AppEnv>()
    .use(async (c, next) => {
      for (const [name, service] of Object.entries(services)) c.set(name as keyof Services, service);
      c.set("visitor", visitor);
      c.set("requestId", "test");
      await next();
    })
    .use(csrf)
    .use(async (c, next) => {
      c.setRenderer(async (content, { title }) =>
        c.html(mountedFrame({ title, token: formToken(c), notice: await takeNotice(c), content })),
      );
      await next();
    })
    .get("/jeton", (c) => c.render("", { title: "Jeton" }))
    .route("/", routes)
    .notFound(() => {
      throw new NotFound();
    })
    .onError(answerError);
  const cookies = new Map<string, string>();
  let token = "";

  async function request(path: string, init: RequestInit = {}) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, ...(init.headers as Record<string, string>) };
    const response = await app.request(`http://localhost${path.split("#")[0]}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split("; ");
      const name = pair.slice(0, pair.indexOf("="));
      if (line.includes("Max-Age=0")) cookies.delete(name);
      else cookies.set(name, pair.slice(name.length + 1));
    }
    return response;
  }

  async function visit(path: string, expected: { status?: number } = {}) {
    return inspect(path, await request(path), expected.status ?? 200);
  }

  async function post(path: string, fields: Fields = {}, headers: Record<string, string> = {}) {
    if (!token) {
      const { document } = parseHTML(await (await request("/jeton")).text());
      token = document.querySelector("[name=csrf]")?.getAttribute("value") ?? "";
    }
    const form = new FormData();
    form.set("csrf", token);
    for (const [name, value] of Object.entries(fields))
      for (const one of Array.isArray(value) ? value : [value]) form.append(name, one as string | File);
    const response = await request(path, { method: "POST", body: form, headers });
    const to = response.headers.get("location") ?? undefined;
    return { status: response.status, to, response, page: () => inspect(path, response, response.status) };
  }

  return { request, visit, post, jobs };
}
