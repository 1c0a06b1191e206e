import { Hono } from "hono";
import { staffOptions } from "#domains/accounts/index.ts";
import { findSettings } from "#domains/network/index.ts";
import { questionnaireEditorRoutes, resultRoutes } from "#domains/questionnaires/index.ts";
import { listDepartments } from "#domains/territory/index.ts";
import { termOptions } from "#domains/vocabularies/index.ts";
import { support } from "#paths/support.ts";
import type { Db } from "#platform/db/index.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { setSupport, writeSupport } from "../access.ts";
import { addRule, changeSettings, makeQuestions, raiseRule, removeRule } from "./commands.ts";
import { type RuleChoices, ruleForm, settingsForm } from "./input.ts";
import { findSupportSettings, listRules } from "./queries.ts";
import { SettingsPage, settingsTitle } from "./views.tsx";

const page = { title: settingsTitle };
const trail = [
  { label: "Accompagnements", href: support.board() },
  { label: settingsTitle, href: support.settings() },
];

/** Who answers and how, for administrators. */
export const settingsRoutes = new Hono<AppEnv>()
  .get("/reglages", may(setSupport), async (c) =>
    c.render(<SettingsPage {...(await read(c.get("db")))} />, page),
  )
  .post("/reglages", may(setSupport), async (c) => {
    const known = await read(c.get("db"));
    const form = await readForm(c, settingsForm(known.choices));
    if (!form.ok) return answer(c, 422, <SettingsPage {...known} {...form} />, page);
    if (!(await changeSettings(c.get("db"), authorOf(c), form.value)))
      return answer(c, 409, <SettingsPage {...known} typed={form.typed} errors={{}} overtaken />, page);
    await leaveNotice(c, { text: "Les réglages sont enregistrés." });
    return c.redirect(support.settings(), 303);
  })
  .post("/reglages/regles", may(setSupport), async (c) => {
    const known = await read(c.get("db"));
    const form = await readForm(c, ruleForm(known.choices));
    if (!form.ok) return answer(c, 422, <SettingsPage {...known} rule={form} />, page);
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await addRule(db, authorOf(c), form.value);
      return support.settings();
    });
    await leaveNotice(c, { text: "La règle est ajoutée, après les autres." });
    return c.redirect(to, 303);
  })
  .post("/reglages/regles/:id{[0-9]+}/suppression", may(setSupport), async (c) => {
    await removeRule(c.get("db"), authorOf(c), idOf(c));
    await leaveNotice(c, { text: "La règle est retirée." });
    return c.redirect(support.settings(), 303);
  })
  .post("/reglages/regles/:id{[0-9]+}/place", may(setSupport), async (c) => {
    await raiseRule(c.get("db"), authorOf(c), idOf(c));
    return c.redirect(support.settings(), 303);
  })
  .post("/reglages/questions", may(setSupport), async (c) => {
    await makeQuestions(c.get("db"), authorOf(c), new Date());
    await leaveNotice(c, {
      text: "Les questions sont prêtes : relisez-les, puis cochez « Poser aussi les questions du réseau » dans les réglages.",
    });
    return c.redirect(support.questionnaire(), 303);
  })
  .route(
    "/",
    questionnaireEditorRoutes({
      path: "/reglages/questionnaire",
      permission: setSupport,
      find: (c) => frameOf(c, support.questionnaire()),
    }),
  )
  .route(
    "/",
    resultRoutes({
      path: "/reglages/reponses",
      permission: writeSupport,
      find: (c) => frameOf(c, support.results()),
    }),
  );

async function frameOf(c: Request, href: string) {
  const { questionnaire_id } = await findSupportSettings(c.get("db"));
  return questionnaire_id ? { questionnaireId: questionnaire_id, href, trail } : undefined;
}

async function read(db: Db) {
  const [settings, rules, choices] = await Promise.all([
    findSupportSettings(db),
    listRules(db),
    listChoices(db),
  ]);
  return { settings, rules, choices };
}

async function listChoices(db: Db): Promise<RuleChoices> {
  const { region_code } = await findSettings(db);
  const [themes, poles, staff, departments] = await Promise.all([
    termOptions(db, "support_themes"),
    termOptions(db, "poles"),
    staffOptions(db),
    listDepartments(db, region_code ? { regionCode: region_code } : {}),
  ]);
  return {
    themes,
    poles,
    staff,
    departments: departments.map(({ code, name }) => ({ value: code, label: name })),
  };
}
