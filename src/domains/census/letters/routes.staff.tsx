import { Hono } from "hono";
import { findTheme } from "#domains/network/index.ts";
import { census } from "#paths/census.ts";
import { writeLetter } from "#platform/mail/index.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { readForm } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { answer, idOf } from "#platform/web/page.ts";
import { readCensus, writeCensus } from "../access.ts";
import { findCampaign } from "../campaigns/queries.ts";
import { addReminder, changeLetter, removeReminder } from "./commands.edit.ts";
import { campaignLetter, type LetterFacts, wordedLetter } from "./emails.tsx";
import { letterForm } from "./input.ts";
import { findSample, listLetterTexts } from "./queries.ts";
import { ladderDays } from "./rules.ladder.ts";
import { letterName } from "./texts.ts";
import { LetterPage, LettersPage, lettersTitle, letterTitle } from "./views.tsx";

/** The letters of a campaign: read as they will be, changed, tried on oneself. */
export const letterRoutes = new Hono<AppEnv>()
  .get("/:id{[0-9]+}/lettres", may(readCensus), async (c) => {
    const { campaign, letters } = await campaignOf(c);
    const facts = await factsOf(c, campaign);
    const rungs = letters.map(({ rank, after_days }) => ({ rank, afterDays: after_days }));
    const days = ladderDays(rungs, { opensOn: campaign.opens_on, closesOn: campaign.closes_on });
    const shown = letters.map((letter) => ({
      ...letter,
      shown: wordedLetter(letter, facts),
      day: days.find(({ rank }) => rank === letter.rank)?.day ?? null,
    }));
    const mayWrite = writeCensus.allows(c.get("visitor"));
    return c.render(
      <LettersPage campaign={campaign} letters={shown} sample={facts.organisation} mayWrite={mayWrite} />,
      { title: lettersTitle(campaign) },
    );
  })
  .post("/:id{[0-9]+}/lettres", may(writeCensus), async (c) => {
    const { campaign } = await campaignOf(c);
    const added = await addReminder(c.get("db"), authorOf(c), campaign.id);
    await leaveNotice(c, {
      text: added ? "Une relance est ajoutée : relisez son texte." : "L’échelle a déjà toutes ses relances.",
    });
    return c.redirect(census.letters(campaign.id), 303);
  })
  .get("/:id{[0-9]+}/lettres/:rank{[0-5]}", may(writeCensus), async (c) => {
    const { campaign, letter } = await letterOf(c);
    return c.render(<LetterPage campaign={campaign} letter={letter} />, {
      title: letterTitle(campaign, letter.rank),
    });
  })
  .post("/:id{[0-9]+}/lettres/:rank{[0-5]}", may(writeCensus), async (c) => {
    const { campaign, letters, letter } = await letterOf(c);
    const title = letterTitle(campaign, letter.rank);
    const dayOf = (rank: number) => letters.find((one) => one.rank === rank)?.after_days;
    const read = await readForm(
      c,
      letterForm({ after: dayOf(letter.rank - 1), before: dayOf(letter.rank + 1) }),
    );
    const version = Number(read.typed["version"]) || letter.version;
    const facts = { campaign, letter, typed: read.typed };
    if (!read.ok)
      return answer(c, 422, <LetterPage {...facts} version={version} errors={read.errors} />, { title });
    const { objet: subject, texte: text, jours: after_days } = read.value;
    const author = authorOf(c);
    const change = { subject, text, after_days };
    if (!(await changeLetter(c.get("db"), author, campaign.id, letter.rank, read.value.version, change)))
      return answer(c, 409, <LetterPage {...facts} conflict />, { title });
    await leaveNotice(c, { text: `${letterName(letter.rank)} : le texte est enregistré.` });
    return c.redirect(census.letters(campaign.id), 303);
  })
  .post("/:id{[0-9]+}/lettres/:rank{[0-5]}/suppression", may(writeCensus), async (c) => {
    const { campaign, letter } = await letterOf(c);
    const removed = await removeReminder(c.get("db"), authorOf(c), campaign.id, letter.rank);
    await leaveNotice(c, {
      text: removed
        ? "La relance est retirée de l’échelle."
        : "Cette relance reste : elle a déjà été écrite, ou une autre la suit.",
    });
    return c.redirect(census.letters(campaign.id), 303);
  })
  .post("/:id{[0-9]+}/lettres/:rank{[0-5]}/essai", may(writeCensus), async (c) => {
    const { campaign, letter } = await letterOf(c);
    const { email } = c.get("visitor");
    const { subject, ...writing } = campaignLetter(letter, await factsOf(c, campaign));
    await writeLetter(c.get("db"), c.get("jobs"), { to: email, ...writing, subject: `[Essai] ${subject}` });
    await leaveNotice(c, { text: `Un essai part à ${email}. Son lien ouvre la page de la campagne.` });
    return c.redirect(census.letters(campaign.id), 303);
  });

async function campaignOf(c: Request) {
  const campaign = found(await findCampaign(c.get("db"), idOf(c)));
  return { campaign, letters: await listLetterTexts(c.get("db"), campaign.id) };
}

async function letterOf(c: Request) {
  const { campaign, letters } = await campaignOf(c);
  return { campaign, letters, letter: found(letters.find(({ rank }) => rank === idOf(c, "rank"))) };
}

/** What the words of a letter are replaced by when staff read it: those of one invited, else of an example. */
async function factsOf(c: Request, campaign: LetterFacts["campaign"] & { id: number }): Promise<LetterFacts> {
  const sample = await findSample(c.get("db"), campaign.id);
  return {
    theme: await findTheme(c.get("db")),
    campaign,
    organisation: sample?.organisation ?? "Association Exemple",
    contact: sample?.contact ?? "",
    href: c.get("config").baseUrl + census.one(campaign.id),
  };
}
