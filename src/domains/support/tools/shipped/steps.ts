import type { ToolContent } from "../rules.ts";

const step = (id: string, title: string, help: string, labels: readonly string[]) => ({
  id,
  title,
  help,
  questions: labels.map((label, index) => ({ id: `${id}-${index + 1}`, label, help: "" })),
});

/** Étapes de projet: from the first idea to what is learnt of it. */
export const steps: ToolContent = {
  title: "Étapes de projet",
  lead: "Où en est le projet, de l’idée au bilan ? Pour chaque étape, dites ce qui est fait, ce qui avance et ce qui reste. On y revient à chaque rencontre.",
  closing:
    "Un projet n’avance pas en ligne droite : revenir à une étape d’avant est souvent un signe de bonne santé.",
  sections: [
    step("idee", "1. L’idée", "D’où vient le projet, et pour qui.", [
      "Nous pouvons dire en deux phrases ce que nous voulons changer, et pour qui",
      "Les personnes concernées ont été entendues, sur place",
      "Nous savons ce qui existe déjà, et qui agit au même endroit",
      "Nous savons pourquoi c’est à nous de le faire",
    ]),
    step("partenaire", "2. Les partenaires", "Ici et là-bas : qui fait quoi, et ce que chacun en attend.", [
      "Un partenaire est identifié là-bas, et nous avons parlé avec lui du projet",
      "Chacun a dit ce qu’il apporte et ce qu’il attend",
      "Nous savons comment nous décidons ensemble",
      "Un écrit, même court, dit nos engagements",
    ]),
    step(
      "construction",
      "3. La construction",
      "Ce que l’on va faire, dans quel ordre, et ce qui le montrera.",
      [
        "Les objectifs sont écrits, peu nombreux, et l’on saura dire s’ils sont atteints",
        "Les activités sont listées, avec qui les fait et quand",
        "Les risques sont regardés en face, et ce que l’on ferait alors",
        "Les effets sur l’environnement et sur l’égalité entre femmes et hommes ont été pensés",
      ],
    ),
    step("moyens", "4. Les moyens", "L’argent, les personnes, le matériel.", [
      "Le budget est équilibré, avec ses dépenses et ses recettes expliquées",
      "Les financements possibles sont repérés, avec leurs dates",
      "La part apportée par nous et par le partenaire est connue",
      "Les personnes qui porteront le projet ont le temps de le faire",
    ]),
    step("realisation", "5. La réalisation", "Faire, suivre, ajuster.", [
      "Un calendrier est tenu, et partagé avec le partenaire",
      "Les dépenses sont suivies et les justificatifs gardés",
      "Nous nous parlons à un rythme convenu",
      "Les changements sont notés, et dits aux financeurs quand il le faut",
    ]),
    step("bilan", "6. Le bilan et la suite", "Ce qui a changé, ce que l’on a appris, ce qui continue.", [
      "Nous avons regardé avec les personnes concernées ce qui a changé pour elles",
      "Les comptes sont arrêtés et les rapports rendus",
      "Ce que nous avons appris est écrit et partagé",
      "Ce qui continue sans nous est clair, et nous savons ce que nous faisons ensuite",
    ]),
  ],
};
