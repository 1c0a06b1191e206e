import { Hono } from "hono";
import { z } from "zod";
import { findSettings } from "#domains/network/index.ts";
import { agenda } from "#paths/agenda.ts";
import { dayInParis } from "#platform/dates.ts";
import { fold } from "#platform/spreadsheets/fold.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found, NotFound } from "#platform/web/errors.ts";
import { formOf, readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { formatDay } from "#ui/format.ts";
import { readAgenda, writeAgenda } from "../access.ts";
import { givePdf } from "../attendance/answer.ts";
import { acceptMatch, dropLine, forgetMatch, type Match, refuseMatch } from "./commands.ts";
import { printProgramme } from "./print.ts";
import { findLine, findProgramme, listHeld, proposalsFor } from "./queries.ts";
import { lineStates } from "./rules.ts";
import { DropPage, dropTitle, MatchPage, matchTitle } from "./views.match.tsx";
import { ProgrammePage, programmeTitle } from "./views.tsx";

const question = z.object({
  annee: z.coerce.number().int().min(1950).max(2200).optional(),
  etat: z.enum(lineStates).optional(),
});
const words = z.object({ q: z.string().trim().max(200).default("") });
const dropForm = z.object({
  raison: z
    .string("Dites pourquoi, en une phrase.")
    .trim()
    .min(1, "Dites pourquoi, en une phrase : le programme le dira.")
    .max(2000, "La raison tient en 2 000 caractères."),
});

const theLine = async (c: Request) => found(await findLine(c.get("db"), idOf(c), dayInParis(new Date())));

/** What a match is of: `meeting-12`, `event-7`; anything else is not found. */
async function theMatch(c: Request): Promise<Match> {
  const [, kind, id] = /^(meeting|event)-(\d{1,15})$/.exec(String((await formOf(c)).get("quoi") ?? "")) ?? [];
  if (kind !== "meeting" && kind !== "event") throw new NotFound();
  return { kind, id: Number(id) };
}

/** The programme of the year: `/gestion/agenda/programme`. */
export const programmeStaffRoutes = new Hono<AppEnv>()
  .get("/", may(readAgenda), async (c) => {
    const db = c.get("db");
    const asked = readQuery(c, question);
    const mayWrite = writeAgenda.allows(c.get("visitor"));
    const programme = await findProgramme(db, asked.annee, dayInParis(new Date()));
    const waits = programme.lines.some(({ state }) => state === "late" || state === "to_come");
    const held = mayWrite && waits ? await listHeld(db, programme.year) : [];
    const page = (
      <ProgrammePage
        programme={programme}
        proposals={proposalsFor(programme.lines, held)}
        state={asked.etat}
        mayWrite={mayWrite}
      />
    );
    return c.render(page, { title: programmeTitle(programme) });
  })
  .get("/:file{[0-9]{4}\\.pdf}", may(readAgenda), async (c) => {
    const year = Number.parseInt(c.req.param("file"), 10);
    const today = dayInParis(new Date());
    const programme = await findProgramme(c.get("db"), year, today);
    if (programme.lines.length === 0) throw new NotFound();
    const { name, brand_colour: brand } = await findSettings(c.get("db"));
    const pdf = printProgramme(programme, { network: name, brand, printed: `le ${formatDay(today)}` });
    return givePdf(c, pdf, `programme-${year}`);
  })
  .get("/:id{[0-9]+}/rapprochement", may(writeAgenda), async (c) => {
    const line = await theLine(c);
    const { q } = readQuery(c, words);
    const held = await listHeld(c.get("db"), line.year);
    const likely = proposalsFor([line], held, { most: 10, least: 0.3 }).get(line.id) ?? [];
    const tests = fold(q).split(" ").filter(Boolean);
    const searched = held
      .filter(({ title }) => tests.every((word) => fold(title).includes(word)))
      .slice(0, 50);
    const page = <MatchPage line={line} found={likely} q={q} searched={q ? searched : undefined} />;
    return c.render(page, { title: matchTitle(line) });
  })
  .post("/:id{[0-9]+}/rapprochement", may(writeAgenda), async (c) => {
    const line = await theLine(c);
    const match = await theMatch(c);
    const done = await acceptMatch(c.get("db"), authorOf(c), line.id, match);
    await leaveNotice(c, {
      text: done
        ? `« ${line.title} » est fait.`
        : "Un collègue a déjà rapproché cette réunion d’un autre événement, ou elle n’est plus là.",
      ...(done
        ? { undo: { action: `${agenda.unmatch(line.id)}?quoi=${match.kind}-${match.id}`, label: "Séparer" } }
        : {}),
    });
    return c.redirect(agenda.programme(line.year), 303);
  })
  .post("/:id{[0-9]+}/refus", may(writeAgenda), async (c) => {
    const line = await theLine(c);
    const match = await theMatch(c);
    await refuseMatch(c.get("db"), authorOf(c), line.id, match);
    await leaveNotice(c, {
      text: "Ce n’est pas cela : ce rapprochement ne sera plus proposé.",
      undo: {
        action: `${agenda.unmatch(line.id)}?quoi=${match.kind}-${match.id}`,
        label: "Le proposer de nouveau",
      },
    });
    return c.redirect(agenda.programme(line.year), 303);
  })
  .post("/:id{[0-9]+}/separation", may(writeAgenda), async (c) => {
    const line = await theLine(c);
    const [, kind, id] = /^(meeting|event)-(\d{1,15})$/.exec(c.req.query("quoi") ?? "") ?? [];
    const match: Match =
      kind === "meeting" || kind === "event" ? { kind, id: Number(id) } : await theMatch(c);
    await forgetMatch(c.get("db"), authorOf(c), line.id, match);
    await leaveNotice(c, { text: "Rien n’est plus dit de ce rapprochement." });
    return c.redirect(agenda.programme(line.year), 303);
  })
  .get("/:id{[0-9]+}/abandon", may(writeAgenda), async (c) => {
    const line = await theLine(c);
    return c.render(<DropPage line={line} />, { title: dropTitle(line) });
  })
  .post("/:id{[0-9]+}/abandon", may(writeAgenda), async (c) => {
    const line = await theLine(c);
    const read = await readForm(c, dropForm);
    if (!read.ok) return answer(c, 422, <DropPage line={line} {...read} />, { title: dropTitle(line) });
    await dropLine(c.get("db"), authorOf(c), line.id, { why: read.value.raison, now: new Date() });
    await leaveNotice(c, {
      text: `« ${line.title} » est abandonné.`,
      undo: { action: agenda.resume(line.id), label: "Le reprendre" },
    });
    return c.redirect(agenda.programme(line.year), 303);
  })
  .post("/:id{[0-9]+}/reprise", may(writeAgenda), async (c) => {
    const line = await theLine(c);
    await dropLine(c.get("db"), authorOf(c), line.id, null);
    await leaveNotice(c, { text: `« ${line.title} » est repris.` });
    return c.redirect(agenda.programme(line.year), 303);
  });
