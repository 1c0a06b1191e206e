import { Hono } from "hono";
import { findSettings } from "#domains/network/index.ts";
import { territory } from "#paths/territory.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { type Errors, readForm, type Typed } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readTerritory, writeOffices } from "../access.ts";
import { addOffice, type OfficeEntry, saveOffice } from "./commands.ts";
import { officeForm } from "./input.ts";
import { findOffice, listOffices } from "./queries.ts";
import { settleOffice } from "./settle.ts";
import { NewOfficePage, OfficePage, OfficesPage } from "./views.tsx";

/** `/gestion/territoire/bureaux` */
export const officeStaffRoutes = new Hono<AppEnv>()
  .get("/", may(readTerritory), async (c) =>
    c.render(<OfficesPage offices={await listOffices(c.get("db"))} />, { title: "Bureaux" }),
  )
  .get("/nouveau", may(writeOffices), (c) => c.render(<NewOfficePage />, { title: "Nouveau bureau" }))
  .post("/", may(writeOffices), async (c) => {
    const read = await readOffice(c);
    if (!read.ok)
      return answer(c, 422, <NewOfficePage errors={read.errors} typed={read.typed} />, {
        title: "Nouveau bureau",
      });
    const author = authorOf(c);
    const to = await once(c, c.get("db"), author, async (db) => {
      await addOffice(db, author, read.entry);
      return territory.offices();
    });
    await leaveNotice(c, { text: `Le bureau « ${read.entry.name} » est ajouté.` });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}", may(writeOffices), async (c) => {
    const office = found(await findOffice(c.get("db"), idOf(c)));
    return c.render(<OfficePage office={office} />, { title: office.name });
  })
  .post("/:id{[0-9]+}", may(writeOffices), async (c) => {
    const office = found(await findOffice(c.get("db"), idOf(c)));
    const read = await readOffice(c);
    const page = { office, typed: read.typed };
    if (!read.ok)
      return answer(c, 422, <OfficePage {...page} errors={read.errors} />, { title: office.name });
    if (!(await saveOffice(c.get("db"), authorOf(c), office.id, read.version, read.entry)))
      return answer(c, 409, <OfficePage {...page} conflict />, { title: office.name });
    await leaveNotice(c, { text: `Le bureau « ${read.entry.name} » est enregistré.` });
    return c.redirect(territory.offices(), 303);
  });

type Read =
  | { ok: true; entry: OfficeEntry; version: number; typed: Typed }
  | { ok: false; errors: Errors; typed: Typed };

async function readOffice(c: Request): Promise<Read> {
  const form = await readForm(c, officeForm);
  if (!form.ok) return form;
  const { region_code } = await findSettings(c.get("db"));
  const settled = await settleOffice(c.get("db"), form.value, region_code);
  return settled.ok
    ? { ...settled, version: form.value.version ?? 0, typed: form.typed }
    : { ok: false, errors: { commune: settled.error }, typed: form.typed };
}
