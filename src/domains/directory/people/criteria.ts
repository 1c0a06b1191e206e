import { type SqlBool, sql } from "kysely";
import type { Criterion } from "#platform/criterion.ts";
import { roleKinds } from "./texts.ts";

const kinds = Object.entries(roleKinds).map(([value, label]) => ({ value, label }));

/** `une élue ou un élu`: who is known, inside a sentence. */
const inSentence: Record<string, string> = {
  elected: "une élue ou un élu",
  employed: "une salariée ou un salarié",
  volunteer: "une ou un bénévole",
  other: "une personne d’une autre fonction",
};

const first = (asked: readonly string[] | undefined) => asked?.[0] ?? "";

/** What is known of the people of an organisation. */
export const peopleCriteria: readonly Criterion[] = [
  {
    id: "people.main_contact",
    group: "Personnes",
    label: "Interlocuteur principal",
    fields: [
      {
        name: "connu",
        label: "Son interlocuteur principal",
        kind: "one",
        choices: async () => [
          { value: "oui", label: "est connu" },
          { value: "non", label: "n’est pas connu" },
        ],
      },
    ],
    place: "clause",
    phrase: (asked) =>
      first(asked["connu"]) === "non"
        ? "dont l’interlocuteur principal n’est pas connu"
        : "dont l’interlocuteur principal est connu",
    condition: (organisationId, asked) => {
      const known = sql<SqlBool>`exists (select from directory.roles role
        where role.organisation_id = ${organisationId} and role.main_contact and role.until is null)`;
      return first(asked["connu"]) === "non" ? sql<SqlBool>`not ${known}` : known;
    },
  },
  {
    id: "people.role",
    group: "Personnes",
    label: "Fonction remplie",
    fields: [
      {
        name: "genre",
        label: "À quel titre",
        kind: "many",
        optional: true,
        choices: async () => kinds,
      },
      { name: "titre", label: "Dont la fonction contient", kind: "text", optional: true },
    ],
    place: "clause",
    phrase: (asked) => {
      const who = (asked["genre"] ?? []).map((kind) => inSentence[kind] ?? kind);
      const title = first(asked["titre"]);
      return `où nous connaissons ${who.join(" ou ") || "quelqu’un"}${title ? ` (« ${title} »)` : ""}`;
    },
    condition: (organisationId, asked) => {
      const chosen = asked["genre"] ?? [];
      const title = first(asked["titre"]);
      const ofKind = chosen.length > 0 ? sql`role.kind = any(${[...chosen]}::text[])` : sql`true`;
      const called = title
        ? sql`position(platform.fold(${title}) in platform.fold(role.title)) > 0`
        : sql`true`;
      return sql<SqlBool>`exists (select from directory.roles role where role.organisation_id = ${organisationId}
        and coalesce(role.until > current_date, true) and ${ofKind} and ${called})`;
    },
  },
];
