import { Hono } from "hono";
import { countryOptions } from "#domains/territory/index.ts";
import { directory } from "#paths/directory.ts";
import { partnerships } from "#paths/partnerships.ts";
import { type ExportColumn, exportList, exportPaths, formatOf } from "#platform/spreadsheets/write.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readDirectory, writeDirectory } from "../access.ts";
import { findName } from "../queries.name.ts";
import { addPartnership, changePartnership, removePartnership, restorePartnership } from "./commands.ts";
import { partnershipForm, question } from "./input.ts";
import {
  everyPartnership,
  findPartnership,
  type ListedPartnership,
  listPartnerships,
  listPartnershipsOf,
} from "./queries.ts";
import { kinds, states } from "./texts.ts";
import { AddPartnershipPage, addTitle, EditPartnershipPage, editTitle } from "./views.form.tsx";
import { listTitle, PartnershipListPage } from "./views.list.tsx";
import { PartnershipsPanelPage, panelTitle } from "./views.tsx";

const known = "Ce partenariat est déjà noté : modifiez plutôt celui qui existe.";
const codesOf = (countries: readonly { value: string }[]) => new Set(countries.map(({ value }) => value));

/** Partnerships with territories abroad: a list, a panel of the record, and each of them. */
export const partnershipStaffRoutes = new Hono<AppEnv>()
  .get("/partenariats", may(readDirectory), async (c) => {
    const asked = readQuery(c, question);
    const list = await listPartnerships(c.get("db"), asked);
    const mayWrite = writeDirectory.allows(c.get("visitor"));
    return c.render(<PartnershipListPage list={list} asked={asked} mayWrite={mayWrite} />, {
      title: listTitle,
    });
  })
  .on("GET", exportPaths("/partenariats"), may(readDirectory), (c) =>
    exportList(c, {
      name: "partenariats",
      format: formatOf(c),
      columns,
      rows: everyPartnership(c.get("db"), readQuery(c, question)),
    }),
  )
  .get("/annuaire/:id{[0-9]+}/partenariats", may(readDirectory), async (c) => {
    const organisation = found(await findName(c.get("db"), idOf(c)));
    const rows = await listPartnershipsOf(c.get("db"), organisation.id);
    const mayWrite = writeDirectory.allows(c.get("visitor"));
    return c.render(<PartnershipsPanelPage organisation={organisation} rows={rows} mayWrite={mayWrite} />, {
      title: panelTitle(organisation),
    });
  })
  .get("/annuaire/:id{[0-9]+}/partenariats/nouveau", may(writeDirectory), async (c) => {
    const organisation = found(await findName(c.get("db"), idOf(c)));
    const countries = await countryOptions(c.get("db"));
    return c.render(<AddPartnershipPage organisation={organisation} countries={countries} />, {
      title: addTitle(organisation),
    });
  })
  .post("/annuaire/:id{[0-9]+}/partenariats/nouveau", may(writeDirectory), async (c) => {
    const db = c.get("db");
    const organisation = found(await findName(db, idOf(c)));
    const countries = await countryOptions(db);
    const facts = { organisation, countries };
    const page = { title: addTitle(organisation) };
    const read = await readForm(c, partnershipForm(codesOf(countries)));
    if (!read.ok) return answer(c, 422, <AddPartnershipPage {...facts} {...read} />, page);
    let twice = false;
    const to = await once(c, db, authorOf(c), async (db) => {
      twice = !(await addPartnership(db, authorOf(c), organisation.id, read.value.facts)).ok;
      return directory.one(organisation.id);
    });
    if (twice) {
      const errors = { partenaire: known };
      return answer(c, 422, <AddPartnershipPage {...facts} typed={read.typed} errors={errors} />, page);
    }
    await leaveNotice(c, { text: `Le partenariat avec ${read.value.facts.partner} est noté.` });
    return c.redirect(to, 303);
  })
  .get("/partenariats/:id{[0-9]+}", may(readDirectory), async (c) => {
    const row = found(await findPartnership(c.get("db"), idOf(c)));
    if (!writeDirectory.allows(c.get("visitor")))
      return c.redirect(partnerships.ofOrganisation(row.organisation_id), 303);
    const countries = await countryOptions(c.get("db"));
    return c.render(<EditPartnershipPage row={row} countries={countries} />, { title: editTitle(row) });
  })
  .post("/partenariats/:id{[0-9]+}", may(writeDirectory), async (c) => {
    const db = c.get("db");
    const row = found(await findPartnership(db, idOf(c)));
    const countries = await countryOptions(db);
    const facts = { row, countries };
    const page = { title: editTitle(row) };
    const read = await readForm(c, partnershipForm(codesOf(countries)));
    const version = Number(read.typed["version"]) || row.version;
    if (!read.ok) return answer(c, 422, <EditPartnershipPage {...facts} {...read} version={version} />, page);
    const outcome = await changePartnership(db, authorOf(c), row, version, read.value.facts);
    if (!outcome.ok && outcome.refusal === "stale")
      return answer(c, 409, <EditPartnershipPage {...facts} typed={read.typed} conflict />, page);
    if (!outcome.ok) {
      const wrong = { typed: read.typed, version, errors: { partenaire: known } };
      return answer(c, 422, <EditPartnershipPage {...facts} {...wrong} />, page);
    }
    await leaveNotice(c, { text: "Le partenariat est enregistré." });
    return c.redirect(directory.one(row.organisation_id), 303);
  })
  .post("/partenariats/:id{[0-9]+}/retrait", may(writeDirectory), async (c) => {
    const row = found(await findPartnership(c.get("db"), idOf(c)));
    await removePartnership(c.get("db"), authorOf(c), row.id);
    await leaveNotice(c, {
      text: `Le partenariat avec ${row.partner} est retiré.`,
      undo: { action: partnerships.restoration(c.get("requestId")), label: "Annuler" },
    });
    return c.redirect(directory.one(row.organisation_id), 303);
  })
  .post("/partenariats/retablissement", may(writeDirectory), async (c) => {
    const back = await restorePartnership(c.get("db"), authorOf(c), c.req.query("demande") ?? "");
    await leaveNotice(c, {
      text: back ? "Le partenariat est de nouveau là." : "Ce partenariat n’a pas été remis : il est déjà là.",
    });
    return c.redirect(back ? directory.one(back) : partnerships.all(), 303);
  });

const columns: readonly ExportColumn<ListedPartnership>[] = [
  { label: "Organisation", key: "organisation", value: (row) => row.organisation },
  { label: "Partenaire", key: "partner", value: (row) => row.partner },
  { label: "Pays", key: "country", value: (row) => row.country },
  { label: "Code pays", key: "country_code", value: (row) => row.country_code },
  { label: "Genre de partenariat", key: "kind", value: (row) => kinds[row.kind] },
  { label: "Depuis", key: "since_year", value: (row) => row.since_year },
  { label: "État", key: "state", value: (row) => states[row.state] },
  { label: "Département", key: "department", value: (row) => row.department },
];
