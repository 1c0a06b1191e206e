import { expect, test } from "vitest";
import { playOutside } from "#test/outside.ts";
import { isPublicAddress, mayBeReached } from "./reach.ts";
import { readGiven } from "./read-given.ts";

test.each([
  ["93.184.216.34", true],
  ["2a00:1450:4007:80c::200e", true],
  ["127.0.0.1", false],
  ["10.1.2.3", false],
  ["172.20.0.1", false],
  ["192.168.1.1", false],
  ["169.254.169.254", false], // where clouds keep their secrets
  ["100.100.0.1", false],
  ["0.0.0.0", false],
  ["255.255.255.255", false],
  ["::1", false],
  ["fd00::1", false],
  ["fe80::1", false],
  ["::ffff:127.0.0.1", false],
  ["64:ff9b::7f00:1", false],
  ["pas une adresse", false],
])("%s is of the public Internet: %s", (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test.each([
  ["calendar.google.com", true],
  ["localhost", false],
  ["[::1]", false],
  ["127.0.0.1", false],
])("%s may be asked: %s", (host, expected) => {
  expect(mayBeReached(host)).toBe(expected);
});

const how = { userAgent: "Essai", accept: "text/calendar", wait: async () => {}, tryMs: 300, budgetMs: 1000 };
const inside = { ...how, inside: true };

test("an address that leads inside is not asked, whichever way it is written", async () => {
  await using outside = await playOutside((_, response) => response.end("secret"));
  const port = new URL(outside.url).port;
  for (const url of [
    outside.url,
    `http://localhost:${port}`,
    `http://[::1]:${port}`,
    `http://2130706433:${port}`,
    "file:///etc/passwd",
    "http://a:b@exemple.fr/",
  ])
    expect(await readGiven(url, how), url).toEqual({ ok: false, refusal: "refused" });
  expect(outside.asked).toEqual([]);
});

test("a text is read; a redirection is followed, not for ever", async () => {
  await using outside = await playOutside((request, response) => {
    if (request.url === "/") response.writeHead(302, { location: "/la" }).end();
    else if (request.url === "/tourne") response.writeHead(302, { location: "/tourne" }).end();
    else response.end("été");
  });
  expect(await readGiven(outside.url, inside)).toEqual({ ok: true, body: "été" });
  expect(await readGiven(`${outside.url}/tourne`, inside)).toEqual({ ok: false, refusal: "refused" });
});

test("one that is slow, too long or broken is left, and it is said why", async () => {
  await using outside = await playOutside((request, response) => {
    if (request.url === "/lente") return;
    if (request.url === "/longue") response.end("x".repeat(5000));
    else if (request.url === "/goutte") response.write("x");
    else if (request.url === "/absente") response.writeHead(404).end();
    else response.writeHead(503).end();
  });
  const read = async (path: string) => {
    const answer = await readGiven(outside.url + path, { ...inside, largest: 1000 });
    return answer.ok ? "ok" : answer.refusal;
  };
  expect(await read("/lente")).toBe("slow");
  expect(await read("/goutte")).toBe("slow");
  expect(await read("/longue")).toBe("unreadable");
  expect(await read("/absente")).toBe("refused");
  expect(await read("/occupee")).toBe("busy");
  expect((await readGiven("http://127.0.0.1:1/", inside)).ok).toBe(false);
});
