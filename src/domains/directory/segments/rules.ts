import type { Asked, Criterion } from "#platform/criterion.ts";
import { all, denied } from "#platform/french.ts";
import type { Definition, Term } from "./definition.ts";

/** The criteria that can be asked, by their identifier. */
export type Criteria = ReadonlyMap<string, Criterion>;

/** What the chosen values of a criterion's field are called, in their order. */
export type LabelsOf = (criterion: Criterion, asked: Asked) => (field: string) => readonly string[];

type Place = Criterion["place"];
interface Words {
  place: Place;
  text: string;
}

/** What is said of a criterion that no longer exists: nobody answers it. */
const lost = "qui répondent à un critère disparu";

/** `les associations` as what one is: `des associations`. */
const beingOf = (noun: string) => noun.replace(/(^|, | et )les /g, (_, before: string) => `${before}des `);

function positive(criterion: Criterion, term: Term, labels: LabelsOf): Words {
  return {
    place: criterion.place,
    text: criterion.phrase(term.asked, labels(criterion, term.asked)),
  };
}

function negative(criterion: Criterion, term: Term, labels: LabelsOf): Words {
  const own = criterion.denial?.(term.asked, labels(criterion, term.asked));
  const { place, text } = positive(criterion, term, labels);
  if (own !== undefined) return { place: place === "where" ? "where" : "clause", text: own };
  if (place === "where") return { place, text: `hors ${text}` };
  if (place === "noun")
    return { place: "clause", text: `qui ne sont pas ${beingOf(text).replaceAll(" et des ", " ni des ")}` };
  if (place === "adjective") return { place: "clause", text: `qui ne sont pas ${text}` };
  return { place, text: denied(text) ?? `à l’exclusion des organisations ${text}` };
}

function wordsOf(criteria: Criteria, term: Term, labels: LabelsOf): Words {
  const criterion = criteria.get(term.criterion);
  if (!criterion) return { place: "clause", text: lost };
  return (term.not ? negative : positive)(criterion, term, labels);
}

/** `soit de la Somme, soit qui sont des OSIM`: one of these is enough. */
const alternatives = (words: readonly Words[]) =>
  words.map(({ place, text }) => `soit ${place === "noun" ? `qui sont ${beingOf(text)}` : text}`).join(", ");

/**
 * The segment as a French noun phrase: *les associations de la Somme membres en 2021 qui ont un projet au Mali*. What it
 * is, where, what it is like, what it does; then what may be one thing or the other.
 */
export function sentence(criteria: Criteria, definition: Definition, labels: LabelsOf): string {
  const single = definition.filter((group) => group.length === 1).flat();
  const words = single.map((term) => wordsOf(criteria, term, labels));
  const [noun, ...nouns] = words.filter(({ place }) => place === "noun");
  const at = (place: Place) => words.filter((one) => one.place === place).map(({ text }) => text);
  const clauses = [...nouns.map(({ text }) => `qui sont ${beingOf(text)}`), ...at("clause")];
  const plain = [
    noun?.text ?? (definition.length === 0 ? "toutes les organisations" : "les organisations"),
    at("where").join(", "),
    all(at("adjective")),
    all(clauses),
  ];
  const choices = definition
    .filter((group) => group.length > 1)
    .map((group) => alternatives(group.map((term) => wordsOf(criteria, term, labels))));
  return [plain.filter(Boolean).join(" "), ...choices].join(", ");
}

/** With a capital, as a title. */
export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
