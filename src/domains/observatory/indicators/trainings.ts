import { sql } from "kysely";
import type { Indicator } from "../indicator.ts";

const register = { rule_version: 1, rows: "training_sessions" } as const;

export const trainingIndicators: readonly Indicator[] = [
  {
    ...register,
    id: "trainings.count",
    label: "Formations",
    definition:
      "Nombre de sessions de formation commencées dans l’année, d’après le registre des formations.",
    unit: "formations",
    measure: { kind: "count" },
  },
  {
    ...register,
    id: "trainings.people",
    label: "Personnes formées",
    definition:
      "Somme des participants de chaque session. Une personne venue à deux sessions compte deux fois.",
    unit: "participations",
    measure: { kind: "sum", of: "participants" },
  },
  {
    id: "trainings.distinct_people",
    label: "Personnes formées, chacune comptée une fois",
    definition:
      "Personnes venues aux formations de l’année : qui suit plusieurs journées d’une formation, ou plusieurs formations, compte une fois quand la présence est notée par nom. Une formation qui n’a que des nombres de participants compte ceux de sa session la plus suivie ; qui suit deux formations ainsi notées compte deux fois. Les présences, elles, se comptent à part.",
    unit: "personnes",
    rule_version: 1,
    rows: "trainings",
    measure: { kind: "sum", of: "people" },
  },
  {
    ...register,
    id: "trainings.hours",
    label: "Heures de formation, d’après le registre",
    definition:
      "Somme des durées des sessions du registre des formations. Le journal d’activité tient son propre compte : voir les heures de formation d’après le journal.",
    unit: "heures",
    measure: { kind: "sum", of: "duration_minutes" },
  },
  {
    id: "trainings.hours_logged",
    label: "Heures de formation, d’après le journal",
    definition:
      "Somme des durées des réunions de type Formation du journal d’activité, que la session soit ou non au registre des formations.",
    unit: "heures",
    rule_version: 1,
    rows: "meetings",
    measure: { kind: "sum", of: "duration_minutes" },
    where: sql`counted.type_code = 'formation'`,
  },
  {
    ...register,
    id: "trainings.online_share",
    label: "Part des formations en ligne",
    definition: "Sessions tenues en ligne, rapportées à toutes les sessions de l’année.",
    unit: "%",
    measure: { kind: "share" },
    where: sql`counted.online`,
  },
];
