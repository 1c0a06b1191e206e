// npm run dev: the demonstration, built again and started again at each change.
import { spawn } from "node:child_process";
import { build } from "vite";

let server;
let wanted = Promise.resolve();

/** One restart at a time: the old server leaves its port and its database before the new one comes. */
function restart() {
  wanted = wanted.then(async () => {
    if (server && server.exitCode === null) {
      const gone = new Promise((done) => server.once("exit", done));
      server.kill("SIGTERM");
      await gone;
    }
    server = spawn(process.execPath, ["--enable-source-maps", "dist/server/maillage.js", "demo"], {
      stdio: "inherit",
    });
  });
}

const parts = ["vite.config.ts", "vite.server.config.ts"];
const built = new Set();
for (const configFile of parts) {
  const watcher = await build({ configFile, logLevel: "warn", build: { watch: {} } });
  watcher.on("event", (event) => {
    if (event.code === "ERROR") console.error(event.error);
    if (event.code === "BUNDLE_END") event.result?.close();
    if (event.code === "END" && built.add(configFile).size === parts.length) restart();
  });
}

for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, async () => {
    await wanted;
    server?.once("exit", () => process.exit());
    server?.kill("SIGTERM");
  });
