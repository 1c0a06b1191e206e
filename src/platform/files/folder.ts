import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Store } from "./index.ts";

/** Files under `folder`, in sub-folders by the first two characters of the key. */
export function openFolder(folder: string): Store {
  const place = (key: string) => join(folder, key.slice(0, 2), key);
  return {
    /** Written aside, forced to the disk, then given its name: a cut of power leaves a whole file or none. */
    async write(key, bytes) {
      const path = place(key);
      await mkdir(dirname(path), { recursive: true });
      const file = await open(`${path}.part`, "w", 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.part`, path);
    },
    async read(key) {
      const known = await stat(place(key)).catch(() => undefined);
      return known?.isFile() ? createReadStream(place(key)) : undefined;
    },
    erase: (key) => rm(place(key), { force: true }),
  };
}
