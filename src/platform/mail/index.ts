/**
 * Letters: written in the transaction of the change that sends them, sent by a job, each once.
 * It does not know who is written to, nor why.
 */
export { mailJobs, sendAgain } from "./job.ts";
export {
  countLetters,
  findLetter,
  type Letter,
  type LetterState,
  letterStates,
  listLetters,
  writeLetter,
} from "./letters.ts";
