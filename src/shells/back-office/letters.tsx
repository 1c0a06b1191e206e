import { Hono } from "hono";
import { z } from "zod";
import { office } from "#paths/office.ts";
import {
  countLetters,
  findLetter,
  type Letter,
  type LetterState,
  letterStates,
  listLetters,
  sendAgain,
} from "#platform/mail/index.ts";
import { type AppEnv, authorOf } from "#platform/web/env.ts";
import { found, NotFound } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { idOf } from "#platform/web/page.ts";
import { isAdministrator } from "#platform/web/visitor.ts";
import { Facet } from "#ui/filters.tsx";
import { ActionForm } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { type Column, ListTable, Pagination, Total } from "#ui/list.tsx";
import { Callout, EmptyState, Facts, PageHeader, Tag } from "#ui/page.tsx";
import { readLetters, readMachinery, runMachinery } from "./access.ts";

const size = 50;
const title = "Courrier";
const search = z.object({
  etat: z.enum(letterStates).optional(),
  page: z.coerce.number().int().min(1).default(1),
});

/** `/gestion/courrier`: the letters that went, or would have gone. */
export const letterRoutes = new Hono<AppEnv>()
  .get("/", may(readMachinery), async (c) => {
    const query = readQuery(c, search);
    const question = { state: query.etat, limit: size, offset: (query.page - 1) * size };
    const [letters, counts] = await Promise.all([
      listLetters(c.get("db"), question),
      countLetters(c.get("db")),
    ]);
    const props = { query, letters, counts, sends: c.get("config").mail !== undefined };
    return c.render(<LettersPage {...props} opens={isAdministrator(c.get("visitor"))} />, { title });
  })
  .get("/:id{[0-9]+}", may(readLetters), async (c) => {
    const letter = found(await findLetter(c.get("db"), idOf(c)));
    return c.render(<LetterPage letter={letter} />, { title: letter.subject });
  })
  .post("/:id{[0-9]+}/renvoi", may(runMachinery), async (c) => {
    const asked = await sendAgain(c.get("db"), authorOf(c), c.get("jobs"), idOf(c));
    if (!asked) throw new NotFound();
    await leaveNotice(c, { text: "La lettre est remise dans la file : elle repart dans un instant." });
    return c.redirect(office.letters(), 303);
  });

const states: Record<LetterState, { label: string; tone: "plain" | "good" | "warning" | "bad" }> = {
  waiting: { label: "En attente", tone: "warning" },
  sending: { label: "En cours d’envoi", tone: "plain" },
  sent: { label: "Envoyée", tone: "good" },
  kept: { label: "Gardée ici", tone: "plain" },
  failed: { label: "Non partie", tone: "bad" },
};

interface Props {
  query: z.output<typeof search>;
  letters: Letter[];
  counts: Record<LetterState, number>;
  sends: boolean;
  opens: boolean;
}

function LettersPage({ query, letters, counts, sends, opens }: Props) {
  const path = office.letters();
  const values = letterStates.map((value) => ({ value, label: states[value].label, count: counts[value] }));
  const total = query.etat ? counts[query.etat] : values.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageHeader title={title} lead="Les lettres écrites par Maillage, la plus récente d’abord." />
      {sends ? null : (
        <Callout>
          <p>
            Aucun serveur de courrier n’est réglé : les lettres ne partent pas, elles sont gardées ici pour
            être lues.
          </p>
        </Callout>
      )}
      <Facet title="État" name="etat" values={values} path={path} query={{ ...query, page: undefined }} />
      {letters.length === 0 ? (
        <EmptyState title="Aucune lettre ici.">
          <p>Une invitation, un lien de connexion : chaque lettre écrite apparaît sur cette page.</p>
        </EmptyState>
      ) : (
        <>
          <Total count={total} one="lettre" />
          <ListTable caption="Lettres" columns={columns(opens)} rows={letters} {...{ path, query }} />
          <Pagination {...{ size, path, query, total }} page={query.page} />
        </>
      )}
    </>
  );
}

const columns = (opens: boolean): readonly Column<Letter>[] => [
  {
    label: "Objet",
    cell: ({ id, subject }) => (opens ? <a href={office.letter(id)}>{subject}</a> : subject),
  },
  { label: "Pour", cell: (letter) => letter.recipient },
  { label: "Écrite", cell: (letter) => formatInstant(letter.created_at) },
  { label: "État", cell: (letter) => <Tag {...states[letter.state]} /> },
  { label: "Raison", cell: (letter) => letter.error ?? "", wide: true },
  { label: "Action", cell: (letter) => <Resend letter={letter} /> },
];

function Resend({ letter }: { letter: Letter }) {
  if (letter.state === "sent" || letter.state === "sending") return null;
  return <ActionForm action={office.letterResending(letter.id)} label="Renvoyer" />;
}

function LetterPage({ letter }: { letter: Letter }) {
  return (
    <>
      <PageHeader title={letter.subject} trail={[{ label: title, href: office.letters() }]}>
        <Resend letter={letter} />
      </PageHeader>
      <Facts
        facts={[
          ["Pour", letter.recipient],
          ["État", <Tag {...states[letter.state]} />],
          ["Écrite", formatInstant(letter.created_at)],
          ["Envoyée", letter.sent_at ? formatInstant(letter.sent_at) : null],
          ["Essais", letter.attempts],
          ["Raison", letter.error],
        ]}
      />
      <h2>Texte</h2>
      <pre class="letter-text">{letter.text}</pre>
    </>
  );
}
