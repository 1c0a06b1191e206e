import { randomBytes } from "node:crypto";
import { createInvitation, createUser } from "#domains/accounts/index.ts";
import { accounts } from "#paths/accounts.ts";
import { system } from "#platform/db/index.ts";
import { openLog } from "#platform/log.ts";
import { Refusal } from "#platform/refusal.ts";
import type { Services } from "#platform/web/env.ts";
import { type Role, roles } from "#platform/web/visitor.ts";
import { openServices } from "../main.ts";
import { type Command, readWords, usage } from "./command.ts";
import { commandConfig } from "./settings.ts";

/** Roles as people type them. */
const named: Readonly<Record<string, Role>> = {
  membre: "member",
  jury: "juror",
  ca: "board",
  animation: "officer",
  administration: "administrator",
};

export const command: Command = {
  usage: `user create --nom "Prénom Nom" --courriel adresse --role ${Object.keys(named).join("|")} [--inviter] [--demo]`,
  summary:
    "Ouvre un compte (le premier administrateur, par exemple) et affiche un mot de passe à changer ; avec --inviter, écrit à la personne, qui le choisit.",
  async run(words) {
    const options = { nom: "text", courriel: "text", role: "text", inviter: "flag", demo: "flag" } as const;
    const { given } = readWords(command, words, options);
    const { nom, courriel, role: typed } = given;
    if (typeof nom !== "string" || typeof courriel !== "string" || typeof typed !== "string")
      throw usage(command);
    const role = named[typed] ?? roles.find((role) => role === typed);
    if (!role) throw new Refusal(`Le rôle « ${typed} » n’existe pas : ${Object.keys(named).join(", ")}.`);
    if (!/^\S+@\S+\.\S+$/.test(courriel))
      throw new Refusal(`« ${courriel} » n’est pas une adresse complète : il faut nom@domaine.fr.`);
    const config = commandConfig(given.demo === true);
    const { services, close } = await openServices(config, openLog("warn"), { work: false });
    try {
      if (given.inviter === true)
        return await invite(services, { name: nom, email: courriel, roles: [role] });
      const password = randomBytes(12).toString("base64url");
      const user = { name: nom, email: courriel, roles: [role], password };
      const { created } = await createUser(services.db, system, user);
      const door = config.baseUrl + accounts.signIn();
      console.log(
        created
          ? `Compte ouvert pour ${nom}. À l’adresse ${door}, avec ${courriel} et ce mot de passe, à changer ensuite :\n\n  ${password}`
          : `${courriel} avait déjà un compte : il garde son mot de passe et reçoit le rôle « ${typed} ».`,
      );
    } finally {
      await close();
    }
  },
};

async function invite(services: Services, person: { name: string; email: string; roles: readonly Role[] }) {
  const outcome = await createInvitation(services.db, system, services, { ...person, now: new Date() });
  if (!outcome.ok) throw new Refusal(`${person.email} a déjà un compte : il n’y a pas à l’inviter.`);
  console.log(
    `Invitation écrite à ${person.email} ; sans serveur SMTP, elle se lit dans la gestion, à « Courrier ».`,
  );
}
