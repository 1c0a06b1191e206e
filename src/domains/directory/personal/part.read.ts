import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import type { PersonalSection, Subject } from "#platform/personal-data.ts";
import { findPerson } from "../people/queries.ts";
import { languageName, roleKinds, roleVisibilities } from "../people/texts.ts";
import { contactKinds, contactVisibilities } from "../texts.ts";

/** All that the directory keeps of someone, the team's notes included: the right of access covers them (GDPR, art. 15). */
export async function readDirectoryData(db: Db, subject: Subject): Promise<PersonalSection[]> {
  const person = subject.personId === null ? undefined : await findPerson(db, subject.personId);
  return [...(person ? personSections(person) : []), ...(await readAround(db, subject))];
}

type Person = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

const personSections = (person: Person): PersonalSection[] => [
  {
    title: "Personne",
    rows: [
      {
        Prénom: person.given_name,
        Nom: person.family_name,
        Langue: languageName(person.language),
        "D’où viennent ces informations": person.origin,
        "Dernier contact": person.last_contact_on,
        "Notes de l’équipe": person.notes,
        "Connue depuis": person.created_at.toISOString(),
        "Archivée le": person.archived_at?.toISOString() ?? null,
        "À revoir depuis": person.review_since,
      },
    ],
  },
  {
    title: "Coordonnées",
    rows: person.contacts.map((point) => ({
      Sorte: contactKinds[point.kind] ?? point.kind,
      Intitulé: point.label,
      Coordonnée: point.value,
      "Qui la voit": contactVisibilities[point.visibility] ?? point.visibility,
    })),
  },
  {
    title: "Fonctions",
    rows: person.roles.map((role) => ({
      Organisation: role.organisation,
      Fonction: role.title,
      "À quel titre": roleKinds[role.kind] ?? role.kind,
      Depuis: role.since,
      "Jusqu’au": role.until,
      "Interlocuteur principal": role.main_contact,
      "Qui la voit": roleVisibilities[role.visibility] ?? role.visibility,
    })),
  },
  {
    title: "Consentements",
    rows: person.consents.map((consent) => ({
      "À quoi": consent.purpose,
      Parole: consent.given ? "Donné" : "Retiré",
      Le: consent.told_on,
      Comment: consent.origin,
      Preuve: consent.proof,
      "Fichier de preuve": consent.file,
    })),
  },
];

/** What the tables of a person's data hold, in words. */
const tables: Record<string, string> = {
  "directory.people": "Personne",
  "directory.contact_points": "Coordonnée",
  "directory.roles": "Fonction",
  "directory.consents": "Consentement",
  "directory.erasures": "Effacement",
};

interface Around {
  speakers: { name: string; since: string }[];
  requests: { asked_at: string; message: string; answer: string | null; reason: string }[];
  proposals: { name: string; message: string; created_at: string }[];
  changes: { at: string; table_name: string; action: string; before: object | null; after: object | null }[];
}

/** What turns around a person: whom they speak for, what they asked and proposed, and what the change log says of them. */
async function readAround(db: Db, { personId, userId }: Subject): Promise<PersonalSection[]> {
  const list = (lines: ReturnType<typeof sql>) =>
    sql`(select coalesce(jsonb_agg(line), '[]') from (${lines}) line)`;
  const { rows } = await sql<Around>`select
    ${list(sql`select organisation.name, speaker.since from directory.speakers speaker
      join directory.organisations organisation on organisation.id = speaker.organisation_id
      where speaker.user_id = ${userId} order by speaker.id`)} as speakers,
    ${list(sql`select asked_at, message, answer, reason from directory.erasure_requests
      where user_id = ${userId} order by id`)} as requests,
    ${list(sql`select organisation.name, proposal.message, proposal.created_at from directory.proposals proposal
      join directory.organisations organisation on organisation.id = proposal.organisation_id
      where proposal.proposed_by = ${userId} order by proposal.id`)} as proposals,
    ${list(sql`select at, table_name, action, before, after from platform.changes
      where coalesce(after, before) ->> 'person_id' = ${String(personId)}
        or (table_name = 'directory.people' and row_key = ${String(personId)}) order by id`)} as changes`.execute(
    db,
  );
  const around = rows[0] as Around;
  return [
    {
      title: "Organisations pour lesquelles parler",
      rows: around.speakers.map((row) => ({ Organisation: row.name, Depuis: row.since })),
    },
    {
      title: "Demandes d’effacement",
      rows: around.requests.map((row) => ({
        "Faite le": row.asked_at,
        Message: row.message,
        Réponse: row.answer,
        Raison: row.reason,
      })),
    },
    {
      title: "Changements proposés",
      rows: around.proposals.map((row) => ({
        Organisation: row.name,
        Message: row.message,
        Le: row.created_at,
      })),
    },
    {
      title: "Journal des changements",
      rows: around.changes.map((row) => ({
        Le: row.at,
        Quoi: tables[row.table_name] ?? row.table_name,
        Geste: { insert: "création", update: "modification", delete: "retrait" }[row.action] ?? row.action,
        Avant: row.before && JSON.stringify(row.before),
        Après: row.after && JSON.stringify(row.after),
      })),
    },
  ];
}
