import { readAmount } from "#platform/money.ts";
import { cellReader } from "#platform/spreadsheets/cell-reader.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import type { Cells } from "#platform/spreadsheets/import-kind.ts";
import { quoted } from "#platform/spreadsheets/words.ts";
import { columns } from "./import-columns.ts";
import { type Period, readPeriod } from "./rules.dates.ts";
import { type Stage, stages } from "./rules.ts";

/** A row as typed: organisations, countries, places and sectors are still words. */
export interface ProjectRow {
  title: string;
  summary: string;
  beneficiaries: string;
  carriers: string[];
  partnersHere: string[];
  partnersThere: string[];
  countries: string[];
  sectors: string[];
  mainGoal: string | null;
  goals: string[];
  places: string[];
  stage: Stage;
  starts: Period | null;
  ends: Period | null;
  funder: string;
  budgetCents: number | null;
}

/** Several values of a cell. */
const parted = (text: string | undefined, by = /[\n;|]+/) =>
  (text ?? "")
    .split(by)
    .map((part) => part.trim())
    .filter(Boolean);

/** Reads one row; every reason why not otherwise. */
export function readProjectRow(cells: Cells) {
  const cell = cellReader(columns, cells);
  const names = (key: string) => {
    const list = parted(cell.text(key, 2000));
    if (list.some((name) => name.length > 300))
      cell.refuse(key, "Un nom d’organisation tient en 300 caractères.");
    return list;
  };
  const period = (key: string, edge: "start" | "end") => {
    const typed = cells[key] ?? "";
    if (!typed) return null;
    const read = readPeriod(typed, edge);
    if (!read) cell.refuse(key, `${quoted(typed)} n’est pas une date. Écrivez 2021, mars 2021 ou 6/1/2021.`);
    return read ?? null;
  };
  /** `ODD 4`, `4. Éducation de qualité`, `4, 13`: numbers from 1 to 17. */
  const goals = (key: string) => {
    const typed = cells[key] ?? "";
    const numbers = [...typed.matchAll(/\d+/g)].map(([number]) => String(Number(number)));
    const wrong = numbers.find((number) => Number(number) < 1 || Number(number) > 17);
    if (wrong || (typed && numbers.length === 0))
      cell.refuse(key, `${quoted(typed)} : donnez les numéros des ODD, de 1 à 17, par exemple « 4 ; 13 ».`);
    return numbers;
  };
  const typedStage = cells["stage"] ?? "";
  const stage = stages.find(({ label, code, name }) =>
    [label, code, name].some((word) => fold(word) === fold(typedStage)),
  );
  if (typedStage && !stage)
    cell.refuse(
      "stage",
      `${quoted(typedStage)} n’est pas une étape. Écrivez : ${stages.map(({ label }) => label).join(", ")}.`,
    );
  const typedBudget = cells["budget"] ?? "";
  const budgetCents = typedBudget ? readAmount(typedBudget) : null;
  if (budgetCents === undefined)
    cell.refuse("budget", `${quoted(typedBudget)} n’est pas un montant. Écrivez 12 000 ou 1 259,50 €.`);
  const [starts, ends] = [period("starts", "start"), period("ends", "end")];
  if (starts && ends && ends.on < starts.on)
    cell.refuse("ends", "La fin vient avant le début : vérifiez les deux dates.");
  const [mainGoal = null, ...more] = goals("main_goal");
  const values: ProjectRow = {
    title: cell.text("title", 300) ?? "",
    summary: cell.text("summary", 600) ?? "",
    beneficiaries: cell.text("beneficiaries", 2000) ?? "",
    carriers: names("carriers"),
    partnersHere: names("partners_here"),
    partnersThere: names("partners_there"),
    countries: parted(cell.text("countries", 2000), /[\n;|,]+/),
    sectors: parted(cell.text("sectors", 2000)),
    mainGoal,
    goals: [...more, ...goals("goals")],
    places: parted(cell.text("places", 2000)),
    stage: stage?.code ?? "under_way",
    starts,
    ends,
    funder: cell.text("funder", 300) ?? "",
    budgetCents: budgetCents ?? null,
  };
  return cell.problems.length > 0
    ? { ok: false as const, problems: cell.problems }
    : { ok: true as const, values };
}
