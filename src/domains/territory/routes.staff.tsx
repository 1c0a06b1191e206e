import { Hono } from "hono";
import { findSettings } from "#domains/network/index.ts";
import { territory } from "#paths/territory.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { type Errors, readForm, readQuery, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readTerritory, writeSpellings } from "./access.ts";
import { findCommune, searchPlaces } from "./communes/queries.ts";
import { searchCountries } from "./countries/queries.ts";
import { placeQuestion, spellingForm } from "./input.ts";
import { officeStaffRoutes } from "./offices/routes.staff.tsx";
import { countGeography, listDepartmentFigures } from "./queries.ts";
import { addSpelling, removeSpelling, restoreSpelling } from "./spellings/commands.ts";
import { listNamesOf, listSpellings } from "./spellings/queries.ts";
import { refusals } from "./texts.ts";
import { CommunePage } from "./views.commune.tsx";
import { SpellingsPage, TerritoryPage } from "./views.tsx";

/** `/gestion/territoire` */
export const territoryStaffRoutes = new Hono<AppEnv>()
  .get("/", may(readTerritory), async (c) => {
    const db = c.get("db");
    const { q } = readQuery(c, placeQuestion);
    const { region_code: regionCode } = await findSettings(db);
    const found = await searchPlaces(db, q, { regionCode, limit: 30 });
    const page = { q, found, geography: await countGeography(db) };
    const departments = await listDepartmentFigures(db, regionCode);
    return c.render(<TerritoryPage {...page} departments={departments} />, { title: "Territoire" });
  })
  .get("/lieux", may(readTerritory), async (c) => {
    const { q } = readQuery(c, placeQuestion);
    const { region_code: regionCode } = await findSettings(c.get("db"));
    return c.json(await searchPlaces(c.get("db"), q, { regionCode, limit: 8 }));
  })
  .get("/pays", may(readTerritory), async (c) => {
    const { q } = readQuery(c, placeQuestion);
    return c.json(await searchCountries(c.get("db"), q, 8));
  })
  .get("/communes/:code{[0-9AB]{5}}", may(readTerritory), async (c) => c.render(...(await communePage(c))))
  .post("/communes/:code{[0-9AB]{5}}/graphies", may(writeSpellings), async (c) => {
    const code = c.req.param("code");
    const form = await readForm(c, spellingForm);
    const outcome = form.ok
      ? await addSpelling(c.get("db"), authorOf(c), form.value.graphie, code)
      : undefined;
    if (!form.ok || !outcome?.ok) {
      const errors = !form.ok
        ? form.errors
        : outcome?.ok === false
          ? { graphie: refusals[outcome.refusal] }
          : {};
      return answer(c, 422, ...(await communePage(c, errors, form.typed)));
    }
    await leaveNotice(c, { text: `« ${form.value.graphie} » mènera désormais à cette commune.` });
    return c.redirect(territory.commune(code), 303);
  })
  .get("/graphies", may(readTerritory), async (c) => {
    const { page } = readQuery(c, placeQuestion);
    const list = await listSpellings(c.get("db"), page);
    return c.render(<SpellingsPage list={list} />, { title: "Graphies retenues" });
  })
  .post("/graphies/:id{[0-9]+}/suppression", may(writeSpellings), async (c) => {
    const removed = found(await removeSpelling(c.get("db"), authorOf(c), idOf(c), new Date()));
    await leaveNotice(c, {
      text: `« ${removed.label} » ne mène plus à une commune.`,
      undo: { action: territory.spellingRestoration(removed.id), label: "Annuler la suppression" },
    });
    return c.redirect(territory.spellings(), 303);
  })
  .post("/graphies/:id{[0-9]+}/retablissement", may(writeSpellings), async (c) => {
    const restored = found(await restoreSpelling(c.get("db"), authorOf(c), idOf(c)));
    await leaveNotice(c, { text: "La graphie est rétablie." });
    return c.redirect(territory.commune(restored.commune_code), 303);
  })
  .route("/bureaux", officeStaffRoutes);

async function communePage(c: Request, errors?: Errors, typed?: Typed) {
  const db = c.get("db");
  const commune = found(await findCommune(db, c.req.param("code") ?? ""));
  const names = await listNamesOf(db, commune.code);
  return [
    <CommunePage commune={commune} names={names} errors={errors} typed={typed} />,
    { title: commune.name },
  ] as const;
}
