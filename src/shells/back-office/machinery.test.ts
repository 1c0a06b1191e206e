import { expect } from "vitest";
import { office } from "#paths/office.ts";
import { writeLetter } from "#platform/mail/index.ts";
import { test } from "#test/database.ts";
import { rememberedJobs } from "#test/services.ts";
import { openSite } from "#test/site.ts";

const invitation = {
  to: "nadia@exemple.fr",
  subject: "Votre invitation",
  text: "Bonjour Nadia, entrez par ici.",
  html: "<p>Bonjour Nadia</p>",
};

const job = {
  id: "00000000-0000-4000-8000-000000000007",
  label: "Envoyer une lettre",
  state: "failed" as const,
  attempts: 4,
  reason: "Le serveur de courrier ne répond pas.",
  asked_at: new Date("2026-11-22T08:00:00Z"),
  due_at: new Date("2026-11-22T08:00:00Z"),
  ended_at: new Date("2026-11-22T08:10:00Z"),
};

test("an officer sees what failed and why, and puts it back in the queue", async ({ db }) => {
  const retried: string[] = [];
  const jobs = {
    ...rememberedJobs(),
    list: async () => ({ rows: [job], total: 1 }),
    count: async () => ({ waiting: 0, running: 0, done: 2, failed: 1 }),
    schedules: async () => [{ label: "Ménage de nuit", cron: "20 3 * * *", next_at: new Date() }],
    retry: async (id: string) => {
      retried.push(id);
      return id === job.id;
    },
  };
  const site = await openSite(db, "animatrice", { jobs });
  const page = await site.visit(office.jobs());
  expect(page.body.textContent).toMatch(/ne répond pas.*Relancer[\s\S]*Ménage de nuit/);
  expect(await site.post(office.jobRetry(job.id))).toMatchObject({ status: 303, to: office.jobs() });
  expect(retried).toEqual([job.id]);
  const unknown = await site.post(office.jobRetry("00000000-0000-4000-8000-000000000008"));
  expect(unknown.status).toBe(404);
});

test("nothing to show is said in a sentence", async ({ db }) => {
  const site = await openSite(db, "animatrice");
  expect((await site.visit(office.jobs())).body.textContent).toContain("Aucune tâche");
  expect((await site.visit(office.letters())).body.textContent).toContain("Aucune lettre");
});

test("without a mail server the mailbox says so, and shows what would have gone", async ({ db }) => {
  const id = await writeLetter(db, rememberedJobs(), invitation);
  const site = await openSite(db, "animatrice");
  const page = await site.visit(office.letters());
  expect(page.body.textContent).toMatch(/Aucun serveur de courrier[\s\S]*Votre invitation/);
  expect(page.querySelector(`a[href="${office.letter(id)}"]`)).toBeNull();
});

test("only an administrator reads a letter: it may hold a link that opens an account", async ({ db }) => {
  const id = await writeLetter(db, rememberedJobs(), invitation);
  await (await openSite(db, "animatrice")).visit(office.letter(id), { status: 403 });
  const page = await (await openSite(db, "administrateur")).visit(office.letter(id));
  expect(page.body.textContent).toContain("entrez par ici");
});

test("a letter that did not go is sent again at a person's word, one that went is not", async ({ db }) => {
  const id = await writeLetter(db, rememberedJobs(), invitation);
  await db.updateTable("platform.letters").set({ state: "failed" }).where("id", "=", id).execute();
  const jobs = rememberedJobs();
  const site = await openSite(db, "animatrice", { jobs });
  expect(await site.post(office.letterResending(id))).toMatchObject({ status: 303, to: office.letters() });
  expect(jobs.asked).toEqual([{ name: "mail.send", data: { letterId: id } }]);
  await db.updateTable("platform.letters").set({ state: "sent" }).where("id", "=", id).execute();
  expect((await site.post(office.letterResending(id))).status).toBe(404);
});

test("someone who is not of the team gets neither page nor button", async ({ db }) => {
  const stranger = await openSite(db);
  expect((await stranger.request(office.jobs())).status).toBe(303);
  const member = await openSite(db, "membre");
  await member.visit(office.letters(), { status: 403 });
  expect((await member.post(office.jobRetry(job.id))).status).toBe(403);
  expect((await member.post(office.letterResending(1))).status).toBe(403);
});

test("whoever watches over the site is told that it lives and that its database answers", async ({ db }) => {
  const site = await openSite(db);
  expect(await (await site.request("/health")).json()).toEqual({ status: "ok" });
  expect((await site.request("/ready")).status).toBe(200);
});
