import type { Kind, Operator, Question, Test } from "./content.ts";

interface KindFacts {
  /** What staff choose: `Choix d’une réponse`. */
  label: string;
  /** The heading under which it is chosen. */
  group: string;
  /** What a condition may ask of its answers. */
  operators: readonly Operator[];
  /** Which facts of a question mean something. */
  takes: {
    options: boolean;
    list: boolean;
    table: boolean;
    length: boolean;
    range: boolean;
    dates: boolean;
    count: boolean;
  };
}

const given = ["answered", "unanswered"] as const;
const one = ["is", "is_not", ...given] as const;
const some = ["contains", "contains_not", "more", "less", ...given] as const;
const text = ["is", "contains", "contains_not", ...given] as const;
const amount = ["more", "less", "is", ...given] as const;

const nothing = {
  options: false,
  list: false,
  table: false,
  length: false,
  range: false,
  dates: false,
  count: false,
};
const kind = (
  label: string,
  group: string,
  operators: readonly Operator[],
  takes: Partial<KindFacts["takes"]> = {},
): KindFacts => ({ label, group, operators, takes: { ...nothing, ...takes } });

const facts: Readonly<Record<Kind, KindFacts>> = {
  text: kind("Texte court", "Écrire", text, { length: true }),
  paragraph: kind("Texte long", "Écrire", text, { length: true }),
  number: kind("Nombre", "Compter et dater", amount, { range: true }),
  money: kind("Montant en euros", "Compter et dater", amount, { range: true }),
  date: kind("Date", "Compter et dater", amount, { dates: true }),
  yes_no: kind("Oui ou non", "Choisir", one),
  choice: kind("Une réponse parmi plusieurs", "Choisir", one, { options: true }),
  many: kind("Plusieurs réponses parmi plusieurs", "Choisir", some, { options: true, count: true }),
  table: kind("Tableau", "Plusieurs à la fois", given, { table: true }),
  file: kind("Fichier", "Joindre", given, { count: true }),
  place: kind("Commune ou lieu à l’étranger", "Lieux", given),
  country: kind("Pays", "Lieux", one),
  countries: kind("Plusieurs pays", "Lieux", some, { count: true }),
  term: kind("Un mot d’un vocabulaire (secteur, ODD…)", "Choisir", one, { list: true }),
  terms: kind("Plusieurs mots d’un vocabulaire (secteurs, ODD…)", "Choisir", some, {
    list: true,
    count: true,
  }),
  identifier: kind("Identifiant (RNA, SIREN, SIRET, UAI)", "Organisations", given),
  organisation: kind("Organisation", "Organisations", given),
  email: kind("Courriel", "Écrire", given),
  phone: kind("Téléphone", "Écrire", given),
  web: kind("Site internet", "Écrire", given),
  consent: kind("Consentement", "Joindre", one),
  block: kind("Bloc répété", "Plusieurs à la fois", ["more", "less", ...given], { count: true }),
};

export const kindOf = (kind: Kind) => facts[kind];

/** Whether a condition can ask this of the answers to a question. */
export function isTestable(question: Question, { is, value }: Test): boolean {
  if (!facts[question.kind].operators.includes(is)) return false;
  if (is === "answered" || is === "unanswered") return true;
  if (is === "more" || is === "less")
    return question.kind === "date" ? typeof value === "string" : typeof value === "number";
  switch (question.kind) {
    case "choice":
    case "many":
      return (question.options ?? []).some(({ id }) => id === value);
    case "yes_no":
    case "consent":
      return typeof value === "boolean";
    case "number":
    case "money":
    case "term":
    case "terms":
      return typeof value === "number";
    default:
      return typeof value === "string" && value !== "";
  }
}
