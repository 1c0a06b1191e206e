import { demoAccounts } from "./accounts.ts";

/** What the terminal says when a demonstration is ready: who may enter, and where. */
export function welcome(url: string): string {
  const accounts = Object.values(demoAccounts);
  const width = Math.max(...accounts.map(({ email }) => email.length));
  return [
    "",
    `Pour entrer, un compte par rôle, mot de passe ${accounts[0]?.password} :`,
    ...accounts.map(({ email, about }) => `  ${email.padEnd(width)}  ${about}`),
    "",
    `Le site est à ${url} et la gestion à ${url}/gestion. Ctrl-C pour arrêter.`,
  ].join("\n");
}
