import { type Opened, serveSite } from "../main.ts";

/** Serves until SIGINT (Ctrl-C) or SIGTERM, then ends in order; a second one ends at once. */
export async function serveUntilStopped(
  opened: Opened,
  ready: (port: number) => void,
  stopping: () => void,
): Promise<void> {
  const { port, stop } = await serveSite(opened);
  ready(port);
  await new Promise<void>((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        done();
      });
  });
  stopping();
  await stop();
}
