import sharp from "sharp";
import { expect } from "vitest";
import { test } from "#test/database.ts";
import { memoryFiles } from "#test/services.ts";
import { system } from "../db/index.ts";
import { NotFound } from "../web/errors.ts";
import { openPicture, putPicture } from "./pictures.ts";

const photograph = () =>
  sharp({ create: { width: 3000, height: 1000, channels: 3, background: "#274" } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitude: "50/1", GPSLongitude: "3/1" } })
    .withMetadata({ orientation: 6 })
    .toBuffer();

test("a photograph is set upright, made smaller, and forgets where it was taken", async ({ db }) => {
  const files = memoryFiles();
  const outcome = await putPicture(files, db, system, { name: "école.JPG", bytes: await photograph() });
  expect(outcome).toMatchObject({ ok: true, width: 533, height: 1600 });
  if (!outcome.ok) return;
  const { file, body } = await openPicture(files, db, outcome.id);
  expect(file).toMatchObject({ name: "école.webp", mediaType: "image/webp" });
  const made = await sharp(Buffer.concat(await body.toArray())).metadata();
  expect(made.exif).toBeUndefined();
});

test("what is no picture is refused in words", async ({ db }) => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  for (const text of ["", "%PDF-1.7", svg, "bonjour"]) {
    const outcome = await putPicture(memoryFiles(), db, system, { name: "a.png", bytes: Buffer.from(text) });
    expect(outcome).toMatchObject({ ok: false, refusal: expect.stringContaining("JPEG, PNG ou WebP") });
  }
});

test("a file that is no picture is never served as one", async ({ db }) => {
  const files = memoryFiles();
  const given = await files.put(db, system, {
    name: "secret.csv",
    mediaType: "text/csv",
    bytes: Buffer.from("a;b"),
  });
  await expect(openPicture(files, db, given.id)).rejects.toThrow(NotFound);
});
