import { inCountry, ofDepartment } from "#domains/territory/index.ts";
import type { Day } from "#platform/dates.ts";
import { formatDay, formatMonth } from "#ui/format.ts";
import type { Precision } from "./rules.dates.ts";
import { type Origin, origins, type Role, roles, type Stage, type State, stages, states } from "./rules.ts";

const labelIn = <Code extends string>(list: readonly { code: Code; label: string }[], code: Code) =>
  list.find((one) => one.code === code)?.label ?? code;

export const stageLabel = (code: Stage) => labelIn(stages, code);
export const roleLabel = (code: Role) => labelIn(roles, code);
export const originLabel = (code: Origin) => labelIn(origins, code);
export const stateLabel = (code: State) => labelIn(states, code);

/** `2021`, `mars 2021`, `6 janvier 2021`: as far as the date is known. */
export function wordPeriod(on: Day | null, precision: Precision | null): string {
  if (!on || !precision) return "";
  if (precision === "year") return on.slice(0, 4);
  return precision === "month" ? `${formatMonth(Number(on.slice(5, 7)))} ${on.slice(0, 4)}` : formatDay(on);
}

/** `Récital 2021`, `Tandem solidaire, 2021-2022`: where a project was first written down; nothing for our own. */
export function wordOrigin({ origin, origin_label }: { origin: Origin; origin_label: string }): string {
  if (origin === "own") return "";
  if (origin === "grant" && origin_label) return origin_label;
  return [originLabel(origin), origin_label].filter(Boolean).join(", ");
}

interface Dates {
  starts_on: Day | null;
  starts_precision: Precision | null;
  ends_on: Day | null;
  ends_precision: Precision | null;
}

/** `de mars 2021 à 2022`, `depuis le 6 janvier 2021`, `en 2021`; nothing when no date is known. */
export function wordDates({ starts_on, starts_precision, ends_on, ends_precision }: Dates): string {
  const start = wordPeriod(starts_on, starts_precision);
  const end = wordPeriod(ends_on, ends_precision);
  const article = (precision: Precision | null) => (precision === "day" ? "le " : "");
  if (start && start === end) return starts_precision === "day" ? `le ${start}` : `en ${start}`;
  if (start && end)
    return starts_precision === "day" || ends_precision === "day"
      ? `${starts_precision === "day" ? "du" : "de"} ${start} ${ends_precision === "day" ? "au" : "à"} ${end}`
      : `de ${start} à ${end}`;
  if (start) return `depuis ${article(starts_precision)}${start}`;
  return end ? `jusqu’${ends_precision === "day" ? "au" : "à"} ${end}` : "";
}

/** What was asked, in words, to be put after a noun: ` au Mali, dans la Somme (80), en cours en 2021`. */
export function wordScope(
  asked: {
    q?: string;
    departement?: string;
    pays?: string;
    zone?: string;
    secteur?: string;
    odd?: string;
    axe?: string;
    etape?: string;
    origine?: string;
    annee?: number;
    acteur?: number;
    lieu?: string;
    etat?: string;
  },
  labels: Record<string, string | null>,
): string {
  const named = (name: string, value: string | undefined) => labels[name] ?? value ?? "";
  const stage = stages.find(({ name }) => name === asked.etape);
  const origin = origins.find(({ name }) => name === asked.origine);
  const state = states.find(({ name }) => name === asked.etat);
  const parts = [
    asked.q ? `où se lit « ${asked.q} »` : "",
    asked.acteur ? `avec ${labels["acteur"] ?? "cette organisation"}` : "",
    asked.lieu ? `à ${named("lieu", asked.lieu)}` : "",
    asked.pays ? inCountry(asked.pays.toUpperCase(), named("pays", asked.pays)) : "",
    asked.zone ? `dans la zone « ${named("zone", asked.zone)} »` : "",
    asked.departement
      ? `dans le département ${ofDepartment(asked.departement, named("departement", asked.departement))}`
      : "",
    asked.secteur ? `dans le secteur « ${named("secteur", asked.secteur)} »` : "",
    asked.odd ? `pour l’ODD ${named("odd", asked.odd)}` : "",
    asked.axe ? `sous l’axe « ${named("axe", asked.axe)} »` : "",
    stage ? `à l’étape « ${stage.label} »` : "",
    origin ? `de l’origine « ${origin.label} »` : "",
    asked.annee ? `en cours en ${asked.annee}` : "",
    state ? `à l’état « ${state.label} »` : "",
  ];
  return parts.filter(Boolean).join(", ");
}
