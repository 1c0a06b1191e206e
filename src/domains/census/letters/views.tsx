import { census } from "#paths/census.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatDay } from "#ui/format.ts";
import { ButtonLink, Callout, Facts, PageHeader } from "#ui/page.tsx";
import type { Campaign } from "../campaigns/queries.ts";
import type { CampaignLetter } from "./queries.ts";
import { mostLetters } from "./rules.ladder.ts";
import { replacedWords } from "./rules.words.ts";
import { letterName } from "./texts.ts";

export const lettersTitle = (campaign: Campaign) => `Lettres de « ${campaign.title} »`;

/** A letter as it will be read: its words replaced. */
export interface Shown {
  subject: string;
  greeting: string;
  paragraphs: readonly string[];
}

export interface ShownLetter extends CampaignLetter {
  shown: Shown;
  /** The day on which it goes to one that says nothing; null: after the closing, never. */
  day: string | null;
}

const trail = (campaign: Campaign) => [{ label: campaign.title, href: census.one(campaign.id) }];

/** The letters of a campaign in their order, each as it will be read and on its day. */
export function LettersPage({
  campaign,
  letters,
  sample,
  mayWrite,
}: {
  campaign: Campaign;
  letters: readonly ShownLetter[];
  /** The organisation in whose name they are shown. */
  sample: string;
  mayWrite: boolean;
}) {
  const last = letters.at(-1)?.rank;
  const writable = mayWrite && campaign.state !== "closed";
  return (
    <>
      <PageHeader
        title={lettersTitle(campaign)}
        trail={trail(campaign)}
        lead={`Telles que les lira ${sample}. Les relances s’arrêtent à une réponse, à un refus, à un départ, à une lettre non remise, et après le ${formatDay(campaign.closes_on)}. Rien ne part le week-end ni un jour férié.`}
      />
      {letters.map((letter) => (
        <section class="letter-shown">
          <h2>{letterName(letter.rank)}</h2>
          <Facts
            facts={[
              ["Part", letter.day ? `le ${formatDay(letter.day)}` : "jamais : la campagne sera finie"],
              ["Objet", letter.shown.subject],
            ]}
          />
          <Sheet {...letter.shown} />
          {writable ? (
            <div class="buttons">
              <ButtonLink
                href={census.letter(campaign.id, letter.rank)}
                label={`Modifier : ${letterName(letter.rank)}`}
                kind="quiet"
              />
              <ActionForm
                action={census.letterTest(campaign.id, letter.rank)}
                label="M’envoyer un essai"
                of={letterName(letter.rank)}
              />
              {letter.rank > 0 && letter.rank === last ? (
                <ActionForm
                  action={census.letterRemoval(campaign.id, letter.rank)}
                  label="Retirer cette relance"
                  confirm="Retirer cette relance et son texte ?"
                />
              ) : null}
            </div>
          ) : null}
        </section>
      ))}
      {writable && letters.length < mostLetters ? (
        <ActionForm action={census.letters(campaign.id)} label="Ajouter une relance" kind="primary" />
      ) : null}
    </>
  );
}

function Sheet({ greeting, paragraphs }: Shown) {
  return (
    <blockquote class="letter-sheet">
      <p>{greeting}</p>
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <p>
        <span class="letter-action">Ouvrir la fiche</span>
      </p>
    </blockquote>
  );
}

export const letterTitle = (campaign: Campaign, rank: number) =>
  `${letterName(rank)} de « ${campaign.title} »`;

/** Changing the words of a letter; `conflict`: what a colleague saved meanwhile. */
export function LetterPage({
  campaign,
  letter,
  typed,
  errors,
  version = letter.version,
  conflict = false,
}: {
  campaign: Campaign;
  letter: CampaignLetter;
  typed?: Typed;
  errors?: Errors;
  version?: number;
  conflict?: boolean;
}) {
  const field = { errors, typed };
  return (
    <>
      <PageHeader
        title={letterTitle(campaign, letter.rank)}
        trail={[...trail(campaign), { label: "Lettres", href: census.letters(campaign.id) }]}
      />
      {conflict ? (
        <Callout tone="warning">
          <p>
            Un collègue a enregistré cette lettre pendant que vous écriviez. Voici ce qu’il a écrit ; votre
            texte est dans le formulaire. Enregistrez-le pour remplacer le sien.
          </p>
          <p>{letter.subject}</p>
          <pre class="letter-text">{letter.text}</pre>
        </Callout>
      ) : null}
      <Form action={census.letter(campaign.id, letter.rank)} errors={errors}>
        <Hidden name="version" value={String(version)} />
        {letter.rank === 0 ? null : (
          <TextField
            {...field}
            name="jours"
            label="Jours après l’invitation"
            inputmode="numeric"
            value={letter.after_days}
            help="La relance attend le jour ouvré suivant, et au moins ce délai après la lettre d’avant."
            required
          />
        )}
        <TextField {...field} name="objet" label="Objet" value={letter.subject} required />
        <TextArea
          {...field}
          name="texte"
          label="Texte"
          rows={14}
          value={letter.text}
          help="La première ligne salue ; une ligne vide sépare les paragraphes. Le bouton qui ouvre la fiche suit le texte."
          required
        />
        <ReplacedWords />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={census.letters(campaign.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

function ReplacedWords() {
  return (
    <Callout>
      <p>Ces mots sont remplacés dans chaque lettre :</p>
      <Facts
        facts={Object.entries(replacedWords).map(([word, meaning]) => [`{${word}}`, meaning] as const)}
      />
    </Callout>
  );
}
