import type { Typed } from "#platform/web/form.ts";
import { formatAmount } from "#ui/format.ts";
import { type Group, groups, lineField, linesOf } from "./input.lines.ts";
import type { ProjectRecord } from "./queries.record.ts";
import type { Role, Stage } from "./rules.ts";
import { roleLabel, stageLabel, wordPeriod } from "./texts.ts";

/** The fields of the form, by name, as a person calls them; a group of lines is one. */
export const fieldLabels = {
  titre: "Titre",
  resume: "Résumé",
  description: "Présentation",
  site: "Page sur internet",
  etape: "Étape",
  debut: "Début",
  fin: "Fin",
  acteur: "Acteurs",
  ici: "Lieux ici",
  pays: "Pays",
  la: "Lieux là-bas",
  secteurs: "Secteurs d’action",
  odd_principal: "ODD principal",
  odd: "Autres ODD",
  axe: "Axe stratégique",
  beneficiaires: "Bénéficiaires",
  nombre: "Nombre de bénéficiaires",
  budget: "Budget",
  notes: "Notes de l’équipe",
} as const;
export type Field = keyof typeof fieldLabels;
export const fields = Object.keys(fieldLabels) as readonly Field[];
const isGroup = (field: Field): field is Field & Group => field in groups;

/** The names that a field has in the form: its own, or those of all its lines. The answers about unsure places go with the places. */
export const namesOf = (typed: Typed, field: Field): string[] =>
  isGroup(field)
    ? Object.keys(typed).filter(
        (name) => name.startsWith(`${field}-`) || (field === "ici" && name.startsWith("lieu-")),
      )
    : [field];

/** A project as it would be typed in the form. */
export function formOf(project: ProjectRecord): Typed {
  const typed: Typed = {
    titre: project.title,
    resume: project.summary,
    description: project.description,
    site: project.website,
    etape: project.stage,
    debut: wordPeriod(project.starts_on, project.starts_precision),
    fin: wordPeriod(project.ends_on, project.ends_precision),
    axe: project.axis ? String(project.axis.id) : "",
    secteurs: project.sectors.map(({ id }) => String(id)),
    odd_principal: project.main_goal_id ? String(project.main_goal_id) : "",
    odd: project.goals.filter(({ id }) => id !== project.main_goal_id).map(({ id }) => String(id)),
    pays: project.countries.map(({ name }) => name).join(", "),
    beneficiaires: project.beneficiaries,
    nombre: project.beneficiary_count === null ? "" : String(project.beneficiary_count),
    notes: project.notes,
  };
  const put = (group: Group, lines: readonly (readonly string[])[]) => {
    for (const [index, values] of lines.entries())
      for (const [place, column] of groups[group].entries())
        typed[lineField(group, index, column)] = values[place] ?? "";
  };
  const places = (side: "here" | "there") => project.places.filter((place) => place.side === side);
  put(
    "acteur",
    project.participants.map(({ role, name, country }) => [role, name, country ?? ""]),
  );
  // A commune is written so that it is surely found again: `Senlis (Oise)`.
  put(
    "ici",
    places("here").map(({ typed, written }) => [written ?? typed]),
  );
  put(
    "la",
    places("there").map(({ country, typed, longitude, latitude }) => [
      country ?? "",
      typed,
      longitude === null || latitude === null ? "" : `${latitude} ; ${longitude}`.replaceAll(".", ","),
    ]),
  );
  const amount = (cents: number | null) => (cents === null ? "" : formatAmount(cents));
  put(
    "budget",
    project.budget.map((line) => [line.funder, amount(line.planned_cents), amount(line.received_cents)]),
  );
  return typed;
}

/** The terms of the form, to word their numbers. */
export interface TermWords {
  sectors: readonly { id: number; label: string }[];
  goals: readonly { id: number; label: string }[];
  axes: readonly { id: number; label: string }[];
}

/** What was typed, field by field, to be read rather than sent. */
export function wordedForm(typed: Typed, words: TermWords): Record<Field, string> {
  const one = (name: Field) => [typed[name] ?? ""].flat().join(", ").trim();
  const labels = (name: Field, terms: readonly { id: number; label: string }[]) =>
    terms
      .filter(({ id }) => [typed[name] ?? []].flat().includes(String(id)))
      .map(({ label }) => label)
      .join(", ");
  const lines = (group: Group) =>
    linesOf(typed, group)
      .map(({ line }) =>
        Object.entries(line)
          .map(([column, value]) => (column === "role" ? roleLabel(value as Role) : value))
          .filter(Boolean)
          .join(", "),
      )
      .join(" ; ");
  return Object.fromEntries(
    fields.map((field) => {
      if (isGroup(field)) return [field, lines(field)];
      if (field === "etape") return [field, stageLabel(one(field) as Stage)];
      if (field === "secteurs") return [field, labels(field, words.sectors)];
      if (field === "odd" || field === "odd_principal") return [field, labels(field, words.goals)];
      return [field, field === "axe" ? labels(field, words.axes) : one(field)];
    }),
  ) as Record<Field, string>;
}

/** The fields that differ from one form to another, as they read. */
export function differingFields(before: Typed, after: Typed, words: TermWords): Field[] {
  const [one, other] = [wordedForm(before, words), wordedForm(after, words)];
  return fields.filter((field) => one[field] !== other[field]);
}

/** A form where these fields are those of another. */
export function withFields(form: Typed, said: Typed, chosen: readonly Field[]): Typed {
  const merged = { ...form };
  for (const field of chosen) {
    for (const name of namesOf(form, field)) delete merged[name];
    for (const name of namesOf(said, field)) {
      const value = said[name];
      if (value !== undefined) merged[name] = value;
    }
  }
  return merged;
}
