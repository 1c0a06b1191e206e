import { Hono } from "hono";
import { directory } from "#paths/directory.ts";
import { dayInParis, readDay } from "#platform/dates.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { formOf } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { writeDirectory } from "./access.ts";
import { confirmRecord } from "./commands.ts";
import { showField } from "./fields/commands.ts";
import { listFields } from "./fields/queries.ts";
import { fieldVisibilities } from "./fields/registry.ts";
import { formName, visibilityWords } from "./fields/texts.ts";
import { findOrganisation } from "./queries.ts";

/** What keeps a record true: the organisation's word on the whole card, who sees each field. */
export const keepingStaffRoutes = new Hono<AppEnv>()
  .post("/confirmation", may(writeDirectory), async (c) => {
    const { id, name, confirmed_on } = found(await findOrganisation(c.get("db"), idOf(c)));
    const given = c.req.query("le");
    const day = given === undefined ? dayInParis(new Date()) : (readDay(given) ?? null);
    await confirmRecord(c.get("db"), authorOf(c), id, day);
    await leaveNotice(
      c,
      given === undefined
        ? {
            text: `La fiche de ${name} est confirmée à ce jour.`,
            undo: { action: directory.confirmation(id, confirmed_on ?? ""), label: "Annuler" },
          }
        : { text: "La confirmation est annulée." },
    );
    return c.redirect(directory.one(id), 303);
  })
  .post("/champs/:key{[a-z_0-9.]+}", may(writeDirectory), async (c) => {
    const { id, facts } = found(await findOrganisation(c.get("db"), idOf(c)));
    const field = await theField(c);
    const asked = c.req.query("vue") ?? String((await formOf(c)).get(`vue_${formName(field.key)}`) ?? "");
    const visibility = asked === "" ? null : found(fieldVisibilities.find((one) => one === asked));
    await showField(c.get("db"), authorOf(c), id, field.key, visibility);
    const before = facts[field.key]?.visibility ?? "";
    await leaveNotice(c, {
      text: `${field.label} : ${visibilityWords[visibility ?? field.visibility].toLowerCase()}.`,
      undo: { action: directory.fieldVisibility(id, field.key, before), label: "Annuler" },
    });
    return c.redirect(directory.one(id), 303);
  });

/** A field whose visibility can be changed: neither fixed, nor one that its contact point says. */
async function theField(c: Request) {
  const fields = await listFields(c.get("db"));
  const field = found(fields.find(({ key }) => key === c.req.param("key")));
  return found(field.fixed || field.key === "email" || field.key === "phone" ? undefined : field);
}
