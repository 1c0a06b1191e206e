/** What is counted of a département or of a family: organisations known, those that answered, people who live there. */
export interface Counted {
  key: string;
  label: string;
  known: number;
  answered: number;
  /** Inhabitants; null where there is no such thing: a family, an unknown place. */
  population: number | null;
}

/** The same with its shares, from 0 to 1, of all that is known, of all the answers and of all the inhabitants. */
export interface Covered extends Counted {
  knownShare: number;
  answeredShare: number;
  populationShare: number | null;
  /** Answers among those known here. */
  rate: number;
}

/** A share that is not what it should be: the actors against the inhabitants, or the answers against the actors. */
export interface Imbalance {
  key: string;
  label: string;
  of: "known" | "answered";
  against: "population" | "known";
  share: number;
  reference: number;
}

const shareOf = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const sum = (lines: readonly Counted[], pick: (line: Counted) => number) =>
  lines.reduce((all, line) => all + pick(line), 0);

/** The shares of each line; those whose place or family is not known count in the whole, as the report of 2021 does. */
export function coverageOf(lines: readonly Counted[]): Covered[] {
  const known = sum(lines, (line) => line.known);
  const answered = sum(lines, (line) => line.answered);
  const people = sum(lines, (line) => line.population ?? 0);
  return lines.map((line) => ({
    ...line,
    knownShare: shareOf(line.known, known),
    answeredShare: shareOf(line.answered, answered),
    populationShare: line.population === null || people === 0 ? null : line.population / people,
    rate: shareOf(line.answered, line.known),
  }));
}

/** From how far apart two shares are worth a sentence: three points. */
const leastGap = 0.03;

/** Below this many answers, shares of answers say nothing. */
const leastAnswers = 20;

/** Beyond this share of actors without a place or a family, shares are those of the others: else all would seem too few. */
const mostUnplaced = 0.1;

/** How many known actors are left out of the imbalances, having no place or no family; none when they are few. */
export function leftOut(lines: readonly Counted[]): number {
  const unplaced = sum(lines, (line) => (line.key === "" ? line.known : 0));
  return unplaced > mostUnplaced * sum(lines, (line) => line.known) ? unplaced : 0;
}

/** The imbalances of a breakdown, the widest first; a line without a place or a family is not named. */
export function imbalancesOf(all: readonly Covered[]): Imbalance[] {
  const answers = sum(all, (line) => line.answered);
  const named = all.filter(({ key }) => key !== "");
  const lines = leftOut(all) > 0 ? coverageOf(named) : named;
  return lines
    .flatMap(({ key, label, knownShare, answeredShare, populationShare }) => [
      ...(populationShare === null
        ? []
        : [
            {
              key,
              label,
              of: "known",
              against: "population",
              share: knownShare,
              reference: populationShare,
            } as const,
          ]),
      ...(answers < leastAnswers
        ? []
        : [
            {
              key,
              label,
              of: "answered",
              against: "known",
              share: answeredShare,
              reference: knownShare,
            } as const,
          ]),
    ])
    .filter(({ share, reference }) => Math.abs(share - reference) >= leastGap - 1e-9)
    .sort((a, b) => Math.abs(b.share - b.reference) - Math.abs(a.share - a.reference));
}
