import { Hono } from "hono";
import { listRegions } from "#domains/territory/index.ts";
import { office } from "#paths/office.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { type Errors, formOf, readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer } from "#platform/web/page.ts";
import { editSettings } from "./access.ts";
import { type NewLogo, saveSettings } from "./commands.ts";
import { settingsForm } from "./input.ts";
import { readLogo } from "./logo.ts";
import { findNetwork, forgetNetwork } from "./queries.ts";
import { SettingsPage } from "./views.tsx";

const facts = { title: "Réglages du réseau" };

/** `/gestion/reglages` */
export const networkStaffRoutes = new Hono<AppEnv>()
  .get("/", may(editSettings), async (c) => {
    const { settings, version } = await findNetwork(c.get("db"));
    const regions = await listRegions(c.get("db"));
    return c.render(<SettingsPage settings={settings} version={version} regions={regions} />, facts);
  })
  .post("/", may(editSettings), async (c) => {
    const db = c.get("db");
    const form = await readForm(c, settingsForm);
    const { logo, errors: logoErrors } = await readGivenLogo(c);
    const errors: Errors = { ...(form.ok ? {} : form.errors), ...logoErrors };
    const saved =
      form.ok && !logoErrors
        ? await saveSettings(db, c.get("files"), authorOf(c), form.value, logo)
        : undefined;
    if (saved?.ok) {
      await leaveNotice(c, { text: "Les réglages sont enregistrés ; le site les montre déjà." });
      return c.redirect(office.settings(), 303);
    }
    forgetNetwork(db);
    const [{ settings, version }, regions] = await Promise.all([findNetwork(db), listRegions(db)]);
    const page = { settings, version, regions, errors, typed: form.typed };
    return answer(c, saved ? 409 : 422, <SettingsPage {...page} conflict={!!saved} />, facts);
  });

async function readGivenLogo(c: Request): Promise<{ logo?: NewLogo; errors?: Errors }> {
  const file = (await formOf(c)).get("logo");
  if (!(file instanceof File) || file.size === 0) return {};
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = readLogo(bytes);
  if (!read.ok) return { errors: { logo: read.error } };
  return { logo: { name: file.name.slice(-200) || "logo", mediaType: read.mediaType, bytes } };
}
