import { formatShortDay } from "#ui/format.ts";
import type { CourseField } from "../texts.ts";
import type { Choices } from "./choices.ts";
import type { CourseEntry } from "./commands.ts";
import type { Course } from "./course.ts";

/** What is said of a recorded course, as it would be typed in the form. */
export const formOf = (course: Course) => ({
  sujet: course.subject,
  organisations: course.organisations.map(({ typed }) => typed).join("\n"),
  referent: course.referent_id ?? "",
  equipe: course.staff,
  debut: course.opened_on ? formatShortDay(course.opened_on) : "",
  themes: course.theme_ids.map(String),
  pays: course.countries.join(", "),
  lieu: course.place,
  pole: String(course.pole_id ?? ""),
  axe: String(course.axis_id ?? ""),
  dispositif: String(course.scheme_id ?? ""),
  description: course.description,
  suite: course.next_step,
  suite_le: course.next_step_on ? formatShortDay(course.next_step_on) : "",
  projet: String(course.project_id ?? ""),
  dossier: course.application,
});

type Worded = Record<CourseField, string>;

/** The same with names instead of numbers, to be compared with what a colleague saved. */
export function wordedCourse(course: Course, choices: Choices): Worded {
  return {
    ...formOf(course),
    ...named(choices, { ...course, referentId: course.referent_id, staffIds: course.staff }),
    themes: course.themes.join(", "),
    pole: course.pole ?? "",
    axe: course.axis ?? "",
    dispositif: course.scheme ?? "",
    projet: course.project ?? "",
  };
}

export function wordedEntry(entry: CourseEntry, choices: Choices, typed: { pays: string }): Worded {
  const term = (id: number | null) => choices.terms.find((one) => one.id === id)?.label ?? "";
  return {
    sujet: entry.subject,
    organisations: entry.organisations.map(({ typed }) => typed).join("\n"),
    debut: entry.openedOn ? formatShortDay(entry.openedOn) : "",
    pays: typed.pays,
    lieu: entry.place,
    description: entry.description,
    suite: entry.nextStep,
    suite_le: entry.nextStepOn ? formatShortDay(entry.nextStepOn) : "",
    dossier: entry.application,
    ...named(choices, entry),
    themes: entry.themeIds.map(term).join(", "),
    pole: term(entry.poleId),
    axe: term(entry.axisId),
    dispositif: term(entry.schemeId),
    projet: choices.projects.find(({ value }) => value === String(entry.projectId))?.label ?? "",
  };
}

const named = (
  choices: Choices,
  { referentId, staffIds }: { referentId: string | null; staffIds: readonly string[] },
) => {
  const name = (id: string | null) => choices.staff.find(({ value }) => value === id)?.label ?? "";
  return { referent: name(referentId), equipe: staffIds.map(name).join(", ") };
};
