/** Backups: everything that an instance knows in one file, and back. It knows tables and files, not what they mean. */
export { restoreBackup } from "./restore.ts";
export { takeBackup } from "./take.ts";
