import { parseArgs } from "node:util";
import { ConfigError } from "#platform/config.ts";
import { Refusal } from "#platform/refusal.ts";

/** One command of `maillage`: what is typed, what it does, in French. */
export interface Command {
  usage: string;
  summary: string;
  /** `path` makes a path typed by the person whole, from the folder where they typed it. Throws a Refusal to say no. */
  run: (words: readonly string[], path: (typed: string) => string) => Promise<void>;
}

export function help(commands: readonly Command[]): string {
  const lines = commands.map(({ usage, summary }) => `  maillage ${usage}\n      ${summary}`);
  return ["Maillage, le système d’information d’un réseau régional.", ...lines].join("\n\n");
}

/** Reads `--name value`, `--flag` and the bare words of a command; refuses what the command does not know. */
export function readWords<const Name extends string>(
  command: Pick<Command, "usage">,
  words: readonly string[],
  options: Readonly<Record<Name, "text" | "flag">>,
): { bare: string[]; given: Partial<Record<Name, string | boolean>> } {
  const entries = Object.entries<"text" | "flag">(options);
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: Object.fromEntries(
        entries.map(([name, kind]) => [name, { type: kind === "text" ? "string" : "boolean" } as const]),
      ),
    });
    return { bare: positionals, given: values as Partial<Record<Name, string | boolean>> };
  } catch {
    throw usage(command);
  }
}

export const usage = (command: Pick<Command, "usage">) => new Refusal(`Usage : maillage ${command.usage}`);

/** What a person reads when a command stops: a sentence when we know what happened, else the whole error. */
export function explain(error: unknown): string {
  if (error instanceof Refusal || error instanceof ConfigError) return error.message;
  const { code, message, stack } = error as Error & { code?: string };
  if (code === "ENOSPC" || code === "53100")
    return "Le disque est plein : rien de ce qui était en cours n’a été gardé à moitié. Faites de la place, puis relancez.";
  if (code === "ENOENT") return `Ce fichier n’existe pas ou ne peut pas être lu : ${message}`;
  if (code === "EACCES" || code === "EROFS")
    return `Maillage n’a pas le droit d’écrire ou de lire ici : ${message}`;
  if (code === "ECONNREFUSED" || code === "ENOTFOUND" || code === "ETIMEDOUT")
    return `La base de données ne répond pas à l’adresse de DATABASE_URL : ${message || code}`;
  if (code === "28P01" || code === "28000" || code === "3D000")
    return `La base de données refuse l’entrée : ${message}. Vérifiez DATABASE_URL.`;
  if (code === "42501")
    return `L’utilisateur de DATABASE_URL n’a pas assez de droits sur cette base : ${message}. Donnez-lui la propriété de la base (alter database … owner to …).`;
  return stack ?? String(error);
}
