import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { temporaryFolder } from "./folder.ts";

/** Whether Debian's Postfix is installed, and whether this account may start one: it is for root alone. */
export const postfixIsHere = existsSync("/usr/sbin/postfix") && process.getuid?.() === 0;

const services = [
  "pickup unix n - n 60 1 pickup",
  "cleanup unix n - n - 0 cleanup",
  "qmgr unix n - n 300 1 qmgr",
  "rewrite unix - - n - - trivial-rewrite",
  ...["bounce", "defer", "trace"].map((name) => `${name} unix - - n - 0 bounce`),
  "proxymap unix - - n - - proxymap",
  "smtp unix - - n - - smtp",
  "error unix - - n - - error",
  "retry unix - - n - - error",
  "virtual unix - n n - - virtual",
  "anvil unix - - n - 1 anvil",
  "postlog unix-dgram n - n - 1 postlogd",
];

/**
 * A Postfix of its own on this machine, as a network would have one: it takes letters for `exemple.fr` and puts them in a
 * Maildir, knows no `inconnu@`, and asks `plus-tard@` to come back. `letters` gives what came, as text.
 */
export async function openPostfix() {
  const folder = await temporaryFolder("postfix");
  chmodSync(folder, 0o755);
  const port = await freePort();
  const [user = "", group = ""] = ["-u", "-g"].map((which) =>
    execFileSync("id", [which, "postfix"]).toString().trim(),
  );
  for (const name of ["etc", "queue", "data", "mail"]) mkdirSync(join(folder, name));
  for (const name of ["data", "mail"]) execFileSync("chown", [`${user}:${group}`, join(folder, name)]);
  writeFileSync(
    join(folder, "etc/boxes"),
    "inconnu@exemple.fr 550 5.1.1 Inconnu\nplus-tard@exemple.fr 451 4.2.0 Plus tard\n",
  );
  const settings = {
    compatibility_level: "3.6",
    queue_directory: join(folder, "queue"),
    data_directory: join(folder, "data"),
    maillog_file: join(folder, "log"),
    maillog_file_prefixes: folder,
    inet_interfaces: "127.0.0.1",
    inet_protocols: "ipv4",
    mynetworks: "127.0.0.0/8",
    myhostname: "courrier.invalid",
    mydestination: "",
    alias_maps: "",
    smtpd_tls_security_level: "none",
    smtpd_recipient_restrictions: `check_recipient_access texthash:${join(folder, "etc/boxes")}, permit_mynetworks, reject`,
    virtual_mailbox_domains: "exemple.fr",
    virtual_mailbox_base: join(folder, "mail"),
    virtual_mailbox_maps: "static:all/",
    virtual_minimum_uid: "1",
    virtual_uid_maps: `static:${user}`,
    virtual_gid_maps: `static:${group}`,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  writeFileSync(join(folder, "etc/main.cf"), `${lines.join("\n")}\n`);
  writeFileSync(
    join(folder, "etc/master.cf"),
    `${[`127.0.0.1:${port} inet n - n - - smtpd`, ...services].join("\n")}\n`,
  );
  const command = (word: string) =>
    spawnSync("/usr/sbin/postfix", ["-c", join(folder, "etc"), word], { encoding: "utf8" });
  const started = command("start");
  if (started.status !== 0) throw new Error(`Postfix did not start: ${started.stderr}`);
  const box = join(folder, "mail/all/new");
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** What came, once there are `count` of them and none is on its way; as it is after ten seconds. */
    async letters(count: number): Promise<string[]> {
      const list = (path: string) => (existsSync(path) ? readdirSync(path, { recursive: true }) : []);
      const onTheWay = () =>
        ["incoming", "active"].some((name) => list(join(folder, "queue", name)).length > 0);
      for (const until = Date.now() + 10_000; Date.now() < until; ) {
        if (list(box).length >= count && !onTheWay()) break;
        await new Promise((done) => setTimeout(done, 50));
      }
      return list(box).map((name) => readFileSync(join(box, String(name)), "utf8"));
    },
    async [Symbol.asyncDispose]() {
      command("stop");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
}
