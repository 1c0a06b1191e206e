import { resolve } from "node:path";
import { z } from "zod";

/**
 * Every setting, read once and validated together: a missing one stops the start and is named.
 * This is the only file that reads `process.env`.
 */
const text = z.string().trim().min(1);

/** The base address of a service of others, or `non` to do without it. */
const service = z.union(
  [z.literal("non"), z.url({ protocol: /^https?$/ })],
  "est une adresse http(s) entière, ou non",
);

const settings = z.object({
  PORT: z.coerce.number("doit être un nombre").int().min(0).max(65535, "va jusqu’à 65535").default(3000),
  HOST: text.default("0.0.0.0"),
  BASE_URL: z.url({
    protocol: /^https?$/,
    error: ({ input }) =>
      input === undefined ? "manque : l’adresse publique du site" : "doit être une adresse http(s) entière",
  }),
  SECRET: z.string("manque : 32 caractères ou plus").min(32, "doit compter 32 caractères ou plus"),
  DATABASE_URL: text.optional(),
  DATABASE_REPLICA_URL: text.optional(),
  DATABASE_POOL: z.coerce.number("doit être un nombre").int().min(2).max(200).default(10),
  JOBS: z.enum(["0", "1"], "est 0 ou 1").default("1"),
  DATA_DIR: text.optional(),
  SMTP_URL: text.optional(),
  MAIL_FROM: text.optional(),
  S3_ENDPOINT: z.url("doit être une adresse http(s) entière").optional(),
  S3_BUCKET: text.optional(),
  S3_REGION: text.default("auto"),
  S3_ACCESS_KEY_ID: text.optional(),
  S3_SECRET_ACCESS_KEY: text.optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], "est debug, info, warn, error ou silent")
    .default("info"),
  SIRENE_URL: service.default("https://recherche-entreprises.api.gouv.fr"),
  RNA_URL: service.default(
    "https://journal-officiel-datadila.opendatasoft.com/api/explore/v2.1/catalog/datasets/jo_associations",
  ),
  INSIDE_ADDRESSES: z.enum(["0", "1"], "est 0 ou 1").default("0"),
  TRUST_PROXY: z.enum(["0", "1"], "est 0 ou 1").default("0"),
});

type Given = Readonly<Record<string, string | undefined>>;

/** What settings ask of one another. */
function missing(env: Given): string[] {
  const need = (wanted: boolean, name: string, why: string) =>
    wanted && !env[name] ? [`${name} : ${why}`] : [];
  const s3 = ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"];
  return [
    ...need(!env["DATA_DIR"], "DATABASE_URL", "manque (ou DATA_DIR, pour la base embarquée)"),
    ...need(!!env["SMTP_URL"], "MAIL_FROM", "manque alors que SMTP_URL est donné"),
    ...s3.flatMap((name) => need(!!env["S3_ENDPOINT"], name, "manque alors que S3_ENDPOINT est donné")),
    ...need(
      !env["S3_ENDPOINT"] && !!env["DATABASE_URL"],
      "DATA_DIR",
      "manque (ou S3_ENDPOINT, pour garder les fichiers)",
    ),
  ];
}

export type Config = ReturnType<typeof readConfig>;

/** What stops the start: each wrong or missing setting, one a line. */
export class ConfigError extends Error {}

/** Where the person typed the command: a folder of the settings is understood from there. */
const startedFrom = process.cwd();

/**
 * Reads the settings; `defaults` serve the demonstration and the tests, made from what is given when they depend on it.
 * Throws a ConfigError that names every missing or malformed setting at once.
 */
export function readConfig(
  defaults: Record<string, string> | ((given: Given) => Record<string, string>) = {},
  env: NodeJS.ProcessEnv = process.env,
) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  if (given["DATA_DIR"]) given["DATA_DIR"] = resolve(startedFrom, given["DATA_DIR"]);
  const all = { ...(typeof defaults === "function" ? defaults(given) : defaults), ...given };
  const read = settings.safeParse(all);
  const wrong = read.error?.issues.map((issue) => `${issue.path.join(".")} : ${issue.message}`) ?? [];
  const lines = [...new Set([...wrong, ...missing(all)])].map((line) => `  ${line}`);
  if (!read.success || lines.length > 0)
    throw new ConfigError(`Réglages à revoir (voir docs/operations.md) :\n${lines.join("\n")}`);
  const value = read.data;
  return {
    port: value.PORT,
    host: value.HOST,
    baseUrl: value.BASE_URL.replace(/\/$/, ""),
    secret: value.SECRET,
    databaseUrl: value.DATABASE_URL,
    replicaUrl: value.DATABASE_REPLICA_URL,
    databasePool: value.DATABASE_POOL,
    jobs: value.JOBS === "1",
    dataDir: value.DATA_DIR,
    mail: value.SMTP_URL && value.MAIL_FROM ? { url: value.SMTP_URL, from: value.MAIL_FROM } : undefined,
    s3:
      value.S3_ENDPOINT && value.S3_BUCKET && value.S3_ACCESS_KEY_ID && value.S3_SECRET_ACCESS_KEY
        ? {
            endpoint: value.S3_ENDPOINT,
            bucket: value.S3_BUCKET,
            region: value.S3_REGION,
            accessKeyId: value.S3_ACCESS_KEY_ID,
            secretAccessKey: value.S3_SECRET_ACCESS_KEY,
          }
        : undefined,
    registers: {
      sirene: value.SIRENE_URL === "non" ? undefined : value.SIRENE_URL,
      rna: value.RNA_URL === "non" ? undefined : value.RNA_URL,
    },
    logLevel: value.LOG_LEVEL,
    insideAddresses: value.INSIDE_ADDRESSES === "1",
    trustProxy: value.TRUST_PROXY === "1",
    secureCookies: value.BASE_URL.startsWith("https:"),
  };
}
