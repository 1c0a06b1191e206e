import { sql } from "kysely";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Files } from "#platform/files/index.ts";
import { sniff } from "#platform/files/sniff.ts";
import { fieldName, type Section } from "#platform/questionnaire/content.ts";
import type { FileValue } from "#platform/questionnaire/values.ts";

/** In bytes; and how many one answer may hold, all questions together. */
const largest = 10_000_000;
const mostFiles = 60;

/** What people join to an answer: nothing that a browser would run. */
const taken =
  /^(application\/pdf|image\/(png|jpeg|webp|gif)|text\/(plain|csv)|application\/vnd\.(ms-excel|oasis\.opendocument\.[a-z-]+|openxmlformats-officedocument\.[a-z.]+))$/;

/** The fields of this page that take files, and how many each takes. */
function fileFields(section: Section, sent: Iterable<string>): Map<string, number> {
  const fields = new Map<string, number>();
  for (const field of sent) {
    const [id = "", time, inner] = field.split("-");
    const question = section.questions.find((one) => one.id === id);
    const asked = inner === undefined ? question : question?.questions?.find((one) => one.id === inner);
    const path = inner === undefined ? [id] : [id, time ?? "", inner];
    if (asked?.kind === "file" && fieldName(...path) === field) fields.set(field, asked.most ?? 1);
  }
  return fields;
}

/**
 * Keeps the files that came with a page; refused ones are told by field. What was kept is by field too, to be read with the
 * form. `already`: how many each field holds.
 */
export async function keepUploads(
  db: Db,
  author: Author,
  files: Files,
  { answerId, section, already }: { answerId: number; section: Section; already: (field: string) => number },
  uploads: ReadonlyMap<string, readonly File[]>,
): Promise<{ kept: Map<string, FileValue[]>; errors: Record<string, string> }> {
  const kept = new Map<string, FileValue[]>();
  const errors: Record<string, string> = {};
  const fields = fileFields(section, uploads.keys());
  if (fields.size === 0) return { kept, errors };
  let room = mostFiles - (await countFiles(db, answerId));
  for (const [field, most] of fields)
    for (const file of uploads.get(field) ?? []) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const full = already(field) + (kept.get(field)?.length ?? 0) >= most;
      const refusal = refusalOf(file, bytes, full ? most : undefined, room);
      if (refusal) errors[field] = refusal;
      else {
        const put = await keep(db, author, files, answerId, file, bytes);
        kept.set(field, [...(kept.get(field) ?? []), put]);
        room--;
      }
    }
  return { kept, errors };
}

function refusalOf(
  file: File,
  bytes: Uint8Array,
  full: number | undefined,
  room: number,
): string | undefined {
  const name = `« ${file.name.slice(0, 80)} »`;
  if (full !== undefined)
    return `${name} n’a pas été gardé : ${full} fichier${full > 1 ? "s" : ""} au plus ici. Retirez-en un d’abord.`;
  if (bytes.length > largest)
    return `${name} dépasse 10 Mo : réduisez-le, ou envoyez-le par courriel à l’équipe.`;
  if (room <= 0) return `${name} n’a pas été gardé : une réponse contient ${mostFiles} fichiers au plus.`;
  return taken.test(sniff(bytes, file.type, file.name))
    ? undefined
    : `${name} n’est ni un PDF, ni une image, ni un texte, ni un tableur : convertissez-le en PDF.`;
}

function keep(db: Db, author: Author, files: Files, answerId: number, file: File, bytes: Uint8Array) {
  return inTransaction(db, author, async (db) => {
    const { id, name, mediaType, sizeBytes } = await files.put(db, author, {
      name: file.name,
      mediaType: file.type,
      bytes,
    });
    await db.insertInto("questionnaires.answer_files").values({ file_id: id, answer_id: answerId }).execute();
    return { id, name, mediaType, sizeBytes };
  });
}

async function countFiles(db: Db, answerId: number): Promise<number> {
  const { count } = await db
    .selectFrom("questionnaires.answer_files")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("answer_id", "=", answerId)
    .executeTakeFirstOrThrow();
  return count;
}

/** The files that belong to an answer, as answers name them. */
export async function listFiles(db: Db, answerId: number): Promise<FileValue[]> {
  return db
    .selectFrom("questionnaires.answer_files as kept")
    .innerJoin("platform.files as file", "file.id", "kept.file_id")
    .select(["file.id", "file.name", "file.media_type as mediaType", "file.size_bytes as sizeBytes"])
    .where("kept.answer_id", "=", answerId)
    .orderBy("kept.created_at")
    .execute();
}

/** Forgets files that no page of the answer names any more, unless what was submitted names them. */
export async function dropFiles(
  db: Db,
  author: Author,
  files: Files,
  answerId: number,
  ids: readonly string[],
) {
  if (ids.length === 0) return;
  await inTransaction(db, author, async (db) => {
    const gone = await db
      .deleteFrom("questionnaires.answer_files as kept")
      .where("kept.answer_id", "=", answerId)
      .where("kept.file_id", "in", [...ids])
      .where(
        sql<boolean>`not exists (select from questionnaires.answers answer
          where answer.id = kept.answer_id and answer.given::text like '%' || kept.file_id || '%')`,
      )
      .returning("kept.file_id")
      .execute();
    for (const { file_id } of gone) await files.remove(db, author, file_id); // one or two, taken away by hand
  });
}
