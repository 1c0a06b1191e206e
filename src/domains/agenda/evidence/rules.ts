/** What counts as one line of the report: people of one training, of one kind. */
export interface TraineeLine {
  eventId: number;
  kind: TraineeKind;
  objective: Objective;
  /** As typed; empty when nobody said it. */
  specialty: string;
  subcontracted: boolean;
  people: number;
  minutes: number;
}

/** Who is trained: frame F-1 of the report. */
export const traineeKinds = ["private_employee", "apprentice", "job_seeker", "individual", "other"] as const;
export type TraineeKind = (typeof traineeKinds)[number];

/** What the training aims at: frame F-3. */
export const objectives = [
  "diploma",
  "certification",
  "cqp",
  "other",
  "skills_review",
  "experience",
] as const;
export type Objective = (typeof objectives)[number];

export interface Counted {
  people: number;
  minutes: number;
}

export interface Report {
  /** F-1: by kind of trainee, in the order of the form. */
  kinds: readonly (Counted & { key: TraineeKind })[];
  /** F-2: of which entrusted to us by another body. */
  subcontracted: Counted;
  /** F-3: by aim. */
  objectives: readonly (Counted & { key: Objective })[];
  /** F-4: by speciality, the most hours first; an empty one is not said yet. */
  specialties: readonly (Counted & { key: string })[];
  total: Counted;
}

const sum = (lines: readonly Counted[]): Counted => ({
  people: lines.reduce((all, { people }) => all + people, 0),
  minutes: lines.reduce((all, { minutes }) => all + minutes, 0),
});

/** The pedagogical frames of the report (Cerfa no 10443, F-1 to F-4). */
export function reportOf(lines: readonly TraineeLine[]): Report {
  const by = <Key extends string>(keys: readonly Key[], keyOf: (line: TraineeLine) => string) =>
    keys.map((key) => ({ key, ...sum(lines.filter((line) => keyOf(line) === key)) }));
  const specialties = by([...new Set(lines.map(({ specialty }) => specialty))], ({ specialty }) => specialty);
  return {
    kinds: by(traineeKinds, ({ kind }) => kind),
    subcontracted: sum(lines.filter(({ subcontracted }) => subcontracted)),
    objectives: by(objectives, ({ objective }) => objective),
    specialties: specialties.sort((a, b) => b.minutes - a.minutes || a.key.localeCompare(b.key, "fr")),
    total: sum(lines),
  };
}

/** A check that the form makes on itself, and whether it holds. */
export interface Check {
  says: string;
  holds: boolean;
}

/**
 * The checks that the administration makes: the totals of F-1, F-3 and F-4 are the same, in people and in hours. A training
 * whose speciality nobody said is in F-1 and cannot be in F-4.
 */
export function checksOf({ kinds, objectives, specialties }: Report): Check[] {
  const said = specialties.filter(({ key }) => key !== "");
  const [f1, f3, f4] = [sum(kinds), sum(objectives), sum(said)];
  return [
    { says: "F-1 = F-3, en stagiaires", holds: f1.people === f3.people },
    { says: "F-1 = F-3, en heures", holds: f1.minutes === f3.minutes },
    { says: "F-1 = F-4, en stagiaires", holds: f1.people === f4.people },
    { says: "F-1 = F-4, en heures", holds: f1.minutes === f4.minutes },
  ];
}
