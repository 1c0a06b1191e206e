import { Hono } from "hono";
import { directory } from "#paths/directory.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readDirectory, writeDirectory } from "../access.ts";
import { findDuplicates } from "../matching/duplicates.ts";
import { listMergesOf } from "../merging/queries.ts";
import { findOrganisation } from "../queries.ts";
import { takeBackApart, tellApart } from "./commands.ts";
import { pairForm, pairsQuestion, typedQuestion } from "./input.ts";
import { wholeComparison } from "./jobs.ts";
import { listPairs, listPairsOf } from "./queries.ts";
import { reasonText } from "./texts.ts";
import { DuplicatesPage, duplicatesTitle, OfOrganisationPage, ofOrganisationTitle } from "./views.tsx";

const size = 20;

/** Cards that may be of one organisation: their list, what is said of them, and those that resemble what is typed. */
export const duplicateStaffRoutes = new Hono<AppEnv>()
  .get("/doublons", may(readDirectory), async (c) => {
    const asked = readQuery(c, pairsQuestion);
    const page = { limit: size, offset: (asked.page - 1) * size };
    const list = await listPairs(c.get("db"), { q: asked.q, apart: asked.etat === "distinctes" }, page);
    const mayWrite = writeDirectory.allows(c.get("visitor"));
    return c.render(<DuplicatesPage {...list} asked={asked} size={size} mayWrite={mayWrite} />, {
      title: duplicatesTitle,
    });
  })
  .get("/doublons/proches", may(readDirectory), async (c) => {
    const { nom, sigle, sauf, ...identifiers } = readQuery(c, typedQuestion);
    if (nom.length < 3 && !Object.values(identifiers).some(Boolean)) return c.json([]);
    const twins = await findDuplicates(c.get("db"), { name: nom, acronym: sigle, ...identifiers });
    return c.json(
      twins
        .filter(({ id }) => id !== sauf)
        .map(({ id, name, commune, status, reasons }) => ({
          href: directory.one(id),
          name,
          detail: [commune, status === "archived" ? "archivée" : ""].filter(Boolean).join(", "),
          why: reasons.map(reasonText).join(" ; "),
        })),
    );
  })
  .post("/doublons/calcul", may(writeDirectory), async (c) => {
    await c.get("jobs").enqueue(c.get("db"), wholeComparison, {}, { key: "whole" });
    await leaveNotice(c, {
      text: "Toutes les fiches vont être comparées : la liste se met à jour dans quelques minutes.",
    });
    return c.redirect(directory.duplicates(), 303);
  })
  .post("/doublons/distinctes", may(writeDirectory), async (c) => {
    const read = await readForm(c, pairForm);
    if (!read.ok) {
      const asked = pairsQuestion.parse({});
      const list = await listPairs(c.get("db"), { q: "", apart: false }, { limit: size, offset: 0 });
      const page = <DuplicatesPage {...list} asked={asked} size={size} mayWrite errors={read.errors} />;
      return answer(c, 422, page, { title: duplicatesTitle });
    }
    const { a, b } = read.value;
    const one = found(await findOrganisation(c.get("db"), a));
    const other = found(await findOrganisation(c.get("db"), b));
    await tellApart(c.get("db"), authorOf(c), a, b);
    await leaveNotice(c, {
      text: `${one.name} et ${other.name} sont deux organisations : elles ne seront plus proposées ensemble.`,
      undo: { action: directory.tellingApartUndo(a, b), label: "Annuler" },
    });
    return c.redirect(directory.duplicates(), 303);
  })
  .post("/doublons/distinctes/annulation", may(writeDirectory), async (c) => {
    const asked = pairForm.safeParse(c.req.query());
    const { a, b } = found(asked.data);
    await takeBackApart(c.get("db"), authorOf(c), a, b);
    await leaveNotice(c, {
      text: "Ces deux fiches seront de nouveau proposées ensemble si elles se ressemblent.",
    });
    return c.redirect(directory.duplicates(), 303);
  })
  .get("/:id{[0-9]+}/doublons", may(readDirectory), async (c) => {
    const record = found(await findOrganisation(c.get("db"), idOf(c)));
    const pairs = await listPairsOf(c.get("db"), record.id);
    const merges = await listMergesOf(c.get("db"), record.id);
    const mayWrite = writeDirectory.allows(c.get("visitor"));
    return c.render(<OfOrganisationPage {...{ record, pairs, merges, mayWrite }} />, {
      title: ofOrganisationTitle(record),
    });
  });
