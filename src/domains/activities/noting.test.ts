import { describe, expect } from "vitest";
import { dayInParis } from "#platform/dates.ts";
import { test } from "#test/database.ts";
import { countMeetings, saidOfMeeting, typeNamed } from "#test/meetings.ts";
import { openSite } from "#test/site.ts";
import { formatShortDay } from "#ui/format.ts";
import { logMeeting } from "./commands.ts";

const today = dayInParis(new Date());

describe("noting a meeting", () => {
  test("the subject has the focus, and the rest is as last time, today", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const typeId = await typeNamed(db, "Réunion de réseau");
    await logMeeting(
      db,
      { accountId: site.userId, requestId: null },
      {
        subject: "Conférence des réseaux",
        typeId,
        heldOn: "2021-03-04",
        durationMinutes: 60,
        participants: 12,
        online: true,
        places: [],
        organisations: [],
        notes: "Confidentiel",
      },
    );
    const page = await site.visit("/gestion/activite/nouvelle");
    expect(page.querySelector("[autofocus]")?.getAttribute("name")).toBe("sujet");
    expect(page.querySelector("[name=date]")?.getAttribute("value")).toBe(formatShortDay(today));
    expect(page.querySelector("[name=type] [selected]")?.textContent).toBe("Réunion de réseau");
    expect(page.querySelector("[name=enligne]")?.hasAttribute("checked")).toBe(true);
    const again = [...page.querySelectorAll("a")].find((link) => link.textContent === "Comme la précédente");
    const copy = await site.visit(again?.getAttribute("href") ?? "");
    expect(copy.querySelector("[name=sujet]")?.getAttribute("value")).toBe("Conférence des réseaux");
    expect(copy.querySelector("[name=date]")?.getAttribute("value")).toBe(formatShortDay(today));
    expect(copy.querySelector("[name=notes]")?.textContent).toBe("");
  });

  test("Aminata types a place as she says it, and is told how it was understood", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const sent = await site.post("/gestion/activite/nouvelle", await saidOfMeeting(db));
    expect(sent.status).toBe(303);
    const page = await site.visit(sent.to ?? "");
    expect(page.querySelector("[role=status]")?.textContent).toContain("« Soisson » → Soissons (Aisne)");
    expect(page.body.textContent).toContain("6 janvier 2021");
    expect(page.body.textContent).toMatch(/1\sh\s30/);
  });

  test("several places, one of them a name that several communes bear, chosen among the best three", async ({
    db,
  }) => {
    const site = await openSite(db, "animatrice");
    const typed = { ...(await saidOfMeeting(db)), lieux: "Lille et Boulogne\nSoisson, Amiens" };
    const asked = await site.post("/gestion/activite/nouvelle", typed);
    expect(asked.status).toBe(422);
    const page = await asked.page();
    const radios = [...page.querySelectorAll("input[type=radio]")];
    expect(radios.length).toBeGreaterThan(1);
    expect(new Set(radios.map((radio) => radio.getAttribute("name")))).toEqual(new Set(["lieu-boulogne"]));
    expect(page.querySelector("[autofocus]"), "the errors have the focus").toBeNull();
    expect(page.querySelector("[name=ensuite]"), "and the next can still follow").not.toBeNull();
    expect(page.querySelector("[name=lieux]")?.textContent).toBe(typed.lieux);
    expect(page.querySelector("[name=sujet]")?.getAttribute("value")).toBe(typed.sujet);
    const choice = radios[0]?.getAttribute("value") ?? "";
    const sent = await site.post("/gestion/activite/nouvelle", {
      ...typed,
      [radios[0]?.getAttribute("name") ?? ""]: choice,
    });
    expect(sent.status).toBe(303);
    const places = await db
      .selectFrom("activities.meeting_places")
      .select(["typed", "commune_code"])
      .orderBy("position")
      .execute();
    expect(places).toEqual([
      { typed: "Lille", commune_code: "59350" },
      { typed: "Boulogne", commune_code: choice },
      { typed: "Soisson", commune_code: "02722" },
      { typed: "Amiens", commune_code: "80021" },
    ]);
  });

  test("a place that nobody knows can be kept as it is", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const typed = { ...(await saidOfMeeting(db)), lieux: "Xyzzyville-les-Trois" };
    const asked = await site.post("/gestion/activite/nouvelle", typed);
    expect(asked.status).toBe(422);
    const field = (await asked.page()).querySelector("input[type=radio]")?.getAttribute("name") ?? "";
    expect((await site.post("/gestion/activite/nouvelle", { ...typed, [field]: "tel-quel" })).status).toBe(
      303,
    );
    const line = await db.selectFrom("activities.shared_meetings").selectAll().executeTakeFirstOrThrow();
    expect(line).toMatchObject({ places: "Xyzzyville-les-Trois", setting: "trip" });
  });

  test("“Enregistrer et en saisir une autre” comes back to an empty form", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const sent = await site.post("/gestion/activite/nouvelle", {
      ...(await saidOfMeeting(db)),
      ensuite: "autre",
    });
    expect(sent).toMatchObject({ status: 303, to: "/gestion/activite/nouvelle" });
    const page = await site.visit("/gestion/activite/nouvelle");
    expect(page.querySelector("[role=status]")?.textContent).toContain("Réunion notée");
  });

  test("a double click notes one meeting", async ({ db }) => {
    const site = await openSite(db, "animatrice");
    const page = await site.visit("/gestion/activite/nouvelle");
    const once = page.querySelector("[name=once]")?.getAttribute("value") ?? "";
    const form = { ...(await saidOfMeeting(db)), once };
    const [first, second] = [
      await site.post("/gestion/activite/nouvelle", form),
      await site.post("/gestion/activite/nouvelle", form),
    ];
    expect(second.to).toBe(first.to);
    expect(await countMeetings(db)).toBe(1);
  });

  test.for([
    [{ sujet: " " }, "Donnez le sujet"],
    [{ sujet: "x".repeat(10_000) }, "300 caractères"],
    [{ type: "999999999" }, "Choisissez un type"],
    [{ date: "31/02/2021" }, "n’est pas une date"],
    [{ date: "6/1/2199" }, "dans plus d’un an"],
    [{ duree: "-1" }, "n’est pas une durée"],
    [{ duree: "90" }, "est-ce des heures ou des minutes"],
    [{ participants: "-3" }, "en chiffres"],
    [{ participants: "" }, "en chiffres"],
    [{ lieux: "" }, "cochez « En ligne »"],
    [{ lieux: "=cmd|’/C calc’!A0" }, "corrigez le lieu"],
  ] as const)("%j is refused, and all that was typed is still there", async ([wrong, message], { db }) => {
    const site = await openSite(db, "animatrice");
    const typed: Record<string, string> = { ...(await saidOfMeeting(db)), ...wrong };
    const sent = await site.post("/gestion/activite/nouvelle", typed);
    expect(sent.status).toBe(422);
    const page = await sent.page();
    expect(page.querySelector("#erreurs")?.textContent).toContain(message);
    for (const name of ["sujet", "date", "duree", "participants"])
      expect(page.querySelector(`[name=${name}]`)?.getAttribute("value")).toBe(typed[name]);
    expect(page.querySelector("[name=lieux]")?.textContent).toBe(typed["lieux"]);
    expect(await countMeetings(db)).toBe(0);
  });
});

test("who was met is found in the directory; a name that it does not know is kept, and stops nothing", async ({
  db,
}) => {
  const { id } = await db
    .insertInto("directory.organisations")
    .values({ name: "Comité de jumelage d’Aire" })
    .returning("id")
    .executeTakeFirstOrThrow();
  const site = await openSite(db, "animatrice");
  const organisations = "COMITE DE JUMELAGE D'AIRE\nUne inconnue";
  const sent = await site.post("/gestion/activite/nouvelle", { ...(await saidOfMeeting(db)), organisations });
  const record = await site.visit(sent.to ?? "");
  expect(record.querySelector(`a[href="/gestion/annuaire/${id}"]`)?.textContent).toBe(
    "Comité de jumelage d’Aire",
  );
  expect(record.body.textContent).toContain("Une inconnue (absente de l’annuaire");
  const panel = await site.visit(`/gestion/activite/organisations/${id}`);
  expect(panel.querySelector("turbo-frame#reunions a")?.getAttribute("href")).toBe(sent.to);
  const found = await site.visit("/gestion/activite?q=inconnue");
  expect(found.querySelector("tbody")?.textContent).toContain("Accompagnement du comité");
  await site.visit("/gestion/activite/organisations/999999", { status: 404 });
});
