import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Files } from "#platform/files/index.ts";
import type { Settings, SettingsForm } from "./input.ts";
import { forgetNetwork } from "./queries.ts";

type Outcome = { ok: true } | { ok: false; refusal: "changed-since" };

export interface NewLogo {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/**
 * Writes the settings, each under its key, and the logo when one is given. Refuses (`changed-since`) when a colleague has
 * saved since the page was opened: two clicks cannot both win. Every change is in the change log, setting by setting.
 */
export async function saveSettings(
  db: Db,
  files: Files,
  author: Author,
  { version, remove_logo, ...given }: SettingsForm,
  logo?: NewLogo,
): Promise<Outcome> {
  const outcome = await inTransaction(db, author, async (db): Promise<Outcome> => {
    if (!(await advance(db, version))) return { ok: false, refusal: "changed-since" };
    const stored = logo ? (await files.put(db, author, logo)).id : remove_logo ? "" : undefined;
    await writeSettings(db, stored === undefined ? given : { ...given, logo_file: stored });
    return { ok: true };
  });
  forgetNetwork(db);
  return outcome;
}

/** Writes some settings as they are, without a version: for the demonstration and the first start. */
export async function setSettings(db: Db, author: Author, given: Partial<Settings>): Promise<void> {
  await inTransaction(db, author, (db) => writeSettings(db, given));
  forgetNetwork(db);
}

async function writeSettings(db: Db, given: Partial<Settings>) {
  const rows = Object.entries(given).map(([key, value]) => ({ key, value: JSON.stringify(value) }));
  await db
    .insertInto("network.settings")
    .values(rows)
    .onConflict((row) =>
      row
        .column("key")
        .doUpdateSet((line) => ({ value: line.ref("excluded.value"), updated_at: new Date() }))
        .whereRef("network.settings.value", "is distinct from", (line) => line.ref("excluded.value")),
    )
    .execute();
}

/** Moves the version from `seen` to the next one; false when it is no longer there. */
async function advance(db: Db, seen: number): Promise<boolean> {
  await db
    .insertInto("network.settings")
    .values({ key: "version", value: JSON.stringify(0) })
    .onConflict((row) => row.doNothing())
    .execute();
  const moved = await db
    .updateTable("network.settings")
    .set({ value: JSON.stringify(seen + 1), updated_at: new Date() })
    .where("key", "=", "version")
    .where("value", "=", JSON.stringify(seen))
    .executeTakeFirst();
  return moved.numUpdatedRows > 0n;
}
