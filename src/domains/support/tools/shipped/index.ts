import type { ToolCode, ToolContent } from "../rules.ts";
import { chessboard } from "./chessboard.ts";
import { diagnosis } from "./diagnosis.ts";
import { goals } from "./goals.ts";
import { partnership } from "./partnership.ts";
import { pitch } from "./pitch.ts";
import { steps } from "./steps.ts";

/** The tools as they come with the program. */
export const shippedTools: Readonly<Record<ToolCode, ToolContent>> = {
  steps,
  chessboard,
  goals,
  partnership,
  pitch,
  diagnosis,
};
