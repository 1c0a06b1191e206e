import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { inPages } from "#platform/db/pages.ts";
import { type Content, type Question, questionsOf } from "#platform/questionnaire/content.ts";
import type { Values } from "#platform/questionnaire/values.ts";
import { listRevisions } from "../editing/queries.ts";

/** What was answered to one question, counted. */
export interface Count {
  question: Question;
  /** How many said something. */
  answered: number;
  /** For options, terms, countries, yes or no: how many times each. */
  options: readonly { value: string; count: number }[];
  /** For numbers and amounts (cents). */
  numbers: { min: number; median: number; max: number; sum: number } | undefined;
}

export interface Results {
  open: number;
  begun: number;
  submitted: number;
  counts: readonly Count[];
}

const counted = new Set(["yes_no", "choice", "many", "term", "terms", "country", "countries", "consent"]);

/** What was submitted to a questionnaire, counted question by question in one statement. */
export async function summarise(db: Db, questionnaireId: number, content: Content): Promise<Results> {
  const questions = content.sections.flatMap((section) => section.questions);
  const idsOf = (wanted: (question: Question) => boolean) => questions.filter(wanted).map(({ id }) => id);
  const options = idsOf(({ kind }) => counted.has(kind));
  const numbers = idsOf(({ kind }) => kind === "number" || kind === "money");
  const { rows } = await sql<{
    states: { open: number; begun: number; submitted: number };
    answered: Record<string, number>;
    options: { key: string; value: string; count: number }[];
    numbers: { key: string; min: number; median: number; max: number; sum: number }[];
  }>`
    with said as materialized (
      select one.key, one.value from questionnaires.answers answer, jsonb_each(answer.given) one
      where answer.questionnaire_id = ${questionnaireId} and answer.state = 'submitted'
    )
    select
      (select jsonb_build_object('open', count(*) filter (where state = 'open' and opened_at is null),
         'begun', count(*) filter (where state = 'open' and opened_at is not null),
         'submitted', count(*) filter (where state = 'submitted'))
       from questionnaires.answers where questionnaire_id = ${questionnaireId}) as states,
      (select coalesce(jsonb_object_agg(key, count), '{}')
       from (select key, count(*) from said group by key) line) as answered,
      (select coalesce(jsonb_agg(to_jsonb(line) order by line.count desc, line.value), '[]') from (
         select key, coalesce(item ->> 'given', item #>> '{}') as value, count(*)
         from said cross join lateral jsonb_array_elements(
           case jsonb_typeof(said.value) when 'array' then said.value else jsonb_build_array(said.value) end) item
         where key = any(${options}::text[]) group by 1, 2) line) as options,
      (select coalesce(jsonb_agg(to_jsonb(line)), '[]') from (
         select key, min(value::numeric), max(value::numeric), sum(value::numeric),
                percentile_cont(0.5) within group (order by value::numeric) as median
         from said where key = any(${numbers}::text[]) and jsonb_typeof(value) = 'number' group by key) line) as numbers`.execute(
    db,
  );
  const found = rows[0];
  const counts = questions.map(
    (question): Count => ({
      question,
      answered: found?.answered[question.id] ?? 0,
      options: (found?.options ?? []).filter(({ key }) => key === question.id),
      numbers: found?.numbers.find(({ key }) => key === question.id),
    }),
  );
  return { open: 0, begun: 0, submitted: 0, ...found?.states, counts };
}

/** One submitted answer, in a list. */
export interface GivenAnswer {
  id: number;
  label: string;
  revision: number;
  submitted_at: Date;
  by: string;
  given: Values;
}

const given = (questionnaireId: number) => sql<GivenAnswer>`
  select answer.id, answer.label, revision.number as revision, answer.submitted_at, answer.given,
         coalesce(one.name, '') as by
  from questionnaires.answers answer
  join questionnaires.revisions revision on revision.id = answer.revision_id
  left join questionnaires.participants one on one.id = answer.submitted_by
  where answer.questionnaire_id = ${questionnaireId} and answer.state = 'submitted'`;

/** Every submitted answer, one after the other. */
export const streamGiven = (db: Db, questionnaireId: number) =>
  inPages<GivenAnswer>(db, given(questionnaireId), { by: ["id"] });

/** A page of submitted answers, the last sent first. */
export async function listGiven(db: Db, questionnaireId: number, page: number, size: number) {
  const { rows } = await sql<GivenAnswer>`select listed.* from (${given(questionnaireId)}) listed
    order by submitted_at desc, id desc limit ${size} offset ${(page - 1) * size}`.execute(db);
  return rows;
}

/**
 * All that was ever asked: the revision in force, then the questions that only older ones had, so that old answers keep
 * their columns.
 */
export async function wholeContent(db: Db, questionnaireId: number): Promise<Content | undefined> {
  const published = (await listRevisions(db, questionnaireId)).filter(
    ({ publishedAt }) => publishedAt !== null,
  );
  const [last, ...older] = published;
  if (!last) return undefined;
  const known = new Set(questionsOf(last.content).map(({ id }) => id));
  const gone: Question[] = [];
  for (const { content } of older)
    for (const question of content.sections.flatMap(({ questions }) => questions))
      if (!known.has(question.id)) {
        known.add(question.id);
        gone.push(question);
      }
  if (gone.length === 0) return last.content;
  const past = { id: "anciennes", title: "Questions d’anciennes révisions", questions: gone };
  return { ...last.content, sections: [...last.content.sections, past] };
}
