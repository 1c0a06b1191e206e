import { z } from "zod";

/**
 * Every setting, read once and validated together: a missing one stops the start and is named.
 * This is the only file that reads `process.env`.
 */
const text = z.string().trim().min(1);

const settings = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: text.default("0.0.0.0"),
    BASE_URL: z.url({ protocol: /^https?$/, error: "doit être une adresse http(s)" }),
    SECRET: z.string("manque : 32 caractères ou plus").min(32, "doit compter 32 caractères ou plus"),
    DATABASE_URL: text.optional(),
    DATABASE_REPLICA_URL: text.optional(),
    DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
    DATA_DIR: text.optional(),
    SMTP_URL: text.optional(),
    MAIL_FROM: text.optional(),
    S3_ENDPOINT: z.url().optional(),
    S3_BUCKET: text.optional(),
    S3_REGION: text.default("auto"),
    S3_ACCESS_KEY_ID: text.optional(),
    S3_SECRET_ACCESS_KEY: text.optional(),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    TRUST_PROXY: z.enum(["0", "1"]).default("0"),
  })
  .superRefine((env, context) => {
    const need = (missing: boolean, path: string, message: string) => {
      if (missing) context.addIssue({ code: "custom", path: [path], message });
    };
    need(!env.DATABASE_URL && !env.DATA_DIR, "DATABASE_URL", "manque (ou DATA_DIR, pour la base embarquée)");
    need(!!env.SMTP_URL && !env.MAIL_FROM, "MAIL_FROM", "manque alors que SMTP_URL est donné");
    for (const name of ["S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const)
      need(!!env.S3_ENDPOINT && !env[name], name, "manque alors que S3_ENDPOINT est donné");
    need(!env.S3_ENDPOINT && !env.DATA_DIR, "DATA_DIR", "manque (ou S3_ENDPOINT, pour garder les fichiers)");
  });

export type Config = ReturnType<typeof readConfig>;

/** What stops the start: each wrong or missing setting, one a line. */
export class ConfigError extends Error {}

/**
 * Reads the settings; `defaults` serve the demonstration and the tests.
 * Throws a ConfigError that names every missing or malformed setting at once.
 */
export function readConfig(defaults: Record<string, string> = {}, env: NodeJS.ProcessEnv = process.env) {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const read = settings.safeParse({ ...defaults, ...given });
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join(".")} : ${issue.message}`);
    throw new ConfigError(`Réglages à revoir (voir docs/operations.md) :\n${[...new Set(lines)].join("\n")}`);
  }
  const value = read.data;
  return {
    port: value.PORT,
    host: value.HOST,
    baseUrl: value.BASE_URL.replace(/\/$/, ""),
    secret: value.SECRET,
    databaseUrl: value.DATABASE_URL,
    replicaUrl: value.DATABASE_REPLICA_URL,
    databasePool: value.DATABASE_POOL,
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
    logLevel: value.LOG_LEVEL,
    trustProxy: value.TRUST_PROXY === "1",
    secureCookies: value.BASE_URL.startsWith("https:"),
  };
}
