import type { Db } from "#platform/db/index.ts";
import type { Kind, Question } from "#platform/questionnaire/content.ts";
import type { Values } from "#platform/questionnaire/values.ts";
import type { Request } from "#platform/web/env.ts";
import type { Permission } from "#platform/web/may.ts";

/** One answer to open, for a whole list at once (`openAnswers`). */
export interface NewAnswer {
  /** The room's own mark, given back beside the answer's number: the organisation's number. */
  key: string;
  /** Whom it is about, in words. */
  label: string;
  /** What is already known, by the `maps` of the questions; may come later, by `prefill` of the routes. */
  known?: Values;
  /** The first who answers; others are invited by them. */
  name: string;
  email: string;
  /** A room that makes its own links gives what they hold: 32 letters of base64url, of which 128 bits are not guessed. Else a token is made. */
  token?: string;
}

/** An answer opened: `token` goes at the end of the personal link, and is known nowhere else. */
export interface OpenedAnswer {
  key: string;
  answerId: number;
  participantId: number;
  token: string;
}

/** A field of the room's records that a question may be about. */
export interface MappedField {
  /** What the question's `maps` holds. */
  key: string;
  label: string;
  /** The question that asks for it, ready made. */
  question: Omit<Question, "id" | "maps">;
}

/** What was submitted, for the room: in the same transaction, and undone with it. */
export interface Submission {
  answerId: number;
  questionnaireId: number;
  revisionId: number;
  /** By question; hidden ones left out. */
  values: Values;
  /** By `maps`: what is said now, and what the answer was filled with. A mapped question that was not asked is not in `said`. */
  said: Values;
  /** By `maps`: asked, and left without an answer. */
  cleared: readonly string[];
  known: Values;
  /** The kind of each mapped question, by `maps`. */
  kinds: Readonly<Record<string, Kind>>;
  /** Who sent it; `again` when it had been submitted before and reopened. */
  by: { name: string; email: string };
  again: boolean;
  now: Date;
}

/** Where a room mounts the pages by which people answer. */
export interface AnswerMount {
  /** In the shell: `/recensement`; the personal link is this and the token. */
  path: string;
  /** What the room is called at the top of the pages: `Recensement 2021`; `token` is that of the link followed. Undefined answers 404 (closed, not this room's). */
  find: (
    db: Db,
    answer: { answerId: number; questionnaireId: number; token: string },
  ) => Promise<AnswerFrame | undefined>;
  /** What the room knows by `maps`, asked for once, when an answer is opened for the first time. */
  prefill?: (db: Db, answerId: number) => Promise<Values>;
  onSubmit?: (db: Db, submission: Submission) => Promise<void>;
}

/** What surrounds an answer. */
export interface AnswerFrame {
  title: string;
  /** Said at the top of the first page, after the questionnaire's own words. */
  lead?: string;
  /** Nothing is taken any more, and why: `Le recensement est clos depuis le 3 mai.` */
  closed?: string;
  /** Other ways out, as links: `Nous ne souhaitons pas répondre`. */
  links?: readonly { label: string; href: string }[];
  /** Where one who sent an answer opens it again by themselves; without it, the team does. */
  reopening?: string;
}

/** Where a room mounts the editor of a questionnaire. */
export interface EditorMount {
  /** In the shell, as a pattern: `/recensement/:id{[0-9]+}/questionnaire`. */
  path: string;
  permission: Permission;
  /** Which questionnaire, and the address where this editor stands; undefined answers 404. */
  find: (c: Request) => Promise<EditorFrame | undefined>;
  /** The fields of the room's records, offered as ready-made questions. */
  fields?: (db: Db) => Promise<readonly MappedField[]>;
}

export interface EditorFrame {
  questionnaireId: number;
  /** `/gestion/recensement/7/questionnaire`. */
  href: string;
  trail: readonly { label: string; href: string }[];
}

/** Where a room mounts what was answered: summary, one answer, files to take away. Same frame as the editor. */
export type ResultsMount = Omit<EditorMount, "fields">;
