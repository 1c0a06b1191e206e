import { Hono } from "hono";
import { z } from "zod";
import { directory } from "#paths/directory.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { plural } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { writeDirectory } from "../access.ts";
import { showOrganisations, undoShowing } from "./commands.ts";
import { queryOf } from "./filters.tsx";
import { showingQuestion } from "./input.ts";
import { listOrganisations } from "./queries.ts";
import { ShowingPage, showingTitle } from "./views.showing.tsx";

/** Putting many organisations in the public directory at once, or taking them out, with an exact way back. */
export const showingStaffRoutes = new Hono<AppEnv>()
  .get("/", may(writeDirectory), async (c) => {
    const { asked, visibility } = readShowing(c);
    const { counts } = await listOrganisations(c.get("db"), "inside", asked);
    return c.render(<ShowingPage asked={asked} counts={counts} visibility={visibility} />, {
      title: showingTitle(visibility),
    });
  })
  .post("/", may(writeDirectory), async (c) => {
    const { asked, visibility } = readShowing(c);
    const count = await showOrganisations(c.get("db"), authorOf(c), asked, visibility);
    await leaveNotice(c, {
      text: `${plural(count, "fiche")} ${visibility === "listed" ? "dans l’annuaire public" : "hors de l’annuaire public"}.`,
      undo: { action: directory.showingUndo(c.get("requestId")), label: "Annuler" },
    });
    return c.redirect(withQuery(directory.all(), { ...queryOf(asked), page: undefined }), 303);
  })
  .post("/annulation", may(writeDirectory), async (c) => {
    const count = await undoShowing(c.get("db"), authorOf(c), c.req.query("demande") ?? "");
    await leaveNotice(c, { text: `${plural(count, "fiche")} comme avant.` });
    return c.redirect(directory.all(), 303);
  });

/** The question, whatever the visibility now; and the one asked for, public unless told. */
function readShowing(c: Request) {
  const asked = readQuery(c, showingQuestion);
  const { vers } = readQuery(c, z.object({ vers: z.enum(["listed", "internal"]).default("listed") }));
  return { asked, visibility: vers };
}
