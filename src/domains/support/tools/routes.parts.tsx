import { slugOf } from "#domains/directory/index.ts";
import { listTerms } from "#domains/vocabularies/index.ts";
import { directory } from "#paths/directory.ts";
import type { Db } from "#platform/db/index.ts";
import { type Board, openBoard } from "./queries.board.ts";
import type { Partner } from "./queries.partners.ts";
import type { Answers, ToolCode, ToolContent } from "./rules.ts";
import { BoardFields, KeptPartners } from "./views.board.tsx";

interface Filled {
  tool: ToolCode;
  content: ToolContent;
  answers: Answers;
  organisationId: number | null;
}

const publicHref = ({ id, name }: Partner) => directory.publicCard(id, slugOf(name));

const boardOf = (db: Db, { content, answers, organisationId }: Filled): Promise<Board> =>
  openBoard(db, content, answers, organisationId);

/** What a tool needs besides its words: the goals of the 2030 Agenda, and the partners for the chessboard. */
export async function partsOf(db: Db, filled: Filled, { inside = false, keeping = false } = {}) {
  const goals = filled.tool === "goals" ? await listTerms(db, "odd") : [];
  if (filled.tool !== "chessboard") return { goals };
  const board = await boardOf(db, filled);
  const href = inside ? ({ id }: Partner) => directory.one(id) : publicHref;
  return {
    goals,
    board: <BoardFields board={board} answers={filled.answers} href={href} keeping={keeping} />,
  };
}

/** The same on paper. */
export async function paperOf(db: Db, filled: Filled) {
  const goals = filled.tool === "goals" ? await listTerms(db, "odd") : [];
  if (filled.tool !== "chessboard") return { goals };
  return { goals, board: <KeptPartners board={await boardOf(db, filled)} answers={filled.answers} /> };
}
