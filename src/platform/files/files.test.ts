import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { system } from "#platform/db/index.ts";
import { NotFound } from "#platform/web/errors.ts";
import { test } from "#test/database.ts";
import { openFolder } from "./folder.ts";
import { cleanStore, openFiles, type Store } from "./index.ts";
import { safeName } from "./record.ts";
import { openBucket } from "./s3.ts";
import { sniff } from "./sniff.ts";

const settings = {
  bucket: "maillage",
  region: "fr-par",
  accessKeyId: "CLE",
  secretAccessKey: "secret-de-la-cle",
};

const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** The signature that AWS documents (Signature Version 4), computed again from what arrived. */
function expectedSignature(request: IncomingMessage, day: string, signed: string): string {
  const { pathname, searchParams } = new URL(request.url ?? "", "http://ici");
  const headers = signed
    .split(";")
    .map((name) => `${name}:${String(request.headers[name] ?? "").trim()}\n`)
    .join("");
  const hash = String(request.headers["x-amz-content-sha256"]);
  const canonical = [request.method, pathname, searchParams.toString(), headers, signed, hash].join("\n");
  const scope = `${day}/${settings.region}/s3/aws4_request`;
  const digest = createHash("sha256").update(canonical).digest("hex");
  const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, digest].join("\n");
  const key = ["aws4_request"].reduce(
    hmac,
    hmac(hmac(hmac(`AWS4${settings.secretAccessKey}`, day), settings.region), "s3"),
  );
  return hmac(key, text).toString("hex");
}

/** A bucket on this machine, that answers only well signed requests. */
async function openS3() {
  const kept = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const given = /Credential=([^/]+)\/(\d{8})\/.*SignedHeaders=([^,]+), ?Signature=([0-9a-f]+)/.exec(
      request.headers.authorization ?? "",
    );
    const body = await buffer(request);
    const right = given && expectedSignature(request, given[2] ?? "", given[3] ?? "") === given[4];
    const path = request.url ?? "";
    if (!right || given[1] !== settings.accessKeyId)
      return response.writeHead(403).end("SignatureDoesNotMatch");
    if (request.method === "PUT") kept.set(path, body);
    if (request.method === "DELETE") kept.delete(path);
    const found = kept.get(path);
    if (request.method === "GET" && !found) return response.writeHead(404).end();
    response.writeHead(200).end(request.method === "GET" ? found : "");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  return { kept, endpoint: `http://127.0.0.1:${port}`, close: () => server.close() };
}

let folder = "";
let s3: Awaited<ReturnType<typeof openS3>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "maillage-files-"));
  s3 = await openS3();
});
afterAll(async () => {
  s3.close();
  await rm(folder, { recursive: true, force: true });
});

const stores: readonly (readonly [string, () => Store])[] = [
  ["a folder", () => openFolder(folder)],
  ["an S3-compatible bucket", () => openBucket({ ...settings, endpoint: s3.endpoint })],
];

describe.each(stores)("files in %s", (_, open) => {
  test("what is put is given back, until it is removed and the night has passed", async ({ db }) => {
    const store = open();
    const files = openFiles(store);
    const bytes = Buffer.from("%PDF-1.7 …");
    const kept = await files.put(db, system, { name: "../statuts.pdf", mediaType: "text/html", bytes });
    expect(kept).toMatchObject({
      name: "statuts.pdf",
      mediaType: "application/pdf",
      sizeBytes: bytes.length,
    });
    expect(await buffer((await files.open(db, kept.id)).body)).toEqual(bytes);
    const key = await db
      .selectFrom("platform.files")
      .select("storage_key")
      .where("id", "=", kept.id)
      .executeTakeFirstOrThrow();
    await files.remove(db, system, kept.id);
    await expect(files.open(db, kept.id)).rejects.toThrow(NotFound);
    expect(await store.read(key.storage_key)).toBeDefined();
    await cleanStore(db, store);
    expect(await store.read(key.storage_key)).toBeUndefined();
    await store.erase(key.storage_key);
  });
});

test("a bucket refuses a key that is not its own, and the reason is said", async () => {
  const store = openBucket({ ...settings, secretAccessKey: "une-autre", endpoint: s3.endpoint });
  await expect(store.write("a", Buffer.from("b"), "text/plain")).rejects.toThrow("403");
});

test("a file is what its bytes are, whatever was said of it", () => {
  const cases: readonly (readonly [string | Buffer, string, string])[] = [
    ["nom;ville\n", "liste.csv", "text/csv"],
    ["<script>alert(1)</script>", "page.html", "text/plain"],
    ["\u0000\u0001\u0002", "liste.csv", "application/octet-stream"],
    [Buffer.from("ffd8ffe0", "hex"), "photo.csv", "image/jpeg"],
    [Buffer.from("fffe6e006f006d00", "hex"), "liste.csv", "text/csv"],
    [
      "PK\u0003\u0004…xl/workbook.xml…",
      "tableau.zip",
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ],
  ];
  for (const [bytes, name, type] of cases)
    expect(sniff(Buffer.from(bytes as string, "latin1"), "", name), name).toBe(type);
});

test("a name loses its path and its control characters, and keeps its ending", () => {
  expect(safeName("C:\\Users\\nadia\\Réunions 2021.xlsx")).toBe("Réunions 2021.xlsx");
  expect(safeName("../../etc/passwd")).toBe("passwd");
  expect(safeName("a\u0000\nb.csv")).toBe("ab.csv");
  expect(safeName("…/")).toBe("fichier");
  expect(safeName(`${"x".repeat(400)}.csv`)).toMatch(/^x{251}\.csv$/);
});
