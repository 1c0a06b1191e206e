import { z } from "zod";
import { readDuration } from "#platform/dates.ts";
import type { Typed } from "#platform/web/form.ts";
import { objectives, type TraineeKind, traineeKinds } from "./rules.ts";

export const yearQuestion = z.object({
  annee: z.coerce.number().int().min(1950).max(2200).optional().catch(undefined),
});

const trainers = (whose: string) =>
  z
    .string()
    .trim()
    .regex(/^\d{0,3}$/, `Donnez le nombre de formateurs ${whose} en chiffres.`)
    .default("")
    .transform(Number);

const hours = z
  .string()
  .default("")
  .transform((typed, context) => {
    if (!typed.trim()) return 0;
    const minutes = readDuration(typed);
    if (minutes !== undefined && minutes <= 600_000) return minutes;
    context.addIssue({
      code: "custom",
      message: `« ${typed} » n’est pas une durée : écrivez 3,5 ou 3h30 ou 210 min.`,
    });
    return 0;
  });

/** What is said of a training for the yearly report. */
export const evidenceForm = z
  .object({
    stagiaires: z.enum(traineeKinds, "Choisissez qui est formé."),
    objectif: z.enum(objectives, "Choisissez ce que vise la formation."),
    specialite: z.string().trim().max(100, "La spécialité tient en 100 caractères.").default(""),
    confiee: z.literal("oui").optional(),
    internes: trainers("salariés"),
    heures_internes: hours,
    externes: trainers("extérieurs"),
    heures_externes: hours,
    version: z.coerce.number().int().min(0).catch(0),
  })
  .transform((form) => ({
    version: form.version,
    said: {
      trainee_kind: form.stagiaires,
      objective: form.objectif,
      specialty: form.specialite,
      subcontracted: form.confiee === "oui",
      inside_trainers: form.internes,
      inside_minutes: form.heures_internes,
      outside_trainers: form.externes,
      outside_minutes: form.heures_externes,
    },
  }));

type Said = z.output<typeof evidenceForm>["said"];

export interface EvidenceEntry extends Said {
  kinds: readonly { registrationId: number; kind: TraineeKind }[];
}

/** The field of one person. */
export const kindField = (registrationId: number) => `p${registrationId}`;

/** Of which kind each person is; those left as the training's are not in it. */
export const readKinds = (typed: Typed): EvidenceEntry["kinds"] =>
  Object.entries(typed).flatMap(([name, value]) => {
    const kind = traineeKinds.find((one) => one === value);
    const registrationId = Number(/^p(\d{1,15})$/.exec(name)?.[1]);
    return kind && registrationId ? [{ registrationId, kind }] : [];
  });
