import { Hono } from "hono";
import { listTerms } from "#domains/vocabularies/index.ts";
import { agenda } from "#paths/agenda.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readAgenda, writeAgenda } from "../access.ts";
import { addModule, changeModule, retireModule } from "./commands.ts";
import { moduleForm } from "./input.ts";
import { findModule, listModules } from "./queries.ts";
import { entryOf, formOf } from "./texts.ts";
import { CataloguePage, catalogueTitle, ModulePage, NewModulePage, newModuleTitle } from "./views.tsx";

const theModule = async (c: Request) => found(await findModule(c.get("db"), idOf(c)));
const listCycles = (c: Request) => listTerms(c.get("db"), "training_cycles");

/** The catalogue of trainings: `/gestion/agenda/catalogue`. */
export const catalogueStaffRoutes = new Hono<AppEnv>()
  .get("/", may(readAgenda), async (c) => {
    const retired = c.req.query("etat") === "retires";
    const modules = await listModules(c.get("db"), { retired });
    const mayWrite = writeAgenda.allows(c.get("visitor"));
    return c.render(<CataloguePage modules={modules} retired={retired} mayWrite={mayWrite} />, {
      title: catalogueTitle,
    });
  })
  .get("/nouveau", may(writeAgenda), async (c) =>
    c.render(<NewModulePage cycles={await listCycles(c)} typed={{}} />, { title: newModuleTitle }),
  )
  .post("/nouveau", may(writeAgenda), async (c) => {
    const cycles = await listCycles(c);
    const read = await readForm(c, moduleForm);
    if (!read.ok)
      return answer(c, 422, <NewModulePage cycles={cycles} {...read} />, { title: newModuleTitle });
    const to = await once(c, c.get("db"), authorOf(c), async (db) => {
      await addModule(db, authorOf(c), entryOf(read.value, cycles));
      return agenda.catalogue();
    });
    await leaveNotice(c, { text: `« ${read.value.titre} » est au catalogue.` });
    return c.redirect(to, 303);
  })
  .get("/:id{[0-9]+}", may(readAgenda), async (c) => {
    const module = await theModule(c);
    const mayWrite = writeAgenda.allows(c.get("visitor"));
    const page = (
      <ModulePage module={module} cycles={await listCycles(c)} typed={formOf(module)} mayWrite={mayWrite} />
    );
    return c.render(page, { title: module.title });
  })
  .post("/:id{[0-9]+}", may(writeAgenda), async (c) => {
    const module = await theModule(c);
    const cycles = await listCycles(c);
    const read = await readForm(c, moduleForm);
    const facts = { cycles, typed: read.typed, mayWrite: true };
    if (!read.ok) {
      const seen = { ...module, version: Number(read.typed["version"]) || 0 };
      return answer(c, 422, <ModulePage module={seen} {...facts} errors={read.errors} />, {
        title: module.title,
      });
    }
    const { value } = read;
    const done = await changeModule(
      c.get("db"),
      authorOf(c),
      module.id,
      value.version,
      entryOf(value, cycles),
    );
    if (!done) {
      const saved = await theModule(c);
      return answer(c, 409, <ModulePage module={saved} {...facts} overtaken />, { title: saved.title });
    }
    await leaveNotice(c, { text: "Module enregistré." });
    return c.redirect(agenda.module(module.id), 303);
  })
  .post("/:id{[0-9]+}/retrait", may(writeAgenda), async (c) => {
    const { id, title } = await theModule(c);
    await retireModule(c.get("db"), authorOf(c), id, new Date());
    await leaveNotice(c, {
      text: `« ${title} » est retiré du catalogue.`,
      undo: { action: agenda.moduleReturn(id), label: "L’y remettre" },
    });
    return c.redirect(agenda.catalogue(), 303);
  })
  .post("/:id{[0-9]+}/retour", may(writeAgenda), async (c) => {
    const { id, title } = await theModule(c);
    await retireModule(c.get("db"), authorOf(c), id, null);
    await leaveNotice(c, { text: `« ${title} » est de nouveau au catalogue.` });
    return c.redirect(agenda.module(id), 303);
  });
