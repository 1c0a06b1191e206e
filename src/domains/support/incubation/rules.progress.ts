import type { Day } from "#platform/dates.ts";
import {
  type Answers,
  gradeOf,
  noteOf,
  progressOf,
  scaleOf,
  type ToolContent,
  type ToolQuestion,
  type ToolSection,
} from "../tools/rules.ts";

/** The diagnosis answered at the entry (number 0), then once a year. */
export interface Point {
  number: number;
  held_on: Day;
  content: ToolContent;
  answers: Answers;
}

/** What an axis was at each point, from 0 to 1; undefined where nothing of it was answered. */
export interface AxisProgress {
  axis: ToolSection;
  levels: (number | undefined)[];
  /** Last less first, on the questions answered both times; undefined when there are none. */
  difference: number | undefined;
  questions: { question: ToolQuestion; grades: (number | undefined)[] }[];
  /** What was added in words at each point; empty where nothing was. */
  notes: string[];
}

export const grades = scaleOf("diagnosis") ?? [];
const most = grades.length - 1;

/**
 * What changed from a point to the next, axis by axis, in the words of the last point: a question that was not asked before
 * has no grade there.
 */
export function compareAxes(points: readonly Point[]): AxisProgress[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const parts = points.map(({ content, answers }) => progressOf("diagnosis", content, answers).parts);
  return last.content.sections.map((axis) => ({
    axis,
    levels: parts.map((sections) => {
      const part = sections.find(({ section }) => section.id === axis.id);
      return part && part.answered > 0 ? part.share : undefined;
    }),
    difference: first === last ? undefined : differenceOf(axis.questions, first, last),
    questions: axis.questions.map((question) => ({
      question,
      grades: points.map(({ answers }) => gradeOf(answers, question, most)),
    })),
    notes: points.map(({ answers }) => answers[noteOf(axis.id)] ?? ""),
  }));
}

/** The whole diagnosis at a point, from 0 to 1; undefined while nothing is answered. */
export function wholeLevel({ content, answers }: Pick<Point, "content" | "answers">): number | undefined {
  const { answered, share } = progressOf("diagnosis", content, answers);
  return answered > 0 ? share : undefined;
}

/** How the whole changed from the first point to the last, on what was answered both times. */
export function wholeDifference(points: readonly Point[]): number | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || first === last) return undefined;
  return differenceOf(
    last.content.sections.flatMap(({ questions }) => questions),
    first,
    last,
  );
}

function differenceOf(questions: readonly ToolQuestion[], first: Point, last: Point): number | undefined {
  const both = questions.flatMap((question) => {
    const [before, after] = [gradeOf(first.answers, question, most), gradeOf(last.answers, question, most)];
    return before === undefined || after === undefined ? [] : [after - before];
  });
  return both.length === 0 ? undefined : both.reduce((sum, one) => sum + one, 0) / (both.length * most);
}

export const trends = ["up_much", "up", "same", "down", "down_much"] as const;
export type Trend = (typeof trends)[number];

/** A difference in one word. Less than a twentieth of the scale is nothing; a quarter is much. */
export function trendOf(difference: number): Trend {
  if (Math.abs(difference) < 0.05) return "same";
  if (difference > 0) return difference >= 0.25 ? "up_much" : "up";
  return difference <= -0.25 ? "down_much" : "down";
}
