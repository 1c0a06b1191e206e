import { z } from "zod";
import type { Day } from "#platform/dates.ts";
import { dayOrNone, duration, emailOrNone, line, needed, phone, someDay } from "../input.ts";
import { goalStates } from "../rules.ts";

const version = z.coerce.number().int().catch(0);

export const goalForm = (today: Day) =>
  z.object({
    objectif: needed("Dites l’objectif, en une phrase.", 300),
    echeance: dayOrNone(today),
    version,
  });

export const goalStateForm = z.object({ etat: z.enum(goalStates), version });

export const timeForm = (today: Day) =>
  z.object({
    quoi: needed("Dites à quoi : relecture, courriels…", 300),
    temps: duration,
    jour: someDay(today),
  });

export const personForm = z.object({
  nom: needed("Donnez le nom de la personne.", 200),
  fonction: line("La fonction", 200),
  courriel: emailOrNone,
  telephone: phone,
});

export const noteForm = z.object({ note: needed("Écrivez la note.", 20_000), version });

export const wordForm = z.object({ mot: needed("Écrivez votre message.", 10_000) });

export const documentForm = z.object({ titre: line("Le titre", 300) });
