/** The tools, in the order in which they are shown. Their words are data (`shipped`, then `support.tool_texts`). */
export const toolCodes = ["steps", "chessboard", "goals", "partnership", "pitch", "diagnosis"] as const;
export type ToolCode = (typeof toolCodes)[number];

/** One thing asked. `goals`: the goals of the 2030 Agenda (1 to 17) that a yes speaks for. */
export interface ToolQuestion {
  id: string;
  label: string;
  help: string;
  goals?: readonly number[] | undefined;
}

export interface ToolSection {
  id: string;
  title: string;
  help: string;
  questions: readonly ToolQuestion[];
}

/** What the chessboard gives for each likeness; points. */
export interface Weights {
  place: number;
  department: number;
  country: number;
  sector: number;
  goal: number;
  family: number;
}
export const weightNames = ["place", "department", "country", "sector", "goal", "family"] as const;

/** The words of a tool. */
export interface ToolContent {
  title: string;
  lead: string;
  /** Said with the result. */
  closing: string;
  sections: readonly ToolSection[];
  weights?: Weights | undefined;
}

/** What was answered, by question; by `note.` and the section for what was added in words. */
export type Answers = Readonly<Record<string, string>>;
export const noteOf = (section: string) => `note.${section}`;

/** Those that are answered by choosing on a scale: what can be said, from the least to the most. */
export const scales: Readonly<Record<"steps" | "goals" | "partnership" | "diagnosis", readonly string[]>> = {
  steps: ["À faire", "En cours", "Fait"],
  goals: ["Non", "Un peu", "C’est au cœur du projet"],
  partnership: ["Pas encore abordé", "En discussion", "D’accord entre nous", "Écrit et tenu"],
  diagnosis: ["Pas encore", "Un peu", "En bonne partie", "Pleinement"],
};
export const scaleOf = (tool: ToolCode) => (tool in scales ? scales[tool as keyof typeof scales] : undefined);

/** What was answered to a question on a scale, from 0 to `most`. */
export const gradeOf = (answers: Answers, question: ToolQuestion, most: number): number | undefined => {
  const value = answers[question.id];
  return value !== undefined && /^\d$/.test(value) && Number(value) <= most ? Number(value) : undefined;
};

export interface SectionProgress {
  section: ToolSection;
  answered: number;
  /** From 0 to 1; what is not answered counts as nothing done. */
  share: number;
}

/** How far each section of a tool answered on a scale is, and the whole. */
export function progressOf(tool: ToolCode, { sections }: ToolContent, answers: Answers) {
  const most = (scaleOf(tool)?.length ?? 1) - 1;
  const parts = sections.map((section): SectionProgress => {
    const values = section.questions.map((question) => gradeOf(answers, question, most));
    const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
    return {
      section,
      answered: values.filter((value) => value !== undefined).length,
      share: values.length === 0 || most === 0 ? 0 : sum / (values.length * most),
    };
  });
  const asked = sections.reduce((total, { questions }) => total + questions.length, 0);
  const share =
    asked === 0
      ? 0
      : parts.reduce((total, part) => total + part.share * part.section.questions.length, 0) / asked;
  return { parts, share, asked, answered: parts.reduce((total, { answered }) => total + answered, 0) };
}

/** What is next: the questions of the first section that is not done, or those least settled of all. */
export function nextOf(
  tool: ToolCode,
  { sections }: ToolContent,
  answers: Answers,
  count = 3,
): ToolQuestion[] {
  const most = (scaleOf(tool)?.length ?? 1) - 1;
  const open = sections.flatMap(({ questions }) =>
    questions.map((question) => ({ question, value: gradeOf(answers, question, most) ?? 0 })),
  );
  const left = open.filter(({ value }) => value < most);
  const ordered =
    tool === "partnership" || tool === "diagnosis" ? [...left].sort((a, b) => a.value - b.value) : left;
  return ordered.slice(0, count).map(({ question }) => question);
}

export interface ServedGoal {
  /** 1 to 17. */
  goal: number;
  points: number;
  /** Why: the questions that spoke for it. */
  because: readonly ToolQuestion[];
}

/**
 * Which goals a project serves, from the answers: each yes gives one point to the goals of its question, two when it is at the
 * heart. The main one has the most points, and a question at the heart; the secondary ones at least two. Equal: the
 * smaller number first.
 */
export function servedGoals(
  { sections }: ToolContent,
  answers: Answers,
): { main: ServedGoal | undefined; secondary: ServedGoal[]; touched: ServedGoal[] } {
  const goals = new Map<number, { points: number; heart: boolean; because: ToolQuestion[] }>();
  for (const question of sections.flatMap(({ questions }) => questions)) {
    const value = gradeOf(answers, question, 2) ?? 0;
    if (value === 0) continue;
    for (const goal of question.goals ?? []) {
      const known = goals.get(goal) ?? { points: 0, heart: false, because: [] };
      goals.set(goal, {
        points: known.points + value,
        heart: known.heart || value === 2,
        because: [...known.because, question],
      });
    }
  }
  const ranked = [...goals]
    .map(([goal, { points, heart, because }]) => ({ goal, points, heart, because }))
    .sort((a, b) => b.points - a.points || a.goal - b.goal);
  const main = ranked.find(({ heart }) => heart);
  const others = ranked.filter((one) => one !== main);
  const secondary = others.filter(({ points }) => points >= 2).slice(0, 3);
  return { main, secondary, touched: others.filter((one) => !secondary.includes(one)) };
}

/** Words a minute of someone who tells a story aloud. */
const spoken = 140;

/** The story put together, in order, with its length: words, and seconds aloud. */
export function storyOf({ sections }: ToolContent, answers: Answers) {
  const parts = sections
    .flatMap(({ questions }) => questions.map((question) => (answers[question.id] ?? "").trim()))
    .filter(Boolean);
  const words = parts
    .join(" ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return { parts, words, seconds: Math.round((words / spoken) * 60) };
}
