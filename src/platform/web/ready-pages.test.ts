import type { IncomingMessage, ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { followChanges } from "#platform/db/changes.ts";
import { inTransaction, system } from "#platform/db/index.ts";
import { ownDatabase } from "#test/own-database.ts";
import { keepReadyPages } from "./ready-pages.ts";

/** One asks for a page: what is kept answers, or it is drawn again. */
function openSite() {
  const ready = keepReadyPages();
  let drawn = 0;
  async function ask(path: string, headers: Record<string, string> = {}) {
    let sent: string | undefined;
    const response = {
      writeHead: (status: number) => {
        sent = String(status);
        return response;
      },
      end: (bytes?: Buffer) => {
        sent = bytes ? bytes.toString() : sent;
      },
    };
    const request = { method: "GET", url: path, headers } as unknown as IncomingMessage;
    if (ready.answer(request, response as unknown as ServerResponse)) return { from: "kept", text: sent };
    const page = await ready.draw(new Request(`http://site${path}`, { headers }), () => {
      drawn++;
      const cookie: Record<string, string> = path === "/connexion" ? { "set-cookie": "seed=1" } : {};
      return new Response(`page ${drawn}`, {
        headers: { "content-type": "text/html; charset=UTF-8", ...cookie },
      });
    });
    return { from: "drawn", text: await page.text() };
  }
  return { ask, ...ready };
}

describe("a public page", () => {
  test("is drawn once for all who are unknown, until something changes", async () => {
    const { ask, follower } = openSite();
    follower.found();
    expect(await ask("/acteurs")).toEqual({ from: "drawn", text: "page 1" });
    expect(await ask("/acteurs")).toEqual({ from: "kept", text: "page 1" });
    expect(await ask("/acteurs?q=mali")).toEqual({ from: "drawn", text: "page 2" });
    follower.changed("directory.organisations");
    expect(await ask("/acteurs")).toEqual({ from: "drawn", text: "page 3" });
  });

  test("is not kept for who has a cookie, nor when it gives one", async () => {
    const { ask, follower } = openSite();
    follower.found();
    await ask("/acteurs");
    expect((await ask("/acteurs", { cookie: "session=1" })).from).toBe("drawn");
    await ask("/connexion");
    expect((await ask("/connexion")).from).toBe("drawn");
  });

  test("follows what another process writes, within a second", async () => {
    await using other = await ownDatabase();
    const { ask, follower } = openSite();
    const following = await followChanges(other.url, [follower]);
    await ask("/");
    expect((await ask("/")).from).toBe("kept");
    await inTransaction(other.db, system, (db) =>
      db
        .insertInto("network.settings")
        .values({ key: "name", value: JSON.stringify("Un réseau") })
        .execute(),
    );
    await expect.poll(async () => (await ask("/")).from, { timeout: 1000, interval: 20 }).toBe("drawn");
    await following.stop();
  });

  test("is drawn each time while changes cannot be followed", async () => {
    const { ask, follower } = openSite();
    await ask("/");
    expect((await ask("/")).from).toBe("drawn");
    follower.found();
    await ask("/");
    follower.lost();
    expect((await ask("/")).from).toBe("drawn");
  });
});
