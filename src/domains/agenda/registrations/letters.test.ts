import { once } from "node:events";
import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { SMTPServer } from "smtp-server";
import { describe, expect, test as plain } from "vitest";
import { registrations } from "#paths/registrations.ts";
import { connect, inTransaction, system } from "#platform/db/index.ts";
import { findOffenders } from "#platform/invariant.ts";
import { openLog } from "#platform/log.ts";
import { mailJobs } from "#platform/mail/index.ts";
import { test } from "#test/database.ts";
import { ownDatabase } from "#test/own-database.ts";
import { anEvent, letters, listed, person, post, registered } from "#test/registrations.ts";
import { memoryFiles, rememberedJobs } from "#test/services.ts";
import { openSite, testConfig } from "#test/site.ts";
import { cancelEvent, reinstateEvent } from "../events/commands.state.ts";
import { cancelRegistration } from "./commands.cancel.ts";
import { forgetPeople } from "./forgetting.ts";
import { registrationInvariants } from "./invariants.ts";
import { fillEveryPlace } from "./jobs.ts";
import { writeReminders } from "./letters/reminders.ts";
import { writeAnnouncements } from "./letters/write.ts";
import { registrationsPart } from "./personal.ts";
import { dueReminder } from "./rules.reminders.ts";

const now = new Date();
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const soon = new Date(now.getTime() + 10 * 60_000);
const subjects = (rows: { recipient: string; subject: string }[]) =>
  rows.map(({ recipient, subject }) => `${recipient.split("@")[0]} ${subject.split(" : ")[0]}`);

describe("the reminder due", () => {
  const first = "2021-06-10";
  test.for([
    ["2021-06-02", undefined],
    ["2021-06-03", { days: 7, confirmedBy: "2021-06-02" }],
    ["2021-06-08", { days: 7, confirmedBy: "2021-06-02" }],
    ["2021-06-09", { days: 1, confirmedBy: "2021-06-08" }],
    ["2021-06-10", undefined],
  ] as const)("on %s", ([today, due]) => {
    expect(dueReminder([7, 1], first, today)).toEqual(due);
  });
});

plain("killed between a place given and its letter: nobody is lost, nobody is written to twice", async () => {
  await using own = await ownDatabase();
  const { id: eventId } = await anEvent(own.db, { capacity: 2 });
  await registered(own.db, eventId, [person("Awa"), person("Bineta"), person("Chloé"), person("David")]);
  const [awa, bineta] = await listed(own.db, eventId);

  // The server cuts the connection as the letter of the second is handed over: what a kill leaves.
  for (const fatal of [1, 2]) {
    const { db } = connect(own.url, 1);
    const jobs = rememberedJobs();
    jobs.enqueue = async (db, name, data) => {
      jobs.asked.push({ name, data });
      if (jobs.asked.length === fatal) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
    };
    const asked = { id: awa?.id ?? 0, eventId, by: "person" as const };
    await expect(cancelRegistration(db, system, { config: testConfig, jobs }, asked, now)).rejects.toThrow();
    await db.destroy();
    expect((await listed(own.db, eventId)).map(({ state }) => state)).toEqual([
      "confirmed",
      "confirmed",
      "waiting",
      "waiting",
    ]);
  }
  for (const one of [awa, bineta])
    await cancelRegistration(own.db, system, post(), { id: one?.id ?? 0, eventId, by: "person" }, now);
  expect(await fillEveryPlace({ db: own.db, ...post() }, now)).toBe(0);
  expect(await findOffenders(own.db, registrationInvariants)).toEqual([]);

  // Then a real conversation with a mail server, each job run twice.
  const server = await openServer();
  const ids = await own.db.selectFrom("platform.letters").select("id").orderBy("id").execute();
  const services = {
    ...{
      config: { ...testConfig, mail: { url: server.url, from: "Le réseau <reseau@exemple.fr>" } },
      db: own.db,
    },
    ...{
      replica: own.db,
      log: openLog("silent"),
      files: memoryFiles(),
      criteria: [],
      jobs: rememberedJobs(),
    },
  };
  for (const { id } of [...ids, ...ids]) await mailJobs[0]?.run(services, { letterId: id });
  expect(server.taken).toHaveLength(ids.length);
  expect(
    server.taken.filter(
      (letter) => /^Subject: .*Une place/m.test(letter) || letter.includes("Une_place_pour_vous"),
    ),
  ).toHaveLength(2);
  await server.close();
});

plain("reminders and news killed in the middle reach everyone once", async () => {
  await using own = await ownDatabase();
  const { id: eventId } = await anEvent(own.db, { days: [7] });
  await registered(
    own.db,
    eventId,
    Array.from({ length: 20 }, (_, n) => person(`p${n}`)),
    { now: later(-3) },
  );
  await own.db.deleteFrom("platform.letters").execute();
  await cancelEvent(own.db, system, eventId, { why: "Grève.", now });
  const runs = [
    (desk: Parameters<typeof writeReminders>[0]) => writeReminders(desk, now, { size: 4 }),
    (desk: Parameters<typeof writeReminders>[0]) => writeAnnouncements(desk, soon, { size: 4 }),
  ];
  for (const [index, run] of runs.entries()) {
    if (index === 0) await reinstateEvent(own.db, system, eventId);
    else await cancelEvent(own.db, system, eventId, { why: "Grève.", now });
    for (const fatal of [6, 3]) {
      const { db } = connect(own.url, 1);
      const jobs = rememberedJobs();
      jobs.enqueue = async (db, name, data) => {
        jobs.asked.push({ name, data });
        if (jobs.asked.length === fatal) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(db);
      };
      await expect(run({ db, config: testConfig, jobs })).rejects.toThrow();
      await db.destroy();
    }
    const desk = { db: own.db, config: testConfig, jobs: rememberedJobs() };
    await Promise.all([run(desk), run(desk)]);
    await run(desk);
    const written = await letters(own.db);
    expect(written).toHaveLength(20 * (index + 1));
    expect(new Set(written.slice(20 * index).map(({ recipient }) => recipient)).size).toBe(20);
  }
  expect((await letters(own.db)).at(-1)?.subject).toBe("Annulé : Monter un projet au Mali");
});

/** A mail server on this machine, and what it took. */
async function openServer() {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        taken.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  const { port } = server.server.address() as { port: number };
  return {
    taken,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

test("an event cancelled then put back within two minutes is told to nobody; cancelled for good, to all, once", async ({
  db,
}) => {
  const { id } = await anEvent(db, { capacity: 1 });
  await registered(db, id, [person("Awa"), person("Bineta")]);
  await db.deleteFrom("platform.letters").execute();
  const desk = { db, ...post() };
  await cancelEvent(db, system, id, { why: "Salle fermée.", now });
  await reinstateEvent(db, system, id);
  await writeAnnouncements(desk, soon);
  expect(await letters(db)).toEqual([]);
  await cancelEvent(db, system, id, { why: "Salle fermée.", now });
  await writeAnnouncements(desk, soon);
  await writeAnnouncements(desk, soon);
  expect(subjects(await letters(db))).toEqual(["awa Annulé", "bineta Annulé"]);
  expect((await letters(db))[0]?.text).toContain("Salle fermée.");
  await reinstateEvent(db, system, id);
  await writeAnnouncements(desk, soon);
  expect(subjects((await letters(db)).slice(2))).toEqual(["awa Maintenu", "bineta Maintenu"]);
});

test("who registered after the day of a reminder has just been written to, and gets the next one only", async ({
  db,
}) => {
  const { id } = await anEvent(db, { days: [3] });
  await registered(db, id, [person("Awa")], { now: later(-10) });
  await registered(db, id, [person("Bineta")]);
  await db.deleteFrom("platform.letters").execute();
  const desk = { db, ...post() };
  await writeReminders(desk, now);
  expect(subjects(await letters(db))).toEqual(["awa Rappel"]);
  await writeReminders(desk, later(2));
  await writeReminders(desk, later(2));
  expect(subjects(await letters(db)).sort()).toEqual(["awa Rappel", "awa Rappel", "bineta Rappel"]);
});

test("the team reads its letter before it goes, to those who were there, with their certificate; once", async ({
  db,
}) => {
  const { id, sessions } = await anEvent(db, { days: [0, 9] });
  const site = await openSite(db, "animatrice");
  for (const prenom of ["Awa", "Bineta"])
    await site.post(registrations.add(id), {
      prenom,
      nom: "Diop",
      courriel: `${prenom}@exemple.fr`,
      organisation: "",
    });
  const [awa] = await listed(db, id);
  await site.post(registrations.attendance(id), {
    "present[]": [`${awa?.id}-${sessions[0]}`],
    avant: "",
    venus: "",
  });
  await site.visit(`${registrations.letters(id)}?a=present`);
  const letter = { a: "present", objet: "Merci", texte: "Merci d’être venue.", attestation: "oui" };
  const preview = await (await site.post(registrations.letters(id), { ...letter, geste: "apercu" })).page();
  expect(preview.querySelector("#apercu")?.parentElement?.textContent).toContain("Merci d’être venue.");
  expect((await site.post(registrations.letters(id), { ...letter, objet: "" })).status).toBe(422);
  const desk = { db, ...post() };
  for (const _ of [1, 2]) {
    await site.post(registrations.letters(id), { ...letter, geste: "envoi" });
    await writeAnnouncements(desk, soon);
  }
  const written = await letters(db);
  expect(subjects(written)).toEqual(["awa Merci"]);
  expect(written[0]?.text).toMatch(/Télécharger votre attestation[\s\S]*attestation\.pdf/);
  await site.visit(registrations.letters(id));
  await site.post(registrations.letters(id), { a: "all", objet: "Note", texte: "Oups", geste: "envoi" });
  const last = await db
    .selectFrom("agenda.announcements")
    .select("id")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  await site.post(registrations.letterWithdrawal(id, last.id));
  await writeAnnouncements(desk, soon);
  expect(await letters(db)).toHaveLength(1);
});

test("a letter goes without waiting when who wrote it is sure, and once", async ({ db }) => {
  const { id } = await anEvent(db);
  await registered(db, id, [person("Awa")]);
  await db.deleteFrom("platform.letters").execute();
  const site = await openSite(db, "animatrice");
  await site.visit(registrations.letters(id));
  await site.post(registrations.letters(id), {
    a: "all",
    objet: "Salle",
    texte: "Au 2e étage.",
    geste: "envoi",
  });
  const { id: letter } = await db.selectFrom("agenda.announcements").select("id").executeTakeFirstOrThrow();
  const desk = { db, ...post() };
  await writeAnnouncements(desk, new Date());
  expect(await letters(db)).toEqual([]);
  for (const said of ["La lettre part.", "La lettre est déjà partie"]) {
    await site.post(registrations.letterHaste(id, letter));
    expect((await site.visit(registrations.letters(id))).body.textContent).toContain(said);
    await writeAnnouncements(desk, new Date());
    expect(await letters(db)).toHaveLength(1);
  }
});

test("questions are asked by the link of each, and read by the team", async ({ db }) => {
  const { id } = await anEvent(db);
  const site = await openSite(db, "animatrice");
  await site.visit(registrations.questionsAdd(id));
  expect((await site.post(registrations.questionsAdd(id))).to).toBe(registrations.questionsEditor(id));
  await site.visit(registrations.questionsEditor(id));
  await sql`update questionnaires.revisions set published_at = now()`.execute(db);
  await registered(db, id, [person("Awa")]);
  const [letter] = await letters(db);
  const [link = ""] = /\/agenda\/questions\/[\w-]+/.exec(letter?.text ?? "") ?? [];
  await (await openSite(db)).visit(link);
  await site.visit(registrations.questionsResults(id));
  await site.post(registrations.satisfactionAdd(id));
  await sql`update questionnaires.revisions set published_at = now() where published_at is null`.execute(db);
  await site.visit(registrations.satisfactionResults(id));
});

test("a capacity raised calls those who wait, in order; the invariants see what is not so", async ({
  db,
}) => {
  const { id } = await anEvent(db, { capacity: 1 });
  await registered(db, id, [person("Awa"), person("Bineta"), person("Chloé")]);
  await db.updateTable("agenda.events").set({ capacity: 2 }).where("id", "=", id).execute();
  expect((await findOffenders(db, registrationInvariants)).map(({ says }) => says)).toEqual([
    "Personne n’attend tant qu’une place est libre.",
  ]);
  expect(await fillEveryPlace({ db, ...post() }, now)).toBe(1);
  expect((await listed(db, id)).map(({ state }) => state)).toEqual(["confirmed", "confirmed", "waiting"]);
  expect(await findOffenders(db, registrationInvariants)).toEqual([]);
});

test("what has served its time goes: needs after a month, the rest after three years; a training keeps the name", async ({
  db,
}) => {
  const event = await anEvent(db);
  const training = await anEvent(db, { training: true, title: "Formation" });
  for (const { id } of [event, training])
    await registered(db, id, [person("Awa", { needs: "Boucle", phone: "03 20 00 00 00" })]);
  const ids = await db.selectFrom("agenda.registrations").select("id").orderBy("id").execute();
  await db
    .insertInto("agenda.attendances")
    .values({ registration_id: ids[1]?.id ?? 0, session_id: training.sessions[0] ?? 0, state: "present" })
    .execute();
  const state = () =>
    db.selectFrom("agenda.registrations").select(["given_name", "email", "needs"]).orderBy("id").execute();
  await forgetPeople(db, system, later(65));
  expect((await state()).map(({ needs, email }) => [needs, email !== ""])).toEqual([
    ["", true],
    ["", true],
  ]);
  await forgetPeople(db, system, later(4 * 366));
  expect((await state()).map(({ given_name, email }) => [given_name, email])).toEqual([
    ["", ""],
    ["Awa", ""],
  ]);
  await forgetPeople(db, system, later(7 * 366));
  expect((await state()).map(({ given_name }) => given_name)).toEqual(["", ""]);
  const log = await sql<{ n: number }>`select count(*) as n from platform.changes
    where table_name = 'agenda.registrations' and (before::text like '%Boucle%' or after::text like '%Awa%')`.execute(
    db,
  );
  expect(log.rows[0]?.n).toBe(0);
});

test("a person is given all that is kept of them, and erased but for the proof of a training", async ({
  db,
}) => {
  const { id } = await anEvent(db);
  await registered(db, id, [person("Awa", { needs: "Boucle" }), person("Bineta")]);
  const subject = { personId: null, userId: null, emails: ["awa@exemple.fr"], names: [] };
  const [section] = await registrationsPart.read(db, subject);
  expect(section?.rows).toMatchObject([{ Nom: "Awa Diop", Besoins: "Boucle" }]);
  expect((await registrationsPart.foresee(db, subject)).map(({ count }) => count)).toEqual([1, 0, 0]);
  await inTransaction(db, system, (db) =>
    registrationsPart.erase(db, subject, { author: system, now, files: memoryFiles() }),
  );
  expect((await listed(db, id)).map(({ given_name, state }) => `${given_name} ${state}`)).toEqual([
    " confirmed",
    "Bineta confirmed",
  ]);
});

plain("the guide says what is always true, in the words of the nightly check", () => {
  const guide = readFileSync("docs/guide/inscriptions.md", "utf8");
  for (const { says } of registrationInvariants) expect(guide).toContain(says);
});
