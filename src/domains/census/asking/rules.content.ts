import type { Field } from "#domains/directory/index.ts";
import type { Content, Question, Section } from "#platform/questionnaire/content.ts";
import { questionId, questionOf } from "./rules.fields.ts";

/** The questions that are no field and that the census understands: who answers, and a word for the team. */
export const sayerId = "repondant";
export const messageId = "mot";

const sections: readonly { id: string; title: string; intro?: string; keys: readonly string[] }[] = [
  {
    id: "identite",
    title: "Votre organisation",
    keys: ["name", "acronym", "actor_type_id", "legal_form", "founded_year", "description"],
  },
  {
    id: "contact",
    title: "Vous joindre",
    intro: "Le courriel et le téléphone ne sont montrés au public que si vous le demandez à l’équipe.",
    keys: ["website", "email", "phone", "address", "postal_code", "commune_code"],
  },
  {
    id: "action",
    title: "Ce que vous faites, et où",
    keys: ["sector_ids", "goal_ids", "country_codes"],
  },
  {
    id: "numeros",
    title: "Vos numéros",
    intro: "Aucun n’est obligatoire : ils évitent de vous confondre avec une autre organisation.",
    keys: ["rna", "siren", "siret", "uai"],
  },
];

/** The questionnaire « Confirmer votre fiche », from the fields of the record: those added in the settings come last. */
export function confirmContent(fields: readonly Field[]): Content {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const asked = (keys: readonly string[]): Question[] =>
    keys.flatMap((key) => {
      const field = byKey.get(key);
      const question = field && questionOf(field);
      return question ? [{ id: questionId(key), maps: key, ...question }] : [];
    });
  const own = fields.map(({ key }) => key).filter((key) => key.startsWith("custom."));
  const parts: Section[] = [
    ...sections.map(({ id, title, intro, keys }) => ({
      id,
      title,
      ...(intro ? { intro } : {}),
      questions: asked(keys),
    })),
    { id: "reseau", title: "Les questions du réseau", questions: asked(own) },
    {
      id: "vous",
      title: "Qui répond",
      questions: [
        {
          id: sayerId,
          kind: "text",
          label: "Votre nom et votre fonction",
          help: "Pour que l’équipe sache à qui s’adresser. Cela n’est pas publié.",
          longest: 200,
        },
        { id: messageId, kind: "paragraph", label: "Un mot pour l’équipe", longest: 2000 },
      ],
    },
  ];
  return {
    title: "Confirmer votre fiche",
    intro: "Tout est déjà rempli avec ce que nous savons. Corrigez ce qui doit l’être, laissez le reste.",
    thanks: "Merci : votre fiche est à jour, ou le sera dès que l’équipe aura relu vos corrections.",
    sections: parts.filter(({ questions }) => questions.length > 0),
  };
}
