import type { ToolContent } from "../rules.ts";

const beat = (id: string, title: string, label: string, help: string) => ({
  id,
  title,
  help: "",
  questions: [{ id, label, help }],
});

/** Il était une fois: telling a project in two minutes. */
export const pitch: ToolContent = {
  title: "Il était une fois",
  lead: "Raconter son projet en deux minutes, à quelqu’un qui n’en sait rien. Écrivez comme vous parlez, une ou deux phrases par étape ; lisez ensuite le tout à voix haute.",
  closing: "Deux minutes font environ 280 mots. Coupez d’abord les sigles, puis les adjectifs.",
  sections: [
    beat(
      "lieu",
      "1. Il était une fois",
      "Un lieu, une personne",
      "Quelqu’un de vrai, avec un prénom et un endroit : on se souvient d’une personne, pas d’un public cible.",
    ),
    beat(
      "jour",
      "2. Chaque jour",
      "Ce qui se vit, sans le projet",
      "Ce que cette personne fait, espère, contourne.",
    ),
    beat(
      "manque",
      "3. Mais",
      "Ce qui empêche",
      "Un seul obstacle, celui que votre projet lève. Ni misère ni héros.",
    ),
    beat(
      "rencontre",
      "4. Un jour",
      "Comment vous êtes entrés dans l’histoire",
      "La rencontre, l’idée : pourquoi vous, pourquoi là.",
    ),
    beat(
      "ensemble",
      "5. Ensemble",
      "Ce que vous faites, avec qui",
      "Des verbes. Ce que fait le partenaire vient d’abord.",
    ),
    beat("depuis", "6. Depuis", "Ce qui a changé, ou changera", "Un fait que l’on peut voir ou compter."),
    beat("demande", "7. Et vous", "Ce que vous demandez à qui écoute", "Une seule chose, précise, faisable."),
  ],
};
