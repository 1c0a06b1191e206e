import { z } from "zod";
import { email } from "../entrance/input.ts";
import { newPassword } from "../mine/input.ts";
import { roleList } from "../people/input.ts";

const name = z
  .string("Donnez le nom de la personne.")
  .trim()
  .min(1, "Donnez le nom de la personne.")
  .max(120, "Ce nom dépasse 120 caractères.");

export const invitationForm = z
  .object({ name, email, roles: roleList, organisation: z.string().trim().max(300).default("") })
  .refine(({ roles, organisation }) => !organisation || roles.includes("member"), {
    path: ["organisation"],
    message:
      "Une organisation ne concerne que le rôle de porte-parole d’un adhérent : cochez-le, ou videz ce champ.",
  });

export const acceptanceForm = z.object({ name, password: newPassword });
