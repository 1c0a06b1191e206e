import { expect } from "vitest";
import { appointments } from "#paths/appointments.ts";
import { support } from "#paths/support.ts";
import { tools } from "#paths/tools.ts";
import { clockAt } from "#platform/dates.clock.ts";
import { addDays } from "#platform/dates.ts";
import type { Db } from "#platform/db/index.ts";
import { book, receiving, wasHeld } from "#test/appointments.ts";
import { test } from "#test/database.ts";
import { openSite, testConfig } from "#test/site.ts";
import { aCourse, theCourse } from "#test/support.ts";
import { tokenOf } from "../rules.link.ts";
import { findAppointment } from "./queries.ts";

const courseOf = async (db: Db, id: number) => (await findAppointment(db, id))?.course_id;

test("what an organisation books is tied to its course when it is sure which one", async ({ db }) => {
  const { host, of, userId } = await receiving(db);
  const id = await aCourse(db, { organisations: of });
  await aCourse(db, { subject: "Une autre organisation" });
  expect(await courseOf(db, await book(db, host))).toBe(id);
  const own = await aCourse(db, { organisations: of, referentId: userId, subject: "Le sien" });
  expect(await courseOf(db, await book(db, host))).toBe(own);
  await aCourse(db, { organisations: of, referentId: userId, subject: "Le sien aussi" });
  expect(await courseOf(db, await book(db, host))).toBeNull();
});

test("the link given from a course ties what is booked there, with nothing to type again; a made-up one ties nothing", async ({
  db,
}) => {
  const { site, host, of, userId } = await receiving(db);
  const id = await aCourse(db, { organisations: of, referentId: userId });
  await aCourse(db, { organisations: of, referentId: userId, subject: "Autre" });
  const page = await site.visit(support.one(id));
  const link = page.querySelector("#rendez-vous a.long")?.getAttribute("href") ?? "";
  const path = link.slice(testConfig.baseUrl.length);
  const stranger = await openSite(db);
  const slots = await stranger.visit(path);
  const slot = [...slots.querySelectorAll("a.slot")].at(-1)?.getAttribute("href") ?? "";
  const form = await stranger.visit(slot);
  expect(form.querySelector("[name=sujet]")?.getAttribute("value")).toBe("Forage au Sénégal");
  expect(form.querySelector("[name=organisation]")?.getAttribute("value")).toBe("Adice");
  const sent = {
    creneau: form.querySelector("[name=creneau]")?.getAttribute("value") ?? "",
    nom: "Fatou Diop",
    courriel: "fatou@exemple.fr",
    organisation: "Adice",
    sujet: "Forage au Sénégal",
  };
  const action = form.querySelector("main form")?.getAttribute("action") ?? "";
  expect((await stranger.post(action, sent)).status).toBe(303);
  expect((await theCourse(db, id)).coming).toMatchObject([{ name: "Fatou Diop" }]);
  const forged = appointments.slotsFor(host.slug, tokenOf("un autre secret", "course", { id, link: 1 }));
  const none = await stranger.visit(forged);
  expect(none.querySelector("a.slot")?.getAttribute("href")).not.toContain("pour=");
});

test("from a course, an appointment is added already filled, and the course shows it until it is noted", async ({
  db,
}) => {
  const { site, host, of } = await receiving(db);
  const id = await aCourse(db, { organisations: of });
  const form = await site.visit(appointments.addFor(id));
  expect(form.querySelector("[name=sujet]")?.getAttribute("value")).toBe("Forage au Sénégal");
  const sent = {
    accompagnement: form.querySelector("[name=accompagnement]")?.getAttribute("value") ?? "",
    avec: String(host.id),
    sujet: "Forage au Sénégal",
    date: addDays(clockAt(new Date()).day, 3),
    heure: "14h",
    duree: "1h",
    mode: "elsewhere",
    lieu: "Arras",
  };
  expect((await site.post(appointments.add(), sent)).status).toBe(303);
  const [coming] = (await theCourse(db, id)).coming;
  expect(
    (await site.visit(support.one(id))).querySelector(
      `#rendez-vous a[href="${appointments.one(coming?.id ?? 0)}"]`,
    ),
  ).not.toBeNull();
  await wasHeld(db, coming?.id ?? 0);
  expect((await site.visit(support.one(id))).querySelector("#rendez-vous")?.textContent).toContain(
    "À noter dans le journal",
  );
  expect((await site.post(appointments.logging(coming?.id ?? 0), { accompagnement: String(id) })).to).toBe(
    support.one(id),
  );
  expect((await theCourse(db, id)).coming).toEqual([]);
});

test("a course shows the tools filled for it, and offers to fill another", async ({ db }) => {
  const { site, of } = await receiving(db);
  const id = await aCourse(db, { organisations: of });
  expect(
    (await site.visit(support.one(id))).querySelector(`#outils a[href="${tools.addFor({ course: id })}"]`),
  ).not.toBeNull();
  const begun = await site.post(tools.add(), {
    outil: "pitch",
    intitule: "Le récit du forage",
    accompagnement: String(id),
  });
  expect(begun.status).toBe(303);
  const shown = (await site.visit(support.one(id))).querySelector("#outils");
  expect(shown?.textContent).toContain("Le récit du forage");
  expect(shown?.querySelector(`a[href="${begun.to}"]`)).not.toBeNull();
});

test("who asked finds on their page where to book with who answers, and what they booked", async ({ db }) => {
  const { userId } = await receiving(db);
  const requester = await openSite(db);
  const asked = await requester.post(support.ask(), {
    ...{ organisation: "Kabé Bénin", votre_nom: "Fatou Diop", votre_courriel: "fatou@exemple.fr" },
    ...{ sujet: "Électrification d’une école", message: "Nous cherchons des fonds." },
  });
  const follow = asked.to ?? "";
  expect((await requester.visit(follow)).querySelector("a[href*='pour=']")).toBeNull();
  await db.updateTable("support.courses").set({ referent_id: userId }).execute();
  const link = (await requester.visit(follow)).querySelector("a[href*='pour=']")?.getAttribute("href") ?? "";
  const slot =
    [...(await requester.visit(link)).querySelectorAll("a.slot")].at(-1)?.getAttribute("href") ?? "";
  const form = await requester.visit(slot);
  const booked = await requester.post(form.querySelector("main form")?.getAttribute("action") ?? "", {
    creneau: form.querySelector("[name=creneau]")?.getAttribute("value") ?? "",
    ...{ nom: "Fatou Diop", courriel: "fatou@exemple.fr", sujet: "Électrification d’une école" },
  });
  expect((await requester.visit(follow)).querySelector(`a[href="${booked.to}"]`)).not.toBeNull();
});
