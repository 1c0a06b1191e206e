import { sql } from "kysely";
import type { Criterion } from "#platform/criterion.ts";
import { all, either } from "#platform/french.ts";
import { pairs, quoted, termChoices, termIds, wordChoices } from "./criteria.parts.ts";
import { familyNoun, typeNoun } from "./texts.nouns.ts";

const group = "Ce qu’elles sont";
const profiles = ["local_authority_profiles", "association_profiles"] as const;

/** What an organisation is: family, type, profile, the team's marks, who sees its card. */
export const actorCriteria: readonly Criterion[] = [
  {
    id: "directory.family",
    group,
    label: "Famille d’acteurs",
    fields: [{ name: "famille", label: "Familles", kind: "many", choices: termChoices("actor_families") }],
    place: "noun",
    phrase: (asked, labels) =>
      all(pairs(asked, labels, "famille").map(([code, label]) => familyNoun(code, label))),
    condition: (_, { famille }) =>
      sql`organisation.counted_family_id = any(${termIds("actor_families", famille)})`,
  },
  {
    id: "directory.type",
    group,
    label: "Type d’acteur",
    fields: [{ name: "type", label: "Types", kind: "many", choices: termChoices("actor_types") }],
    place: "noun",
    phrase: (asked, labels) =>
      all(pairs(asked, labels, "type").map(([code, label]) => typeNoun(code, label))),
    condition: (_, { type }) => sql`organisation.actor_type_id = any(${termIds("actor_types", type)})`,
  },
  {
    id: "directory.profile",
    group,
    label: "Profil",
    fields: [{ name: "profil", label: "Profils", kind: "many", choices: termChoices(...profiles) }],
    place: "clause",
    phrase: (_, labels) => `qui ont le profil ${either(labels("profil").map(quoted))}`,
    condition: (_, { profil }) =>
      sql`organisation.profile_id = any(${termIds(profiles[0], profil)} || ${termIds(profiles[1], profil)})`,
  },
  {
    id: "directory.tag",
    group,
    label: "Étiquette de l’équipe",
    fields: [{ name: "etiquette", label: "Étiquettes", kind: "many", choices: termChoices("tags") }],
    place: "clause",
    phrase: (_, labels) => `qui portent l’étiquette ${either(labels("etiquette").map(quoted))}`,
    condition: (_, { etiquette }) => sql`organisation.tag_ids && ${termIds("tags", etiquette)}`,
  },
  {
    id: "directory.visibility",
    group: "La fiche",
    label: "Fiche publique ou interne",
    fields: [
      {
        name: "visibilite",
        label: "Qui voit la fiche",
        kind: "one",
        choices: wordChoices({ listed: "Publique", internal: "Interne" }),
      },
    ],
    place: "clause",
    phrase: ({ visibilite }) => `dont la fiche est ${visibilite?.[0] === "listed" ? "publique" : "interne"}`,
    denial: ({ visibilite }) =>
      `dont la fiche n’est pas ${visibilite?.[0] === "listed" ? "publique" : "interne"}`,
    condition: (_, { visibilite }) => sql`organisation.visibility = ${visibilite?.[0] ?? ""}`,
  },
  {
    id: "directory.status",
    group: "La fiche",
    label: "État de la fiche",
    fields: [
      {
        name: "etat",
        label: "États",
        kind: "many",
        choices: wordChoices({ proposed: "Proposée", published: "Publiée", archived: "Archivée" }),
      },
    ],
    place: "clause",
    phrase: (_, labels) => `dont la fiche est ${either(labels("etat")).toLowerCase()}`,
    denial: (_, labels) => `dont la fiche n’est pas ${either(labels("etat")).toLowerCase()}`,
    condition: (_, { etat }) => sql`organisation.status = any(${[...(etat ?? [])]}::text[])`,
  },
];
