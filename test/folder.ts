import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A new folder under the system's temporary one, to be removed by whoever asked. Others may pass through it: under root,
 * PostgreSQL runs as another user and keeps its data here only if it can reach them.
 */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `maillage-${name}-`));
  await chmod(folder, 0o711);
  return folder;
}
