import { sql } from "kysely";
import { expect } from "vitest";
import { personalParts } from "#app/personal-data.ts";
import { people } from "#paths/people.ts";
import { type Db, system } from "#platform/db/index.ts";
import { test } from "#test/database.ts";
import { anOrganisation, aPerson, aRole, purposeNamed } from "#test/people.ts";
import { openSession } from "#test/personas.ts";
import { openSite } from "#test/site.ts";
import { proposeChanges } from "../proposals/commands.ts";

/** Where these words still stand, in every column of text or JSON of every table of ours: `schema.table.column`. */
async function whereStands(db: Db, words: readonly string[]) {
  const { rows: columns } = await sql<{ name: string; table: string; column: string }>`
    select format('%s.%s.%s', table_schema, table_name, column_name) as name,
           format('%I.%I', table_schema, table_name) as table, format('%I', column_name) as column
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and (data_type in ('text', 'jsonb', 'ARRAY', 'tsvector'))
      and table_schema not in ('pg_catalog', 'information_schema', 'pgboss', 'migrations', 'territory')`.execute(
    db,
  );
  expect(columns.length).toBeGreaterThan(150);
  const found: string[] = [];
  for (const { name, table, column } of columns) {
    const { rows } = await sql`select 1 from ${sql.raw(table)}
      where lower(${sql.raw(column)}::text) like any(${words.map((word) => `%${word.toLowerCase()}%`)}) limit 1`.execute(
      db,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

const words = ["Zzcanari", "Qqcanarie", "canari@", "0699887766", "06 99 88 77 66"];

/** Somebody who left a trace wherever the product keeps one. */
async function leaveTraces(db: Db) {
  const adice = await anOrganisation(db);
  const site = await openSite(db, "animatrice");
  await openSession(db, "administrateur");
  const { userId } = await openSession(db, "membre");
  await db
    .updateTable("accounts.users")
    .set({ name: "Zzcanari Qqcanarie", email: "canari@compte.fr" })
    .where("id", "=", userId)
    .execute();
  const name = { given_name: "Zzcanari", family_name: "Premiere", email: "canari@exemple.fr", phone: null };
  const { personId: id } = await aRole(db, adice, { genre: "elected", titre: "Présidente" }, name);
  const post = async (path: string, fields: Record<string, string | File>) =>
    expect((await site.post(path, fields)).status, path).toBe(303);
  await post(people.accountLink(id), { compte: userId });
  await post(people.edit(id), {
    prenom: "Zzcanari",
    nom: "Qqcanarie",
    notes: "Mme Qqcanarie",
    origine: "canari@",
    version: "2",
  });
  await post(people.roles(id), { organisation: "Adice", titre: "Zzcanari, salariée", genre: "employed" });
  await post(people.contactPoints(id), { genre: "phone", valeur: "0699887766", intitule: "Zzcanari" });
  const former = await db
    .selectFrom("directory.contact_points")
    .select("id")
    .where("kind", "=", "email")
    .executeTakeFirstOrThrow();
  await post(people.contactPoint(id, former.id), { genre: "email", valeur: "canari@nouveau.fr" });
  const finalite = String(await purposeNamed(db, "newsletter"));
  const proof = new File(["Moi, Zzcanari, j’accepte"], "accord-Qqcanarie.txt", { type: "text/plain" });
  await post(people.consents(id), {
    finalite,
    accord: "oui",
    origine: "Message de canari@exemple.fr",
    preuve: "Zzcanari dit oui",
    fichier: proof,
  });
  await db
    .insertInto("platform.letters")
    .values(
      ["Canari@exemple.fr", "canari@nouveau.fr", "canari@compte.fr"].map((recipient) => ({
        ...{ recipient, subject: "Bonjour Zzcanari", text: "Zzcanari", html: "<p>Zzcanari</p>" },
      })),
    )
    .execute();
  await db
    .insertInto("accounts.card_requests")
    .values({
      ...{ organisation_id: adice, name: "Zzcanari", email: "canari@exemple.fr", message: "Zzcanari" },
      ...{ token: "y", expires_at: new Date() },
    })
    .execute();
  await askCensus(db, adice);
  await db.insertInto("directory.speakers").values({ organisation_id: adice, user_id: userId }).execute();
  await db
    .insertInto("accounts.invitations")
    .values({
      email: "canari@compte.fr",
      name: "Zzcanari",
      roles: ["member"],
      token: "x",
      expires_at: new Date(),
    })
    .execute();
  await proposeChanges(
    db,
    { accountId: userId, requestId: null },
    {
      organisationId: adice,
      source: { source: "declared" },
      said: { name: "Adice Roubaix" },
      saidBy: "Zzcanari Qqcanarie",
      message: "De la part de Zzcanari",
    },
  );
  return { id, userId, adice, site };
}

/** A campaign wrote to her, and she answered for the organisation. */
async function askCensus(db: Db, organisationId: number) {
  const add = async (statement: ReturnType<typeof sql<{ id: number }>>) =>
    (await statement.execute(db)).rows[0]?.id ?? 0;
  const questionnaire = await add(
    sql`insert into questionnaires.questionnaires (room) values ('census') returning id`,
  );
  const revision = await add(sql`insert into questionnaires.revisions (questionnaire_id, number, content)
    values (${questionnaire}, 1, '{}') returning id`);
  const answer = await add(sql`insert into questionnaires.answers (questionnaire_id, revision_id)
    values (${questionnaire}, ${revision}) returning id`);
  await add(sql`insert into questionnaires.participants (answer_id, name, email, token, expires_at)
    values (${answer}, 'Zzcanari', 'canari@nouveau.fr', 'z', now()) returning id`);
  const campaign = await add(sql`insert into census.campaigns (title, slug, year, opens_on, closes_on)
    values ('Recensement', 'essai', 2021, '2021-01-01', '2021-02-01') returning id`);
  const invitation =
    await add(sql`insert into census.invitations (campaign_id, organisation_id, email, contact)
    values (${campaign}, ${organisationId}, 'canari@exemple.fr', 'Zzcanari Qqcanarie') returning id`);
  await add(sql`insert into census.answers (invitation_id, kind, said_by, message)
    values (${invitation}, 'confirmation', 'Zzcanari Qqcanarie', 'Zzcanari') returning id`);
}

test("a person is erased in one action: nothing of them stands anywhere in the database", async ({ db }) => {
  const { id, userId, adice, site } = await leaveTraces(db);
  const member = await openSite(db);
  const before = await whereStands(db, words);
  expect(before).toEqual(
    expect.arrayContaining([
      "accounts.users.name",
      "directory.contact_points.value",
      "directory.people.key",
      "platform.changes.before",
      "platform.files.name",
      "platform.letters.recipient",
    ]),
  );
  const page = await site.visit(people.erasure(id));
  expect(page.querySelector("main table")?.textContent).toMatch(/Coordonnées.*Mandats.*Lettres/s);
  expect((await site.post(people.erasure(id), {})).status).toBe(422);
  const done = await site.post(people.erasure(id), { certain: "oui" });
  expect([done.status, done.to]).toEqual([303, people.one(id)]);
  expect(await whereStands(db, words)).toEqual([]);
  expect((await member.request("/espace")).status).toBe(303);

  const kept = await site.visit(people.one(id));
  expect(kept.querySelector("h1")?.textContent).toBe("Personne effacée");
  expect(kept.body.textContent).toContain("Présidente");
  expect(kept.body.textContent).not.toContain("salariée,");
  const consents = await db
    .selectFrom("directory.consents")
    .select(["given", "latest", "proof", "proof_file_id"])
    .where("person_id", "=", id)
    .orderBy("id")
    .execute();
  expect(consents).toEqual([
    { given: true, latest: false, proof: "", proof_file_id: null },
    { given: false, latest: true, proof: "", proof_file_id: null },
  ]);
  expect(
    await db.selectFrom("accounts.users").select("closed_at").where("id", "=", userId).executeTakeFirst(),
  ).toEqual({ closed_at: expect.any(Date) });
  expect((await db.selectFrom("directory.erasures").select("person_id").execute()).length).toBe(1);
  const proofs = await site.visit(people.erasures());
  expect(proofs.querySelector("main table")?.textContent).toContain("Aminata Animatrice");
  expect(await (await site.request(`${people.erasures()}.csv`)).text()).toContain("Coordonnées : 2");
  for (const gone of [people.edit(id), people.data(id), people.consents(id)])
    expect((await site.request(gone)).status, gone).toBe(404);
  expect((await site.post(people.erasure(id), { certain: "oui" })).status).toBe(404);
  const panel = await site.visit(people.ofOrganisation(adice));
  expect(panel.body.textContent).toContain("Personne effacée");
});

test("all that is kept of a person is taken away in one action, by the team and by themselves", async ({
  db,
}) => {
  const { id, site } = await leaveTraces(db);
  const page = await site.visit(people.data(id));
  expect(page.body.textContent).toContain("Mme Qqcanarie");
  const mine = await openSite(db, "membre");
  const file = await site.request(people.dataFile(id, "json"));
  const data = (await file.json()) as { sections: { title: string }[] };
  expect(data.sections.map(({ title }) => title)).toEqual(
    expect.arrayContaining([
      ...["Personne", "Coordonnées", "Fonctions", "Consentements", "Changements proposés"],
      ...["Journal des changements", "Compte", "Lettres écrites par le site"],
    ]),
  );
  const html = await (await site.request(people.dataFile(id, "html"))).text();
  expect(html).toMatch(/^<!doctype html>.*canari@nouveau\.fr/s);
  const csv = await (await site.request(people.dataFile(id, "csv"))).text();
  expect(csv).toContain("Annuaire;Coordonnées;1;Coordonnée;canari@nouveau.fr");
  expect((await mine.request(people.dataFile(id, "json"))).status).toBe(403);
  const own = await (await mine.request(people.mineFile("json"))).text();
  expect(own).toContain("membre@exemple.fr");
  expect(own).not.toContain("anari");
});

test("somebody asks to be erased from their space; the team answers, and the answer is read there", async ({
  db,
}) => {
  const site = await openSite(db, "membre");
  const id = await aPerson(db, { given_name: "Malik", family_name: "Membre", user_id: site.userId });
  const mine = await site.visit(people.mine());
  expect(mine.body.textContent).toContain("Malik");
  for (let twice = 0; twice < 2; twice++) await site.post(people.mineErasure(), { message: "Merci" });
  expect((await site.visit(people.mine())).body.textContent).toContain("vous répondra dans le mois");
  await openSession(db, "administrateur");
  const team = await openSite(db, "animatrice");
  const list = await team.visit(people.all());
  expect(list.querySelector(`.callout a[href="${people.requests()}"]`)?.textContent).toMatch(/^1.demande/);
  const requests = await team.visit(people.requests());
  expect(requests.querySelector(`a[href="${people.erasure(id)}"]`)).not.toBeNull();
  const refusal = requests.querySelector("main details form")?.getAttribute("action") ?? "";
  expect((await team.post(refusal, {})).status).toBe(422);
  const number = refusal.split("/").at(-2);
  await team.post(refusal, { [`raison-${number}`]: "Votre mandat court jusqu’en juin." });
  expect((await site.visit(people.mine())).body.textContent).toContain("Votre mandat court jusqu’en juin.");
  await site.post(people.mineErasure(), { message: "J’insiste" });
  await team.post(people.erasure(id), { certain: "oui" });
  const [erasure] = await db.selectFrom("directory.erasures").select(["on_request"]).execute();
  expect(erasure).toEqual({ on_request: true });
  expect((await site.request(people.mine())).status).toBe(303);
});

test("a request is taken back; an account without a record is told apart, and linked by making one", async ({
  db,
}) => {
  const site = await openSite(db, "visiteuse");
  await site.post(people.mineErasure(), {});
  const team = await openSite(db, "animatrice");
  const add =
    (await team.visit(people.requests())).querySelector("a[href*='compte=']")?.getAttribute("href") ?? "";
  const form = await team.visit(add);
  const compte = form.querySelector("[name=compte]")?.getAttribute("value") ?? "";
  expect(form.querySelector("[name=courriel]")?.getAttribute("value")).toBe("visiteuse@exemple.fr");
  await team.post(people.add(), { prenom: "Vera", nom: "Visiteuse", compte });
  expect((await team.visit(people.requests())).querySelector("main a[href$='/effacement']")).not.toBeNull();
  await site.post(people.mineErasureWithdrawal());
  expect((await team.visit(people.requests())).body.textContent).toContain("Aucune demande");
});

test("the last administrator is not erased before another administers", async ({ db }) => {
  const boss = await openSite(db, "administrateur");
  const id = await aPerson(db, { user_id: boss.userId });
  const page = await boss.visit(people.erasure(id));
  expect(page.querySelector(".callout-bad")?.textContent).toContain("dernier compte qui administre");
  expect((await boss.post(people.erasure(id), { certain: "oui" })).status).toBe(422);
  expect(await db.selectFrom("directory.erasures").select("id").execute()).toEqual([]);
});

test("every part foresees, reads and erases nothing for nobody", async ({ db }) => {
  const nobody = { personId: null, userId: null, emails: [], names: [] };
  for (const part of personalParts) {
    expect((await part.foresee(db, nobody)).filter(({ count }) => count > 0)).toEqual([]);
    expect((await part.read(db, nobody)).flatMap(({ rows }) => rows)).toEqual([]);
    await part.erase(db, nobody, {
      author: system,
      now: new Date(),
      files: { put: fail, open: fail, remove: fail },
    });
  }
});

const fail = () => Promise.reject(new Error("no file is touched"));
