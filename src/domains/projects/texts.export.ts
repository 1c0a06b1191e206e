import { slugOf } from "#domains/directory/index.ts";
import { projects } from "#paths/projects.ts";
import type { ExportColumn } from "#platform/spreadsheets/write.ts";
import type { ProjectLine } from "./queries.list.ts";
import { budgetRange, type Role } from "./rules.ts";
import { originLabel, stageLabel, stateLabel } from "./texts.ts";

type Columns = readonly ExportColumn<ProjectLine>[];

const named = (line: ProjectLine, ...roles: Role[]) =>
  line.participants
    .filter(({ role }) => roles.includes(role))
    .map(({ name, country }) => (country ? `${name} (${country})` : name))
    .join(" ; ");

const known: Columns = [
  { label: "Numéro", key: "id", value: (line) => line.id },
  { label: "Titre", key: "title", value: (line) => line.title },
  { label: "Résumé", key: "summary", value: (line) => line.summary },
  { label: "Porteurs", key: "carriers", value: (line) => named(line, "carrier") },
  { label: "Partenaires ici", key: "partners_here", value: (line) => named(line, "partner_here") },
  { label: "Partenaires là-bas", key: "partners_there", value: (line) => named(line, "partner_there") },
  { label: "Appuis techniques", key: "technical", value: (line) => named(line, "technical") },
  { label: "Financeurs", key: "funders", value: (line) => named(line, "funder") },
  { label: "Départements", key: "departments", value: (line) => line.departments.join(" ; ") },
  { label: "Pays", key: "countries", value: (line) => line.countries.join(" ; ") },
  { label: "Secteurs", key: "sectors", value: (line) => line.sectors.join(" ; ") },
  { label: "ODD principal", key: "main_goal", value: (line) => line.goals.find(({ main }) => main)?.code },
  {
    label: "Autres ODD",
    key: "other_goals",
    value: (line) =>
      line.goals
        .filter(({ main }) => !main)
        .map(({ code }) => code)
        .join(" ; "),
  },
  { label: "Axe stratégique", key: "axis", value: (line) => line.axis },
  { label: "Étape", key: "stage", value: (line) => stageLabel(line.stage) },
  { label: "Début", key: "starts_on", value: (line) => vague(line.starts_on, line.starts_precision) },
  { label: "Fin", key: "ends_on", value: (line) => vague(line.ends_on, line.ends_precision) },
  { label: "Tranche de budget", key: "budget_range", value: (line) => budgetRange(line.total_cents) },
  {
    label: "Origine",
    key: "origin",
    value: (line) => [originLabel(line.origin), line.origin_label].filter(Boolean).join(" : "),
  },
];

/** `2021`, `2021-03`, `2021-03-06`: no more than is known. */
function vague(on: string | null, precision: string | null) {
  return on?.slice(0, precision === "year" ? 4 : precision === "month" ? 7 : 10);
}

/** What everyone takes away: ranges, never amounts. */
export const publicColumns = (baseUrl: string): Columns => [
  ...known,
  { label: "Fiche", key: "url", value: (line) => baseUrl + projects.publicCard(line.id, slugOf(line.title)) },
];

/** What the team takes away; exact amounts for those who read them. */
export const staffColumns = (seesAmounts: boolean): Columns => [
  ...known,
  { label: "État", key: "state", value: (line) => stateLabel(line.state) },
  ...(seesAmounts
    ? [
        {
          label: "Budget en euros",
          key: "total_euros",
          value: (line: ProjectLine) => (line.total_cents === null ? null : line.total_cents / 100),
        },
      ]
    : []),
];
