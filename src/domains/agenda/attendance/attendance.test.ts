import fc from "fast-check";
import { describe, expect } from "vitest";
import { registrations } from "#paths/registrations.ts";
import { test } from "#test/database.ts";
import { anEvent } from "#test/registrations.ts";
import { openSite } from "#test/site.ts";
import { newCode, writtenCode } from "./certificates/rules.ts";
import { changedMarks, readWalkIns } from "./rules.ts";

describe("reading those who came without a place", () => {
  test.for([
    ["Awa Diop", { given_name: "Awa", family_name: "Diop", email: "", organisation: "" }],
    [
      "DIOP Awa ; Adice ; AWA@exemple.fr",
      { given_name: "Awa", family_name: "DIOP", email: "awa@exemple.fr", organisation: "Adice" },
    ],
    [
      "Awa\tawa@exemple.fr",
      { given_name: "Awa", family_name: "", email: "awa@exemple.fr", organisation: "" },
    ],
    [
      "Jean de La Fontaine, Maison des fables",
      { given_name: "Jean", family_name: "de La Fontaine", email: "", organisation: "Maison des fables" },
    ],
  ] as const)("%s", ([typed, read]) => {
    expect(readWalkIns(typed)).toEqual({ people: [read], refused: [] });
  });

  test("a line that says nobody is given back, the others are taken", () => {
    const { people, refused } = readWalkIns("Awa Diop\n\n, awa@exemple\nawa@exemple.fr\n");
    expect(people).toHaveLength(1);
    expect(refused).toEqual([", awa@exemple", "awa@exemple.fr"]);
  });
});

test("a screen changes only what was touched on it, whatever was noted meanwhile", () => {
  const boxes = fc.uniqueArray(fc.tuple(fc.nat(50), fc.nat(5)).map(([a, b]) => `${a}-${b}`));
  fc.assert(
    fc.property(boxes, boxes, (before, now) => {
      const { present, absent } = changedMarks(before, now);
      const text = ({ registrationId, sessionId }: { registrationId: number; sessionId: number }) =>
        `${registrationId}-${sessionId}`;
      expect(present.map(text).every((one) => now.includes(one) && !before.includes(one))).toBe(true);
      expect(absent.map(text).every((one) => before.includes(one) && !now.includes(one))).toBe(true);
      expect(present.length - absent.length).toBe(now.length - before.length);
    }),
  );
});

test("two boxes and a walk-in: the date has its three people, the others are absent, each person counts once", async ({
  db,
}) => {
  const { id, sessions } = await anEvent(db, { days: [0, 1] });
  const [one = 0, two = 0] = sessions;
  const rows = await byHand(db, id);
  const [awa, bineta, chloe] = rows.map((row) => row.id);
  const site = await openSite(db, "animatrice");
  await site.visit(registrations.attendance(id));
  const sent = {
    "present[]": [`${awa}-${one}`, `${bineta}-${one}`, `${awa}-${two}`],
    avant: "",
    venus: "David Petit, Adice",
    venus_le: String(one),
  };
  expect((await site.post(registrations.attendance(id), sent)).to).toBe(registrations.attendance(id));
  const held = await db
    .selectFrom("agenda.sessions")
    .select(["id", "participants"])
    .where("event_id", "=", id)
    .orderBy("id")
    .execute();
  expect(held.map(({ participants }) => participants)).toEqual([3, 1]);
  const seen = await db.selectFrom("agenda.shared_attendances").select(["person_key", "state"]).execute();
  expect(seen.filter(({ state }) => state === "present")).toHaveLength(4);
  expect(
    new Set(seen.filter(({ state }) => state === "present").map(({ person_key }) => person_key)).size,
  ).toBe(3);
  const page = await site.visit(registrations.all(id));
  expect(page.body.textContent).toMatch(/3\s*: voir les lignes comptées\s*personnes venues\s*4 présences/);
  // A colleague's screen, opened before: what it did not touch stays.
  await site.post(registrations.attendance(id), { "present[]": [`${chloe}-${one}`], avant: "", venus: "" });
  expect(
    (
      await db
        .selectFrom("agenda.sessions")
        .select("participants")
        .where("id", "=", one)
        .executeTakeFirstOrThrow()
    ).participants,
  ).toBe(4);
  expect((await site.post(registrations.attendance(id), { avant: "", venus: "@@" })).status).toBe(422);
  for (const persona of ["membre", undefined] as const)
    expect((await (await openSite(db, persona)).post(registrations.attendance(id), sent)).status).toBe(
      persona ? 403 : 303,
    );
});

async function byHand(db: Parameters<typeof anEvent>[0], id: number) {
  const site = await openSite(db, "animatrice");
  for (const prenom of ["Awa", "Bineta", "Chloé"])
    await site.post(registrations.add(id), {
      prenom,
      nom: "Diop",
      courriel: `${prenom}@exemple.fr`,
      organisation: "",
    });
  return db
    .selectFrom("agenda.registrations")
    .select("id")
    .where("event_id", "=", id)
    .orderBy("id")
    .execute();
}

test("at the entrance the code opens a page of the team: one tap, and its undo", async ({ db }) => {
  const { id, sessions } = await anEvent(db, { days: [0] });
  const [awa] = await byHand(db, id);
  const at = registrations.entrance(id, awa?.id ?? 0);
  expect((await (await openSite(db)).request(at)).headers.get("location")).toMatch(/^\/connexion/);
  const site = await openSite(db, "animatrice");
  await site.visit(at);
  await site.post(at);
  await site.post(at);
  expect((await site.visit(at)).body.textContent).toContain("Présence notée");
  const participants = () =>
    db
      .selectFrom("agenda.sessions")
      .select("participants")
      .where("id", "=", sessions[0] ?? 0)
      .executeTakeFirstOrThrow();
  expect((await participants()).participants).toBe(1);
  await site.post(registrations.entranceUndo(id, awa?.id ?? 0));
  expect((await participants()).participants).toBe(0);
});

test("the sheet to sign and the certificate are tagged for screen readers, and say what people wrote word for word", async ({
  db,
}) => {
  const { id, sessions } = await anEvent(db, {
    days: [0],
    training: true,
    title: '#panic("non") *gras* $x$',
  });
  const rows = await byHand(db, id);
  const site = await openSite(db, "animatrice");
  const pdf = async (path: string, visitor = site) => {
    const answer = await visitor.request(path);
    expect(answer.headers.get("content-type"), path).toBe("application/pdf");
    return Buffer.from(await answer.arrayBuffer()).toString("latin1");
  };
  expect(await pdf(registrations.sheet(id))).toMatch(/pdfuaid:part(>|=")\s*1/);
  await site.post(registrations.attendance(id), {
    "present[]": [`${rows[0]?.id}-${sessions[0]}`],
    avant: "",
    venus: "",
  });
  await site.visit(registrations.certificates(id));
  await site.post(registrations.certificates(id), { signataire: "La présidente" });
  await site.post(registrations.certificates(id), { signataire: "La présidente" });
  const [certificate, ...others] = await db.selectFrom("agenda.certificates").selectAll().execute();
  expect(others).toEqual([]);
  expect(certificate).toMatchObject({ holder: "Awa Diop", minutes: 180, signer: "La présidente" });
  const printed = await pdf(registrations.certificatePdf(id, certificate?.id ?? 0));
  expect(printed).toMatch(/pdfuaid:part(>|=")\s*1/);
  expect(printed).toContain("/StructTreeRoot");

  const anyone = await openSite(db);
  const code = certificate?.code ?? "";
  const page = await anyone.visit(registrations.certificate(code));
  expect(page.querySelector("main")?.textContent).toMatch(/Authentique[\s\S]*Awa Diop[\s\S]*3\sh/);
  expect(page.querySelector("main")?.textContent).not.toContain("exemple.fr");
  expect(
    (await anyone.request(`/attestations?code=${writtenCode(code).toLowerCase()}`)).headers.get("location"),
  ).toBe(registrations.certificate(code));
  await anyone.visit(registrations.certificate(newCode()), { status: 404 });
  await site.post(registrations.revocation(id, certificate?.id ?? 0), {
    [`raison-${certificate?.id}`]: "Erreur de nom.",
  });
  const revoked = await anyone.visit(registrations.certificate(code));
  expect(revoked.querySelector("main")?.textContent).toContain("Erreur de nom.");
  expect(revoked.querySelector("main")?.textContent).not.toContain("Awa");
});
