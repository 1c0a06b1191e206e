import type { ToolContent } from "../rules.ts";

const part = (
  id: string,
  title: string,
  help: string,
  questions: readonly (readonly [string, string?])[],
) => ({
  id,
  title,
  help,
  questions: questions.map(([label, helped = ""], index) => ({
    id: `${id}-${index + 1}`,
    label,
    help: helped,
  })),
});

/** Partenaire particulier: what partners have talked about, and what they have not. */
export const partnership: ToolContent = {
  title: "Partenaire particulier",
  lead: "Un partenariat se parle avant de s’écrire. Ces questions se posent à deux, ici et là-bas, séparément d’abord : les réponses qui diffèrent sont les plus utiles.",
  closing:
    "Ce qui n’a pas encore été abordé n’est pas un reproche : c’est l’ordre du jour de votre prochaine conversation.",
  sections: [
    part("rencontre", "Se connaître", "D’où vient le lien, et qui est vraiment le partenaire.", [
      ["Comment nous sommes-nous trouvés, et qu’est-ce qui nous a donné envie ?"],
      ["Qui, chez notre partenaire, porte le projet ? Qui d’autre décide ?"],
      ["Connaissons-nous ses autres partenaires, et ce qu’il fait sans nous ?"],
      ["Savons-nous ce qui compte pour lui, et qu’il ne demandera pas ?"],
    ]),
    part("attentes", "Ce que chacun attend", "L’argent n’est jamais seul.", [
      ["Qu’attendons-nous de ce partenariat pour nous-mêmes ?"],
      ["Qu’attend notre partenaire, au-delà du financement ?"],
      ["Que donnons-nous, que recevons-nous ?"],
      ["Qu’est-ce qui nous ferait arrêter ?"],
    ]),
    part("decision", "Décider ensemble", "Qui décide de quoi, et comment on le sait.", [
      ["Qui décide du contenu du projet, et qui peut le changer ?"],
      ["Qui tient l’argent, qui signe, qui rend compte, à qui ?"],
      ["Que faisons-nous quand nous ne sommes pas d’accord ?"],
      ["Les personnes pour qui le projet est fait ont-elles une place dans la décision ?"],
    ]),
    part("parole", "Se parler", "La langue, le rythme, les non-dits.", [
      ["Dans quelle langue, par quel moyen et à quel rythme nous parlons-nous ?"],
      ["Comment disons-nous une mauvaise nouvelle ?"],
      [
        "Comment nous représentons-nous l’un l’autre : photos, récits, réseaux sociaux ?",
        "Notre partenaire se reconnaîtrait-il dans ce que nous disons de lui ?",
      ],
    ]),
    part("duree", "Durer, ou finir bien", "Un partenariat a un début ; il peut avoir une fin heureuse.", [
      ["Que se passe-t-il si la personne qui porte le lien s’en va ?"],
      ["Comment notre partenaire se passera-t-il de nous ?"],
      ["Quand et comment faisons-nous le point sur le partenariat lui-même ?"],
    ]),
  ],
};
