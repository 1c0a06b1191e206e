import type { ToolContent, ToolQuestion } from "../rules.ts";

const ask = (id: string, label: string, goals: readonly number[], help = ""): ToolQuestion => ({
  id,
  label,
  help,
  goals,
});

/** Projets solidaires: which goals of the 2030 Agenda a project serves. */
export const goals: ToolContent = {
  title: "Projets solidaires",
  lead: "À quels Objectifs de développement durable (ODD) votre projet contribue-t-il ? Répondez simplement, en pensant à ce que le projet fait vraiment ; la proposition se discute.",
  closing:
    "L’objectif principal est celui que le projet sert le plus directement ; trois objectifs secondaires suffisent. En annoncer davantage affaiblit le propos.",
  sections: [
    {
      id: "personnes",
      title: "Les personnes",
      help: "Ce que le projet change dans la vie de celles et ceux pour qui il est fait.",
      questions: [
        ask(
          "revenu",
          "Le projet aide-t-il des personnes très pauvres à vivre mieux ou à être protégées ?",
          [1],
        ),
        ask("manger", "Permet-il de mieux se nourrir, ou de cultiver sans épuiser la terre ?", [2]),
        ask(
          "sante",
          "Améliore-t-il l’accès aux soins, à la prévention, à la santé des mères et des enfants ?",
          [3],
        ),
        ask(
          "ecole",
          "Permet-il d’apprendre : école, formation, alphabétisation, éducation à la citoyenneté ?",
          [4],
        ),
        ask("femmes", "Réduit-il une inégalité entre les femmes et les hommes, et cela se verra-t-il ?", [5]),
        ask(
          "ecarts",
          "S’adresse-t-il à des personnes mises de côté : handicap, origine, exil, isolement ?",
          [10],
        ),
      ],
    },
    {
      id: "ressources",
      title: "L’eau, l’énergie, le vivant",
      help: "Ce que le projet protège ou rend accessible.",
      questions: [
        ask("eau", "Donne-t-il accès à l’eau potable, à des toilettes, à l’hygiène ?", [6]),
        ask("energie", "Apporte-t-il une énergie propre et abordable ?", [7]),
        ask("climat", "Réduit-il des émissions, ou aide-t-il à vivre avec un climat qui change ?", [13]),
        ask("mer", "Protège-t-il la mer, les rivages, les pêcheurs ?", [14]),
        ask("terre", "Protège-t-il des forêts, des sols, des espèces ?", [15]),
        ask(
          "dechets",
          "Fait-il produire ou consommer autrement : réemploi, déchets, circuits courts ?",
          [12],
        ),
      ],
    },
    {
      id: "economie",
      title: "Le travail et les lieux",
      help: "Ce que le projet construit.",
      questions: [
        ask("emploi", "Crée-t-il des emplois dignes, ou soutient-il de petites entreprises ?", [8, 1]),
        ask(
          "ouvrage",
          "Construit-il ou améliore-t-il des équipements, des techniques, un accès au numérique ?",
          [9],
        ),
        ask("ville", "Rend-il un quartier ou un village plus sûr, plus accessible, mieux géré ?", [11]),
        ask("culture", "Sauvegarde-t-il un patrimoine, fait-il vivre une culture ?", [11, 4]),
        ask("equitable", "Passe-t-il par le commerce équitable ou un tourisme respectueux ?", [12, 8]),
      ],
    },
    {
      id: "ensemble",
      title: "La paix et l’agir ensemble",
      help: "La façon dont le projet est mené compte aussi.",
      questions: [
        ask("droits", "Permet-il à des personnes de connaître et de faire valoir leurs droits ?", [16]),
        ask("paix", "Fait-il se rencontrer des personnes qui s’ignoraient ou s’opposaient ?", [16]),
        ask(
          "local",
          "Renforce-t-il une institution ou une association de là-bas, qui continuera ?",
          [16, 17],
        ),
        ask("reciproque", "Est-il décidé et suivi à égalité par les partenaires d’ici et de là-bas ?", [17]),
        ask(
          "plusieurs",
          "Réunit-il des acteurs différents : association, collectivité, école, entreprise ?",
          [17],
        ),
      ],
    },
  ],
};
