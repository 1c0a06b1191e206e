import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join as pathOf } from "node:path";

/**
 * Signs this process in as a user of the server of `home`. The function given back signs it out and says whether
 * other living processes still use the server.
 */
export async function join(home: string): Promise<() => Promise<boolean>> {
  const folder = pathOf(home, "users");
  await mkdir(folder, { recursive: true });
  const name = `${process.pid}-${Math.random().toString(36).slice(2)}`;
  await writeFile(pathOf(folder, name), await birthOf(process.pid));
  return async () => {
    await rm(pathOf(folder, name), { force: true });
    return hasLiving(folder);
  };
}

async function hasLiving(folder: string): Promise<boolean> {
  for (const name of await readdir(folder).catch(() => [])) {
    const birth = await readFile(pathOf(folder, name), "utf8").catch(() => undefined);
    const pid = Number.parseInt(name, 10);
    if (birth !== undefined && isAlive(pid) && (await birthOf(pid)) === birth) return true;
    await rm(pathOf(folder, name), { force: true }); // killed before it could sign out
  }
  return false;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process was born, where the system says it (Linux): tells it from a later one of the same number. */
async function birthOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}
