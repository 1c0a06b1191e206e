import { Hono } from "hono";
import { trainingEvidence } from "#paths/training-evidence.ts";
import { dayInParis, yearOf } from "#platform/dates.ts";
import { type ExportColumn, exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readAgenda, writeAgenda } from "../access.ts";
import { sayEvidence } from "./commands.ts";
import { evidenceForm, readKinds, yearQuestion } from "./input.ts";
import { everyLine, findEvidence, listSpecialties, readEvidence, type TrainingLine } from "./queries.ts";
import { kindWords, objectiveWords } from "./texts.ts";
import { EvidencePage, evidenceTitle } from "./views.form.tsx";
import { ReportPage, reportTitle } from "./views.report.tsx";

const path = trainingEvidence.exported().replace("/gestion", "");

const columns: readonly ExportColumn<TrainingLine>[] = [
  { label: "Formation", key: "training", value: ({ title }) => title },
  { label: "Stagiaires", key: "trainees", value: ({ kind }) => kindWords[kind] },
  { label: "Objectif", key: "objective", value: ({ objective }) => objectiveWords[objective] },
  { label: "Spécialité", key: "specialty", value: ({ specialty }) => specialty },
  { label: "Confiée", key: "subcontracted", value: ({ subcontracted }) => (subcontracted ? "oui" : "non") },
  { label: "Personnes", key: "people", value: ({ people }) => people },
  { label: "Venues", key: "attendances", value: ({ attendances }) => attendances },
  { label: "Heures", key: "hours", value: ({ minutes }) => minutes / 60 },
  { label: "Compté par nom", key: "named", value: ({ named }) => (named ? "oui" : "non") },
];

/** By default the year that is over: the report of a year is made in the spring of the next. */
const yearAsked = (c: Request) => readQuery(c, yearQuestion).annee ?? yearOf(dayInParis(new Date())) - 1;

/** `/gestion/agenda/bilan-pedagogique`: what the yearly report of a training body asks for, and where each figure comes from. */
export const evidenceRoutes = new Hono<AppEnv>()
  .get(path, may(readAgenda), async (c) => {
    const year = yearAsked(c);
    const evidence = await readEvidence(c.get("db"), year);
    const mayWrite = writeAgenda.allows(c.get("visitor"));
    return c.render(<ReportPage year={year} evidence={evidence} mayWrite={mayWrite} />, {
      title: reportTitle(year),
    });
  })
  .on("GET", exportPaths(path), may(readAgenda), async (c) => {
    const year = yearAsked(c);
    const rows = everyLine(c.get("db"), year);
    return exportList(c, { name: reportTitle(year), format: formatOf(c), columns, rows });
  })
  .get(`${path}/:id{[0-9]+}`, may(writeAgenda), async (c) => {
    const evidence = found(await findEvidence(c.get("db"), idOf(c)));
    const specialties = await listSpecialties(c.get("db"));
    return c.render(<EvidencePage evidence={evidence} specialties={specialties} />, {
      title: evidenceTitle(evidence),
    });
  })
  .post(`${path}/:id{[0-9]+}`, may(writeAgenda), async (c) => {
    const db = c.get("db");
    const evidence = found(await findEvidence(db, idOf(c)));
    const specialties = await listSpecialties(db);
    const title = evidenceTitle(evidence);
    const read = await readForm(c, evidenceForm);
    if (!read.ok) {
      // The version under the reader's eyes goes on, so that a colleague's change is still seen at the next try.
      const version = Number(read.typed["version"]) || 0;
      return answer(c, 422, <EvidencePage {...{ evidence, specialties, version }} {...read} />, { title });
    }
    const entry = { ...read.value.said, kinds: readKinds(read.typed) };
    const outcome = await sayEvidence(db, authorOf(c), evidence.eventId, read.value.version, entry);
    if (!outcome.ok) {
      const saved = found(await findEvidence(db, evidence.eventId));
      const page = <EvidencePage evidence={saved} specialties={specialties} typed={read.typed} conflict />;
      return answer(c, 409, page, { title });
    }
    await leaveNotice(c, { text: `« ${evidence.title} » est au bilan pédagogique.` });
    return c.redirect(trainingEvidence.report(evidence.year ?? undefined), 303);
  });
