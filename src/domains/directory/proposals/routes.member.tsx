import { Hono } from "hono";
import { z } from "zod";
import { directory } from "#paths/directory.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may, signedIn } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { plural } from "#ui/format.ts";
import { listFieldChoices } from "../fields/choices.ts";
import { readFieldEntry } from "../fields/entry.ts";
import { takePicture } from "../fields/picture.ts";
import { findFieldWords, listFields } from "../fields/queries.ts";
import { differenceOf, ownFields } from "../fields/rules.ts";
import { formName, typedValues, writtenValue } from "../fields/texts.ts";
import { findOrganisation } from "../queries.ts";
import { valuesOf } from "../texts.form.ts";
import { type ProposalOutcome, proposeChanges } from "./commands.ts";
import { listWaitingChanges } from "./queries.ts";
import { mineTitle, type OwnCard, OwnCardPage } from "./views.member.tsx";

const besides = z.object({
  version: z.coerce.number().int().catch(0),
  mot: z.string().trim().max(2000, "Le mot tient en 2 000 caractères.").default(""),
});
const source = { source: "declared" } as const;

/** `/espace/organisation/…`: who speaks for an organisation corrects its card; nobody else finds it. */
export const ownCardRoutes = new Hono<AppEnv>()
  .get("/:id{[0-9]+}", may(signedIn), async (c) => {
    const card = await openCard(c);
    const typed = typedValues(card.fields, card.values, card.words);
    return c.render(<OwnCardPage card={card} typed={typed} />, { title: mineTitle(card.name) });
  })
  .post("/:id{[0-9]+}/confirmation", may(signedIn), async (c) => {
    const { id, name } = await openCard(c);
    await proposeChanges(c.get("db"), authorOf(c), { organisationId: id, source, said: {} });
    await leaveNotice(c, { text: `Merci : la fiche de ${name} est confirmée à ce jour.` });
    return c.redirect(directory.mine(id), 303);
  })
  .post("/:id{[0-9]+}", may(signedIn), async (c) => {
    const db = c.get("db");
    const card = await openCard(c);
    const page = { title: mineTitle(card.name) };
    const read = await readForm(c, besides);
    const { typed } = read;
    const wrongPicture = await takePicture(c, formName("logo_file_id"), typed);
    const { values, errors } = await readFieldEntry(db, card.fields, typed, card.choices);
    if (!values["name"] && !errors["nom"]) errors["nom"] = "Donnez le nom de l’organisation.";
    const wrong = { ...errors, ...wrongPicture, ...(read.ok ? {} : read.errors) };
    if (!read.ok || Object.keys(wrong).length > 0)
      return answer(c, 422, <OwnCardPage card={card} typed={typed} errors={wrong} />, page);
    const said = differenceOf(card.values, values);
    if (read.value.version !== card.version && Object.keys(said).length > 0) {
      const words = await findFieldWords(db, [values]);
      const overtaken = card.fields.map((field) => [
        field.key,
        writtenValue(field, values[field.key], words),
      ]);
      const facts = { card, typed, overtaken: Object.fromEntries(overtaken) as Record<string, string> };
      return answer(c, 409, <OwnCardPage {...facts} />, page);
    }
    const outcome = await proposeChanges(db, authorOf(c), {
      organisationId: card.id,
      source,
      said,
      saidBy: c.get("visitor").name,
      message: read.value.mot,
    });
    await leaveNotice(c, { text: thanks(outcome) });
    return c.redirect(directory.mine(card.id), 303);
  });

/** The card of an organisation that the visitor speaks for. */
async function openCard(c: Request): Promise<OwnCard> {
  const db = c.get("db");
  const id = idOf(c);
  found(c.get("visitor").organisationIds.includes(id) ? id : undefined);
  const [record, all, waiting] = await Promise.all([
    findOrganisation(db, id),
    listFields(db),
    listWaitingChanges(db, { organisation: id }),
  ]);
  const { name, version, updated_at, confirmed_on, visibility, status, words } = found(record);
  const values = valuesOf(found(record));
  const fields = ownFields(all);
  return {
    id,
    name,
    version,
    updated_at,
    confirmed_on,
    isListed: visibility === "listed" && status === "published",
    fields,
    values,
    words: await findFieldWords(db, [
      values,
      ...waiting.rows.map(({ field, after }) => ({ [field]: after })),
    ]),
    choices: await listFieldChoices(db, fields, { values, words }),
    waiting: waiting.rows,
  };
}

function thanks({ accepted, waiting }: ProposalOutcome): string {
  if (accepted + waiting === 0) return "Rien n’avait changé : la fiche est confirmée à ce jour.";
  const parts = [
    accepted > 0 ? `${plural(accepted, "correction est enregistrée", "corrections sont enregistrées")}` : "",
    waiting > 0 ? `${plural(waiting, "autre attend", "autres attendent")} l’avis de l’équipe` : "",
  ].filter(Boolean);
  return `Merci : ${parts.join(" ; ")}.`;
}
