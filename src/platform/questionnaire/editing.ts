import type { Content, Question, Section } from "./content.ts";

/** Makes an id that is given to nothing else. */
export type NewId = () => string;

export const findQuestion = (content: Content, id: string): Question | undefined =>
  content.sections
    .flatMap(({ questions }) => questions.flatMap((one) => [one, ...(one.questions ?? [])]))
    .find((one) => one.id === id);

/** The section or the block in which a question stands. */
export function parentOf(content: Content, id: string): string | undefined {
  for (const section of content.sections)
    for (const question of section.questions) {
      if (question.id === id) return section.id;
      if (question.questions?.some((inner) => inner.id === id)) return question.id;
    }
  return undefined;
}

type Work = (list: readonly Question[]) => readonly Question[];

/** The questionnaire with the list of this section, or of this block, worked on. */
function inList(content: Content, parentId: string, work: Work): Content {
  const within = (question: Question): Question =>
    question.id === parentId && question.kind === "block"
      ? { ...question, questions: work(question.questions ?? []) }
      : question;
  return {
    ...content,
    sections: content.sections.map((section) =>
      section.id === parentId
        ? { ...section, questions: work(section.questions) }
        : { ...section, questions: section.questions.map(within) },
    ),
  };
}

/** Puts a question in this section or block, after the one of this id, else at the end. */
export function addQuestion(content: Content, parentId: string, question: Question, after?: string): Content {
  return inList(content, parentId, (list) => {
    const place = list.findIndex(({ id }) => id === after);
    return list.toSpliced(place < 0 ? list.length : place + 1, 0, question);
  });
}

export function changeQuestion(
  content: Content,
  id: string,
  change: (question: Question) => Question,
): Content {
  const parent = parentOf(content, id);
  if (parent === undefined) return content;
  return inList(content, parent, (list) => list.map((one) => (one.id === id ? change(one) : one)));
}

export function removeQuestion(content: Content, id: string): Content {
  const parent = parentOf(content, id);
  return parent === undefined
    ? content
    : inList(content, parent, (list) => list.filter((one) => one.id !== id));
}

/** One place up or down; past the end of its page, it goes to the next. In a block it stays in the block. */
export function moveQuestion(content: Content, id: string, step: 1 | -1): Content {
  const parent = parentOf(content, id);
  const question = findQuestion(content, id);
  if (parent === undefined || !question) return content;
  const section = content.sections.findIndex((one) => one.id === parent);
  const list =
    section < 0
      ? (findQuestion(content, parent)?.questions ?? [])
      : (content.sections[section]?.questions ?? []);
  const place = list.findIndex((one) => one.id === id) + step;
  if (place >= 0 && place < list.length)
    return inList(content, parent, (all) => all.filter((one) => one.id !== id).toSpliced(place, 0, question));
  const next = section < 0 ? undefined : content.sections[section + step];
  if (!next) return content;
  return inList(removeQuestion(content, id), next.id, (all) =>
    step > 0 ? [question, ...all] : [...all, question],
  );
}

/** At the end of another section or block; a block goes into no block. */
export function moveInto(content: Content, id: string, parentId: string): Content {
  const question = findQuestion(content, id);
  const isBlock = !content.sections.some((section) => section.id === parentId);
  const target = isBlock ? findQuestion(content, parentId)?.kind === "block" : true;
  const refused = isBlock && (question?.kind === "block" || question?.kind === "consent");
  if (!question || !target || refused || parentOf(content, id) === parentId) return content;
  return addQuestion(removeQuestion(content, id), parentId, question);
}

/** The same question with ids of its own, its condition kept. */
function copyOf(question: Question, newId: NewId): Question {
  const ids = new Map((question.questions ?? []).map(({ id }) => [id, newId()]));
  const inner = question.questions?.map((one) => ({
    ...one,
    id: ids.get(one.id) ?? newId(),
    ...(one.condition ? { condition: redirected(one.condition, ids) } : {}),
  }));
  const { maps: _, ...copied } = question; // a field of the record is asked for once
  return { ...copied, id: newId(), ...(inner ? { questions: inner } : {}) };
}

const redirected = (condition: NonNullable<Question["condition"]>, ids: ReadonlyMap<string, string>) => ({
  ...condition,
  tests: condition.tests.map((test) => ({ ...test, question: ids.get(test.question) ?? test.question })),
});

export function duplicateQuestion(content: Content, id: string, newId: NewId): Content {
  const question = findQuestion(content, id);
  const parent = parentOf(content, id);
  if (!question || parent === undefined) return content;
  const copy = { ...copyOf(question, newId), label: `${question.label} (copie)` };
  return addQuestion(content, parent, copy, id);
}

export const addSection = (content: Content, section: Section): Content => ({
  ...content,
  sections: [...content.sections, section],
});

export const changeSection = (
  content: Content,
  id: string,
  change: (section: Section) => Section,
): Content => ({
  ...content,
  sections: content.sections.map((one) => (one.id === id ? change(one) : one)),
});

export const removeSection = (content: Content, id: string): Content => ({
  ...content,
  sections: content.sections.filter((one) => one.id !== id),
});

export function moveSection(content: Content, id: string, step: 1 | -1): Content {
  const from = content.sections.findIndex((one) => one.id === id);
  const section = content.sections[from];
  const to = from + step;
  if (!section || to < 0 || to >= content.sections.length) return content;
  return { ...content, sections: content.sections.toSpliced(from, 1).toSpliced(to, 0, section) };
}

/** The same page after it, its questions with ids of their own; conditions between them follow. */
export function duplicateSection(content: Content, id: string, newId: NewId): Content {
  const place = content.sections.findIndex((one) => one.id === id);
  const section = content.sections[place];
  if (!section) return content;
  const ids = new Map<string, string>();
  const copies = section.questions.map((question) => {
    const copy = copyOf(question, newId);
    ids.set(question.id, copy.id);
    return copy.condition ? { ...copy, condition: redirected(copy.condition, ids) } : copy;
  });
  const copy = { ...section, id: newId(), title: `${section.title} (copie)`, questions: copies };
  return { ...content, sections: content.sections.toSpliced(place + 1, 0, copy) };
}
