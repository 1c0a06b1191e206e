import type { Author, Db } from "../db/index.ts";
import { NotFound } from "../web/errors.ts";
import type { Files } from "./index.ts";

/** The longest side kept, in pixels, and the most that is opened: beyond, memory is what is attacked. */
const longestSide = 1600;
const mostPixels = 60_000_000;

export type PictureOutcome =
  | { ok: true; id: string; width: number; height: number }
  | { ok: false; refusal: string };

/**
 * Makes a picture ready for the web and keeps it: upright, 1 600 pixels at most, as WebP, without what the camera noted
 * (place, person, device). Refuses what is no JPEG, PNG, WebP, GIF, AVIF or TIFF.
 */
export async function putPicture(
  files: Files,
  db: Db,
  author: Author,
  { name, bytes }: { name: string; bytes: Uint8Array },
): Promise<PictureOutcome> {
  const made = await prepare(bytes).catch(() => undefined);
  if (!made)
    return {
      ok: false,
      refusal:
        "Ce fichier n’est pas une image lisible : donnez une photographie ou un logo en JPEG, PNG ou WebP.",
    };
  const { width, height } = made.info;
  const file = await files.put(db, author, {
    name: `${name.replace(/\.[^.]*$/, "") || "image"}.webp`,
    mediaType: "image/webp",
    bytes: made.data,
  });
  await db
    .updateTable("platform.files")
    .set({ picture: true, width, height })
    .where("id", "=", file.id)
    .execute();
  return { ok: true, id: file.id, width, height };
}

async function prepare(bytes: Uint8Array) {
  const { default: sharp } = await import("sharp"); // loaded when a picture comes, not at each start
  const { format } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata();
  if (format === undefined || format === "svg" || format === "pdf") return undefined;
  return sharp(bytes, { limitInputPixels: mostPixels })
    .rotate()
    .resize(longestSide, longestSide, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
}

/** Opens a picture made by `putPicture`; throws NotFound for any other file, whoever asks. */
export async function openPicture(files: Files, db: Db, id: string) {
  if (!(await isPicture(db, id))) throw new NotFound();
  return files.open(db, id);
}

/** Whether this number is that of a picture made by `putPicture`; what is no number is none. */
export async function isPicture(db: Db, id: string): Promise<boolean> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return false;
  const known = await db
    .selectFrom("platform.files")
    .select("id")
    .where("id", "=", id)
    .where("picture", "=", true)
    .executeTakeFirst();
  return known !== undefined;
}
