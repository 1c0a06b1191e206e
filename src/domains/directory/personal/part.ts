import { sql } from "kysely";
import type { Db } from "#platform/db/index.ts";
import { forgetChanges, type PersonalPart, type Subject } from "#platform/personal-data.ts";
import { readDirectoryData } from "./part.read.ts";

/** What the directory keeps of someone: the person, how to reach them, roles, consents, requests, what they proposed. */
export const directoryPart: PersonalPart = {
  id: "directory",
  label: "Annuaire",
  read: readDirectoryData,
  async foresee(db, subject) {
    const counts = await countAll(db, subject);
    return [
      { what: "Nom, prénom, langue, notes, origine", count: counts.people, outcome: "erased" },
      { what: "Coordonnées", count: counts.points, outcome: "erased" },
      { what: "Fonctions de salarié, de bénévole ou autres", count: counts.roles, outcome: "erased" },
      {
        what: "Mandats d’élue ou d’élu",
        count: counts.mandates,
        outcome: "anonymised",
        why: "Sans le nom : les dates et la fonction prouvent la vie statutaire de l’organisation.",
      },
      {
        what: "Consentements",
        count: counts.consents,
        outcome: "anonymised",
        why: "Sans le nom ni la preuve : qu’ils aient été donnés puis retirés, et quand, doit pouvoir être montré (RGPD, art. 7).",
      },
      { what: "Fichiers de preuve", count: counts.files, outcome: "erased" },
      { what: "Droit de parler pour une organisation", count: counts.speakers, outcome: "erased" },
      { what: "Nom au bas de ce qu’elle a proposé de changer", count: counts.proposals, outcome: "erased" },
      {
        what: "Lignes du journal qui parlent d’elle : leurs valeurs",
        count: counts.changes,
        outcome: "anonymised",
        why: "Qu’un changement ait eu lieu, quand et par qui, reste ; ce qu’il disait d’elle, non.",
      },
      {
        what: "Coordonnées d’organisations qui sont aussi les siennes",
        count: counts.shared_points,
        outcome: "kept",
        why: "Elles appartiennent à l’organisation : retirez-les de sa fiche si elle le demande.",
      },
    ];
  },
  async erase(db, subject, { author, now, files }) {
    await eraseProposals(db, subject);
    if (subject.userId) {
      const gone = await db
        .deleteFrom("directory.speakers")
        .where("user_id", "=", subject.userId)
        .returning("id")
        .execute();
      await forgetChanges(
        db,
        "directory.speakers",
        gone.map(({ id }) => id),
      );
      const asked = await db
        .updateTable("directory.erasure_requests")
        .set({ message: "", reason: "" })
        .where("user_id", "=", subject.userId)
        .returning("id")
        .execute();
      await forgetChanges(
        db,
        "directory.erasure_requests",
        asked.map(({ id }) => id),
      );
    }
    const { personId } = subject;
    if (personId === null) return;
    await eraseConsents(db, personId);
    const proofs = await takeProofs(db, personId);
    for (const id of proofs) await files.remove(db, author, id);
    await forgetChanges(db, "platform.files", proofs);
    await db.deleteFrom("directory.contact_points").where("person_id", "=", personId).execute();
    await db
      .deleteFrom("directory.roles")
      .where("person_id", "=", personId)
      .where("kind", "<>", "elected")
      .execute();
    await sql`update directory.roles set until = coalesce(until, greatest(since, current_date)), main_contact = false,
        visibility = 'staff', version = version + 1
      where person_id = ${personId}`.execute(db);
    await db
      .updateTable("directory.people")
      .set({
        ...{ given_name: "", family_name: "", language: "fr", user_id: null, notes: "", origin: "" },
        ...{ last_contact_on: null, review_since: null, archived_at: null, erased_at: now, updated_at: now },
        version: sql`version + 1`,
      })
      .where("id", "=", personId)
      .execute();
  },
};

/** Every yes that stood is taken back today; of each word only the purpose, the day and what it was stay. */
async function eraseConsents(db: Db, personId: number) {
  await sql`insert into directory.consents (person_id, purpose_id, given, told_on, origin)
    select person_id, purpose_id, false, greatest(told_on, current_date), 'Effacement des données'
    from directory.consents where person_id = ${personId} and latest and given`.execute(db);
  await sql`update directory.consents set proof = '', origin = 'Effacement des données'
    where person_id = ${personId}`.execute(db);
}

async function takeProofs(db: Db, personId: number) {
  const proofs = await db
    .selectFrom("directory.consents")
    .select("proof_file_id as id")
    .$narrowType<{ id: string }>()
    .where("person_id", "=", personId)
    .where("proof_file_id", "is not", null)
    .execute();
  await db
    .updateTable("directory.consents")
    .set({ proof_file_id: null })
    .where("person_id", "=", personId)
    .execute();
  return proofs.map(({ id }) => id);
}

/** Proposals signed by the account, or by the name or address as typed. */
const signed = ({ userId, names, emails }: Subject) => sql<boolean>`(proposed_by = ${userId}
  or lower(said_by) = any(${[...names, ...emails].map((text) => text.toLowerCase())}::text[]))`;

async function eraseProposals(db: Db, subject: Subject) {
  const { rows } = await sql<{ id: number }>`
    update directory.proposals set said_by = '', message = '', proposed_by = null
    where ${signed(subject)} returning id`.execute(db);
  await forgetChanges(
    db,
    "directory.proposals",
    rows.map(({ id }) => id),
  );
}

type Counts = Record<
  | "people"
  | "points"
  | "roles"
  | "mandates"
  | "consents"
  | "files"
  | "speakers"
  | "proposals"
  | "changes"
  | "shared_points",
  number
>;

async function countAll(db: Db, subject: Subject) {
  const { personId, userId, emails } = subject;
  const { rows } = await sql<Counts>`
    select (select count(*)::int from directory.people where id = ${personId}) as people,
      (select count(*)::int from directory.contact_points where person_id = ${personId}) as points,
      (select count(*)::int from directory.roles where person_id = ${personId} and kind <> 'elected') as roles,
      (select count(*)::int from directory.roles where person_id = ${personId} and kind = 'elected') as mandates,
      (select count(*)::int from directory.consents where person_id = ${personId}) as consents,
      (select count(*)::int from directory.consents where person_id = ${personId} and proof_file_id is not null) as files,
      (select count(*)::int from directory.speakers where user_id = ${userId}) as speakers,
      (select count(*)::int from directory.proposals where ${signed(subject)}) as proposals,
      (select count(*)::int from platform.changes
       where coalesce(after, before) ->> 'person_id' = ${String(personId)}
         or (table_name = 'directory.people' and row_key = ${String(personId)})) as changes,
      (select count(*)::int from directory.contact_points
       where organisation_id is not null and kind = 'email' and lower(value) = any(${[...emails]}::text[])) as shared_points
  `.execute(db);
  return rows[0] as Counts;
}
