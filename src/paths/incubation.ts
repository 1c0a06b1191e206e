const all = "/gestion/accompagnements/cohortes";
const one = (id: number) => `${all}/${id}`;
const stay = (id: number) => `${all}/suivis/${id}`;
const milestone = (id: number, milestone: number) => `${one(id)}/jalons/${milestone}`;
const line = (id: number, line: number) => `${one(id)}/budget/${line}`;

export const incubation = {
  all: () => all,
  add: () => `${all}/nouvelle`,
  one,
  edit: (id: number) => `${one(id)}/modifier`,
  closing: (id: number) => `${one(id)}/cloture`,
  reopening: (id: number) => `${one(id)}/reouverture`,
  removal: (id: number) => `${one(id)}/suppression`,
  restoration: (id: number) => `${one(id)}/retablissement`,
  organisations: (id: number) => `${one(id)}/organisations`,
  milestones: (id: number) => `${one(id)}/jalons`,
  milestone,
  milestoneRemoval: (id: number, one: number) => `${milestone(id, one)}/suppression`,
  milestoneRestoration: (id: number, one: number) => `${milestone(id, one)}/retablissement`,
  /** Marks a milestone as reached by an organisation: today, or on a day. */
  reached: (id: number, one: number, stay: number, day?: string) =>
    `${milestone(id, one)}/atteint/${stay}${day ? `?le=${day}` : ""}`,
  unreached: (id: number, one: number, stay: number) => `${milestone(id, one)}/non-atteint/${stay}`,
  programme: (id: number) => `${one(id)}/programme`,
  unlinking: (id: number, event: number) => `${one(id)}/programme/${event}/retrait`,
  relinking: (id: number, event: number) => `${one(id)}/programme/${event}/rattachement`,
  budget: (id: number) => `${one(id)}/budget`,
  line,
  lineRemoval: (id: number, one: number) => `${line(id, one)}/suppression`,
  lineRestoration: (id: number, one: number) => `${line(id, one)}/retablissement`,
  /** An organisation in a cohort. */
  stay,
  entry: (id: number) => `${stay(id)}/entree`,
  leaving: (id: number) => `${stay(id)}/sortie`,
  comeBack: (id: number) => `${stay(id)}/retour`,
  stayRemoval: (id: number) => `${stay(id)}/retrait`,
  stayRestoration: (id: number) => `${stay(id)}/retablissement`,
  course: (id: number) => `${stay(id)}/accompagnement`,
  newCourse: (id: number) => `${stay(id)}/accompagnement/nouveau`,
  points: (id: number) => `${stay(id)}/points`,
  mark: (id: number, milestone: number) => `${stay(id)}/jalons/${milestone}`,
  people: (id: number) => `${stay(id)}/personnes`,
  personRemoval: (id: number, person: number) => `${stay(id)}/personnes/${person}/retrait`,
  personRestoration: (id: number, person: number) => `${stay(id)}/personnes/${person}/retablissement`,
} as const;
