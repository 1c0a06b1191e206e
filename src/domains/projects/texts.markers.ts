import type { questions } from "./rules.markers.ts";

type Question = (typeof questions)[number];

/** What a marker is about, as its questions say it: the verb of the aim, then the objective. */
const objectives: Record<string, readonly [aim: string, objective: string]> = {
  "environnement-climat": [
    "de réduire des pollutions ou des émissions, ou d’aider à vivre avec un climat qui change",
    "l’environnement et le climat",
  ],
  biodiversite: ["de protéger ou de restaurer des espèces et des milieux", "la biodiversité"],
  "egalite-genre": [
    "de réduire une inégalité entre les femmes et les hommes",
    "l’égalité entre les femmes et les hommes",
  ],
  "droits-humains": ["de faire connaître ou exercer leurs droits à des personnes", "les droits humains"],
  jeunesse: [
    "que des jeunes décident d’une part du projet, ou en soient les premiers bénéficiaires",
    "la jeunesse",
  ],
  "participation-citoyenne": [
    "que les habitants prennent part aux décisions, ici ou là-bas",
    "la participation citoyenne",
  ],
};

/** The three short questions of a marker; one that the network added gets them with its own name. */
export function questionsOf(code: string, label: string): Record<Question, string> {
  const [aim, objective] = objectives[code] ?? [`d’agir pour l’objectif « ${label} »`, `« ${label} »`];
  return {
    aim: `Le projet prévoit-il une action dont le but est ${aim} ?`,
    proof: `Dit-il comment on saura ce qu’il change pour ${objective} : un chiffre suivi, une part du budget, une évaluation ?`,
    reason: "Est-ce la raison du projet : sans cet objectif, on ne le ferait pas ?",
  };
}
