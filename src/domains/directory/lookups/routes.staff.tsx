import { Hono } from "hono";
import { directory } from "#paths/directory.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm, readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { writeDirectory } from "../access.ts";
import { changeFields } from "../fields/commands.ts";
import { findFieldWords, listFields, readRecord } from "../fields/queries.ts";
import { refusals } from "../texts.ts";
import { lookUpQuestion, readReference, takingForm } from "./input.ts";
import { lookUp } from "./queries.ts";
import { questionOf } from "./rules.ts";
import { takenValues } from "./taking.ts";
import { LookUpPage, lookUpTitle } from "./views.tsx";

/** The services asked are those of others: a person has no need for more than a question every two seconds. */
const gently = rateLimit({ count: 30, seconds: 60, by: (c) => c.get("visitor").accountId ?? "" });
const page = { title: lookUpTitle };

/** What the State's registers say, for an organisation to add or to complete. */
export const lookUpStaffRoutes = new Hono<AppEnv>()
  .get("/registres", may(writeDirectory), gently, async (c) =>
    c.render(<LookUpPage {...(await look(c))} />, page),
  )
  .get("/:id{[0-9]+}/registres", may(writeDirectory), gently, async (c) =>
    c.render(<LookUpPage {...(await lookFor(c))} />, page),
  )
  .post("/:id{[0-9]+}/registres", may(writeDirectory), gently, async (c) => {
    const db = c.get("db");
    const { record } = await openRecord(c);
    const read = await readForm(c, takingForm);
    const refuse = async (status: 409 | 422, text: string) => {
      const shown = await lookFor(c, readReference(String(read.typed["registre"] ?? ""))?.reference);
      return answer(c, status, <LookUpPage {...shown} errors={{ "": text }} />, page);
    };
    if (!read.ok) return refuse(422, Object.values(read.errors)[0] ?? "");
    const { registre, version } = read.value;
    const keys = [read.typed[`champs-${readReference(registre)?.reference}`] ?? []].flat().filter(Boolean);
    if (keys.length === 0) return refuse(422, "Cochez au moins un champ à reprendre.");
    const values = await takenValues(db, registre, keys);
    if (!values)
      return refuse(
        422,
        "Cette réponse du registre n’est plus en mémoire : cherchez de nouveau. La fiche n’a pas changé.",
      );
    const [source = "", ref = ""] = registre.split(":");
    const outcome = await changeFields(db, authorOf(c), record.id, values, {
      source: { source: source === "rna" ? "rna" : "sirene", ref },
      version,
    });
    if (!outcome.ok && outcome.refusal === "taken") return refuse(422, refusals.taken);
    if (!outcome.ok)
      return refuse(
        409,
        "Un collègue a modifié la fiche entre-temps : voici ce qu’elle dit maintenant, vérifiez vos choix.",
      );
    await leaveNotice(c, { text: `La fiche de ${record.name} reprend ce que dit le registre.` });
    return c.redirect(directory.one(record.id), 303);
  });

/** What is asked in the address, and what the registers answer. */
async function look(c: Request, typed = readQuery(c, lookUpQuestion).q) {
  const db = c.get("db");
  const question = questionOf(typed);
  const answered = question && (await lookUp(db, c.get("config"), question));
  const words = await findFieldWords(db, answered?.entries.map(({ values }) => values) ?? []);
  return { q: typed, ...(answered ? { found: answered } : {}), fields: await listFields(db), words };
}

async function openRecord(c: Request) {
  const { values, version } = found(await readRecord(c.get("db"), idOf(c)));
  return { record: { id: idOf(c), name: String(values["name"]), version, values } };
}

/** The same for a card: asked by its number, else by its name, unless something else was typed. */
async function lookFor(c: Request, asked?: string) {
  const { record } = await openRecord(c);
  const { siret, siren, rna, name } = record.values;
  const own = [siret, siren, rna, name].map((value) => String(value ?? "")).find(Boolean);
  const { words, ...shown } = await look(c, asked ?? (readQuery(c, lookUpQuestion).q || own));
  const known = await findFieldWords(c.get("db"), [record.values]);
  return {
    ...shown,
    record,
    words: {
      terms: { ...words.terms, ...known.terms },
      countries: { ...words.countries, ...known.countries },
      communes: { ...words.communes, ...known.communes },
      departments: { ...words.departments, ...known.departments },
    },
  };
}
