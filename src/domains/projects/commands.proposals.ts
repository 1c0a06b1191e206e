import { findRecipient } from "#domains/accounts/index.ts";
import { findTheme } from "#domains/network/index.ts";
import { projects } from "#paths/projects.ts";
import type { Config } from "#platform/config.ts";
import { type Author, type Db, inTransaction } from "#platform/db/index.ts";
import type { Jobs } from "#platform/jobs/index.ts";
import { writeLetter } from "#platform/mail/index.ts";
import type { Typed } from "#platform/web/form.ts";
import { addProject, archiveProject, changeProject, publishProject } from "./commands.ts";
import { decisionLetter } from "./emails.tsx";
import type { ProjectEntry } from "./entry.ts";
import { listChoices, settleProject } from "./queries.entry.ts";
import { findProposal } from "./queries.proposals.ts";
import { findProject } from "./queries.record.ts";
import { type Field, formOf, withFields } from "./texts.form.ts";

export interface Services {
  config: Pick<Config, "baseUrl">;
  jobs: Jobs;
}

/** Proposes a project in the name of an organisation, which carries it: the team reads it before anyone else. */
export function proposeProject(
  db: Db,
  author: Author,
  {
    entry,
    organisation,
    message,
  }: { entry: ProjectEntry; organisation: { id: number; name: string }; message: string },
): Promise<number> {
  return inTransaction(db, author, async (db) => {
    const others = entry.participants.filter(
      ({ role, organisationId }) => role !== "carrier" || organisationId !== organisation.id,
    );
    const own = {
      role: "carrier" as const,
      name: organisation.name,
      organisationId: organisation.id,
      countryCode: null,
    };
    const id = await addProject(
      db,
      author,
      { ...entry, participants: [own, ...others] },
      { status: "proposed" },
    );
    await db
      .insertInto("projects.proposals")
      .values({
        project_id: id,
        organisation_id: organisation.id,
        kind: "new",
        message,
        proposed_by: author.accountId,
      })
      .execute();
    return id;
  });
}

/**
 * Keeps what an organisation says of its project beside what is recorded, until the team decides. What it said before
 * and nobody has read yet is replaced.
 */
export async function proposeChange(
  db: Db,
  author: Author,
  proposal: { projectId: number; organisationId: number; before: Typed; said: Typed; message: string },
): Promise<void> {
  await inTransaction(db, author, async (db) => {
    const said = {
      before: JSON.stringify(proposal.before),
      said: JSON.stringify(proposal.said),
      message: proposal.message,
      proposed_by: author.accountId,
    };
    await db
      .insertInto("projects.proposals")
      .values({
        project_id: proposal.projectId,
        organisation_id: proposal.organisationId,
        kind: "change",
        ...said,
      })
      .onConflict((row) =>
        row
          .columns(["project_id", "organisation_id"])
          .where("state", "=", "waiting")
          .doUpdateSet({ ...said, proposed_at: new Date() }),
      )
      .execute();
  });
}

/** What takes the whole decision back. */
class Undone extends Error {
  readonly refusal: "stale" | "unreadable";
  constructor(refusal: Undone["refusal"]) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** `decided`: a colleague was first. `unreadable`: what was said can no longer be understood; the fields that say why. */
export type Decision = { ok: true } | { ok: false; refusal: "decided" | "stale" | "unreadable" };

/**
 * Accepts or refuses what a carrier proposed, once whoever clicks, and writes to who proposed it. A new project accepted
 * is public, refused is archived. Of a change, only the `fields` chosen are written.
 */
export async function decideProposal(
  db: Db,
  author: Author,
  services: Services,
  proposalId: number,
  { accept, answer, fields, now }: { accept: boolean; answer: string; fields: readonly Field[]; now: Date },
): Promise<Decision> {
  try {
    return await inTransaction(db, author, async (db): Promise<Decision> => {
      const decided = await db
        .updateTable("projects.proposals")
        .set({
          state: accept ? "accepted" : "refused",
          decided_by: author.accountId,
          decided_at: now,
          answer,
        })
        .where("id", "=", proposalId)
        .where("state", "=", "waiting")
        .executeTakeFirst();
      const proposal = await findProposal(db, proposalId);
      if (decided.numUpdatedRows === 0n || !proposal) return { ok: false, refusal: "decided" };
      if (proposal.kind === "new")
        await (accept ? publishProject : archiveProject)(db, author, proposal.project_id);
      else if (accept) {
        const project = await findProject(db, proposal.project_id);
        if (!project) throw new Undone("stale");
        const form = withFields(formOf(project), proposal.said, fields);
        const settled = await settleProject(db, form, await listChoices(db), {
          saved: project,
          anywhere: true,
        });
        if (!settled.ok) throw new Undone("unreadable");
        const changed = await changeProject(db, author, project.id, project.version, settled.entry);
        if (!changed.ok) throw new Undone("stale");
      }
      await answerTo(db, services, proposal.proposed_by, {
        title: proposal.title,
        what: proposal.kind,
        accepted: accept,
        answer,
      });
      return { ok: true };
    });
  } catch (error) {
    if (error instanceof Undone) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** Writes to who proposed what was decided; nobody is written to when the account is closed. */
export async function answerTo(
  db: Db,
  { config, jobs }: Services,
  accountId: string | null,
  decided: { title: string; what: "new" | "change" | "news"; accepted: boolean; answer: string },
): Promise<void> {
  const recipient = accountId && (await findRecipient(db, accountId));
  if (!recipient) return;
  const facts = { ...decided, name: recipient.name, href: config.baseUrl + projects.mine() };
  await writeLetter(db, jobs, { to: recipient.email, ...decisionLetter(await findTheme(db), facts) });
}
