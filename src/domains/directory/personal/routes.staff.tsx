import { Hono } from "hono";
import { people } from "#paths/people.ts";
import { inPages } from "#platform/db/pages.ts";
import type { PersonalPart } from "#platform/personal-data.ts";
import { type ExportColumn, exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { handlePersonalData } from "../people/access.ts";
import { findPerson } from "../people/queries.ts";
import { answerData, dataFormats } from "./answer.tsx";
import { erasePerson, foreseeErasure, refuseRequest } from "./commands.ts";
import { readPersonalData } from "./export.ts";
import { erasureForm, erasuresPageSize, pageQuestion, refusalForm } from "./input.ts";
import { type ErasureRecord, erasures, findSubject, listErasures, listRequests } from "./queries.ts";
import { ErasuresPage, erasuresTitle, linesOf, RequestsPage, requestsTitle } from "./views.requests.tsx";
import { dataTitle, ErasurePage, erasureTitle, PersonDataPage } from "./views.staff.tsx";

/** A person's data given and erased in one action, over what every room keeps (`parts`, joined by the shell). */
export function personalStaffRoutes(parts: readonly PersonalPart[]) {
  return new Hono<AppEnv>()
    .get("/demandes", may(handlePersonalData), async (c) =>
      c.render(<RequestsPage requests={await listRequests(c.get("db"))} />, { title: requestsTitle }),
    )
    .post("/demandes/:id{[0-9]+}/refus", may(handlePersonalData), async (c) => {
      const read = await readForm(c, refusalForm(idOf(c)));
      if (!read.ok) {
        const requests = await listRequests(c.get("db"));
        const page = <RequestsPage requests={requests} wrong={{ id: idOf(c), ...read }} />;
        return answer(c, 422, page, { title: requestsTitle });
      }
      const reason = read.value[`raison-${idOf(c)}`] ?? "";
      const done = await refuseRequest(c.get("db"), authorOf(c), idOf(c), reason, new Date());
      await leaveNotice(c, {
        text: done
          ? "La demande est refusée ; la personne lira pourquoi."
          : "Cette demande est déjà répondue.",
      });
      return c.redirect(people.requests(), 303);
    })
    .get("/effacements", may(handlePersonalData), async (c) => {
      const { page } = readQuery(c, pageQuestion);
      const list = await listErasures(c.get("db"), page, erasuresPageSize);
      return c.render(<ErasuresPage list={list} page={page} size={erasuresPageSize} />, {
        title: erasuresTitle,
      });
    })
    .on("GET", exportPaths("/effacements"), may(handlePersonalData), (c) =>
      exportList(c, {
        name: "effacements",
        format: formatOf(c),
        columns: erasureColumns,
        rows: inPages(c.get("db"), erasures(), { by: ["id"] }),
      }),
    )
    .get("/:id{[0-9]+}/donnees", may(handlePersonalData), async (c) => {
      const person = await thePerson(c);
      const data = await dataOf(c, parts);
      return c.render(<PersonDataPage person={person} data={data} />, { title: dataTitle(person) });
    })
    .on(
      "GET",
      dataFormats.map((format) => `/:id{[0-9]+}/donnees.${format}`),
      may(handlePersonalData),
      async (c) => answerData(c, await dataOf(c, parts), new Date()),
    )
    .get("/:id{[0-9]+}/effacement", may(handlePersonalData), async (c) => {
      const person = await thePerson(c);
      const foreseen = await foreseeErasure(c.get("db"), parts, person.id);
      return c.render(<ErasurePage person={person} foreseen={foreseen} />, { title: erasureTitle(person) });
    })
    .post("/:id{[0-9]+}/effacement", may(handlePersonalData), async (c) => {
      const db = c.get("db");
      const person = await thePerson(c);
      const read = await readForm(c, erasureForm);
      const outcome = read.ok
        ? await erasePerson(db, parts, person.id, {
            author: authorOf(c),
            now: new Date(),
            files: c.get("files"),
          })
        : undefined;
      if (!read.ok || (outcome && !outcome.ok && outcome.refusal === "blocked")) {
        const foreseen = await foreseeErasure(db, parts, person.id);
        const errors = read.ok ? {} : read.errors;
        const page = <ErasurePage person={person} foreseen={foreseen} errors={errors} />;
        return answer(c, 422, page, { title: erasureTitle(person) });
      }
      await leaveNotice(c, { text: "Les données de cette personne sont effacées." });
      return c.redirect(people.one(person.id), 303);
    });
}

const erasureColumns: readonly ExportColumn<ErasureRecord>[] = [
  { label: "Numéro", key: "id", value: (row) => row.id },
  { label: "Fiche", key: "person_id", value: (row) => row.person_id },
  { label: "Effacée le", key: "erased_at", value: (row) => new Date(row.erased_at).toISOString() },
  { label: "Par", key: "by", value: (row) => row.by },
  { label: "À sa demande", key: "on_request", value: (row) => (row.on_request ? "oui" : "non") },
  { label: "Quoi", key: "lines", value: linesOf },
];

async function thePerson(c: Request) {
  const person = found(await findPerson(c.get("db"), idOf(c)));
  return found(person.erased_at ? undefined : person);
}

async function dataOf(c: Request, parts: readonly PersonalPart[]) {
  const db = c.get("db");
  const person = await thePerson(c);
  return readPersonalData(db, parts, found(await findSubject(db, { personId: person.id })));
}
