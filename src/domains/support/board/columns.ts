import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import { outcomeLabels, stageLabels } from "../texts.ts";
import type { CourseLine } from "./queries.list.ts";

/** The columns of the courses when they are taken away; hours in decimals, as in spreadsheets. */
export const courseColumns = (names: ReadonlyMap<string, string>): readonly ExportColumn<CourseLine>[] => [
  { label: "Numéro", key: "id", value: (line) => line.id },
  { label: "Nom", key: "organisation", value: (line) => line.organisation },
  { label: "Sujet", key: "subject", value: (line) => line.subject },
  { label: "Département", key: "department", value: (line) => line.department },
  { label: "Type", key: "actor_type", value: (line) => line.actor_type },
  { label: "Début de l’accompagnement", key: "opened_on", value: (line) => line.opened_on, kind: "day" },
  { label: "Étape", key: "stage", value: (line) => stageLabels[line.stage] },
  { label: "Clos le", key: "closed_on", value: (line) => line.closed_on, kind: "day" },
  {
    label: "Comment il s’est terminé",
    key: "outcome",
    value: (line) => (line.outcome ? outcomeLabels[line.outcome] : null),
  },
  { label: "Suivi par", key: "referent", value: (line) => names.get(line.referent_id ?? "") ?? null },
  { label: "Thèmes", key: "themes", value: (line) => line.themes },
  { label: "Prochaine étape", key: "next_step", value: (line) => line.next_step },
  { label: "Pour le", key: "next_step_on", value: (line) => line.next_step_on, kind: "day" },
  { label: "Réunions", key: "meetings", value: (line) => line.meetings },
  { label: "Heures de réunion", key: "hours", value: (line) => line.minutes / 60 },
  { label: "Heures hors réunion", key: "back_office_hours", value: (line) => line.back_office_minutes / 60 },
];
