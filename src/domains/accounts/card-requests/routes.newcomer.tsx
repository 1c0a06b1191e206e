import { Hono } from "hono";
import {
  FieldInput,
  findPublicTwins,
  listFieldChoices,
  listFields,
  readFieldEntry,
} from "#domains/directory/index.ts";
import { cardRequests } from "#paths/card-requests.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { type Errors, readForm, type Typed } from "#platform/web/form.ts";
import { anyone, may } from "#platform/web/may.ts";
import { once } from "#platform/web/once.ts";
import { answer } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { fileCardRequest } from "./commands.ts";
import { newcomerForm } from "./input.ts";
import { ProposePage, proposeTitle } from "./views.tsx";

const tries = rateLimit({ count: 20, seconds: 600 });
const page = { title: proposeTitle, form: true } as const;

/** What is asked of an organisation that presents itself: the rest comes when it holds its card. */
const asked = [
  "name",
  "acronym",
  "actor_type_id",
  "commune_code",
  "website",
  "description",
  "sector_ids",
  "country_codes",
  "rna",
  "siret",
];

/** `/acteurs/proposer`: an organisation that the directory does not have presents itself. */
export const newcomerRoutes = new Hono<AppEnv>()
  .get(cardRequests.propose(), may(anyone), async (c) => {
    const { name, email } = c.get("visitor");
    const typed = { votre_nom: name, votre_courriel: email, nom: c.req.query("nom") ?? "" };
    return c.render(await propose(c, { typed }), page);
  })
  .post(cardRequests.propose(), may(anyone), tries, async (c) => {
    const db = c.get("db");
    const read = await readForm(c, newcomerForm);
    const { fields, choices } = await listQuestions(c);
    const { values, errors } = await readFieldEntry(db, fields, read.typed, choices);
    const name = String(values["name"] ?? "");
    if (!name && !errors["nom"]) errors["nom"] = "Donnez le nom de l’organisation.";
    const wrong = { ...errors, ...(read.ok ? {} : read.errors) };
    if (!read.ok || Object.keys(wrong).length > 0)
      return answer(c, 422, await propose(c, { typed: read.typed, errors: wrong }), page);
    const text = (key: string) => (typeof values[key] === "string" ? values[key] : null);
    const told = { name, rna: text("rna"), siret: text("siret"), siren: null, uai: null };
    const twins = read.value.autre ? [] : await findPublicTwins(db, told);
    if (twins.length > 0) return answer(c, 422, await propose(c, { typed: read.typed, twins }), page);
    const desk = { config: c.get("config"), jobs: c.get("jobs") };
    const to = await once(c, db, authorOf(c), async (db) => {
      await fileCardRequest(db, authorOf(c), desk, { proposed: { ...values, name } }, read.value, new Date());
      return cardRequests.sent();
    });
    return c.redirect(to, 303);
  });

async function listQuestions(c: Request) {
  const all = await listFields(c.get("db"));
  const fields = asked.flatMap((key) => all.find((field) => field.key === key) ?? []);
  return { fields, choices: await listFieldChoices(c.get("db"), fields) };
}

async function propose(
  c: Request,
  state: { typed: Typed; errors?: Errors; twins?: Awaited<ReturnType<typeof findPublicTwins>> },
) {
  const { fields, choices } = await listQuestions(c);
  const questions = fields.map((field) => (
    <FieldInput
      field={field}
      choices={choices}
      typed={state.typed}
      errors={state.errors}
      required={field.key === "name"}
    />
  ));
  return <ProposePage {...state} questions={questions} />;
}
