import { Hono } from "hono";
import { directory } from "#paths/directory.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { formOf, readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { editCustomFields } from "../access.ts";
import {
  addCustomField,
  changeCustomField,
  moveCustomField,
  type Outcome,
  retireCustomField,
} from "./commands.ts";
import { customFieldForm } from "./input.ts";
import { findCustomField, listAnswers, listCustomFields } from "./queries.ts";
import { customRefusal } from "./texts.ts";
import { AnswersPage, answersTitle } from "./views.answers.tsx";
import { CustomFieldPage, CustomFieldsPage, customsTitle } from "./views.tsx";

/** `/gestion/reglages/champs`: what the network adds to the record of an organisation, without code. */
export const customStaffRoutes = new Hono<AppEnv>()
  .get("/", may(editCustomFields), async (c) =>
    c.render(<CustomFieldsPage fields={await listCustomFields(c.get("db"))} />, { title: customsTitle }),
  )
  .post("/", may(editCustomFields), async (c) => {
    const db = c.get("db");
    const form = await readForm(c, customFieldForm);
    let outcome: Outcome | undefined;
    if (form.ok)
      await once(c, db, authorOf(c), async (db) => {
        outcome = await addCustomField(db, authorOf(c), form.value);
        return directory.customFields();
      });
    if (form.ok && outcome?.ok !== false) {
      await leaveNotice(c, { text: `« ${form.value.libelle} » est demandé dans chaque fiche.` });
      return c.redirect(directory.customFields(), 303);
    }
    const errors = outcome?.ok === false ? customRefusal(outcome.refusal) : form.ok ? {} : form.errors;
    const page = { fields: await listCustomFields(db), errors, typed: form.typed };
    return answer(c, 422, <CustomFieldsPage {...page} />, { title: customsTitle });
  })
  .get("/reponses", may(editCustomFields), async (c) => {
    const [fields, answers] = await Promise.all([listCustomFields(c.get("db")), listAnswers(c.get("db"))]);
    const inUse = fields.filter(({ retired_at }) => retired_at === null);
    return c.render(<AnswersPage fields={inUse} answers={answers} />, { title: answersTitle });
  })
  .get("/:id{[0-9]+}", may(editCustomFields), async (c) => {
    const field = await theField(c);
    return c.render(<CustomFieldPage field={field} />, { title: field.label });
  })
  .post("/:id{[0-9]+}", may(editCustomFields), async (c) => {
    const field = await theField(c);
    const form = await readForm(c, customFieldForm);
    if (!form.ok) return answer(c, 422, <CustomFieldPage field={field} {...form} />, { title: field.label });
    const outcome = await changeCustomField(c.get("db"), authorOf(c), field.id, form.value);
    if (!outcome.ok) {
      const errors = customRefusal(outcome.refusal);
      const status = outcome.refusal.kind === "stale" ? 409 : 422;
      const now = await theField(c);
      return answer(c, status, <CustomFieldPage field={now} errors={errors} typed={form.typed} />, {
        title: now.label,
      });
    }
    await leaveNotice(c, { text: `« ${form.value.libelle} » est enregistré.` });
    return c.redirect(directory.customFields(), 303);
  })
  .post("/:id{[0-9]+}/deplacement", may(editCustomFields), async (c) => {
    const field = await theField(c);
    const up = (await formOf(c)).get("sens") === "haut";
    await moveCustomField(c.get("db"), authorOf(c), field.id, up ? -1 : 1);
    await leaveNotice(c, { text: `« ${field.label} » est ${up ? "monté" : "descendu"} d’une place.` });
    return c.redirect(directory.customFields(), 303);
  })
  .post("/:id{[0-9]+}/retrait", may(editCustomFields), async (c) => {
    const field = await theField(c);
    await retireCustomField(c.get("db"), authorOf(c), field.id, new Date());
    await leaveNotice(c, {
      text: `« ${field.label} » n’est plus demandé ; ce que les fiches y répondaient est gardé.`,
      undo: { action: directory.customFieldReturn(field.id), label: "Annuler le retrait" },
    });
    return c.redirect(directory.customFields(), 303);
  })
  .post("/:id{[0-9]+}/retour", may(editCustomFields), async (c) => {
    const field = await theField(c);
    await retireCustomField(c.get("db"), authorOf(c), field.id, null);
    await leaveNotice(c, { text: `« ${field.label} » est de nouveau demandé.` });
    return c.redirect(directory.customFields(), 303);
  });

const theField = async (c: Request) => found(await findCustomField(c.get("db"), idOf(c)));
